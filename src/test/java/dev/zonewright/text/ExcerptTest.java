package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortTextStays() {
    assertThat(Excerpt.of("", 3)).isEmpty();
    assertThat(Excerpt.of("abc", 3)).isEqualTo("abc");
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(Excerpt.of("abcd", 3)).isEqualTo("abc…");
    assertThat(Excerpt.of("ab😀d", 3)).isEqualTo("ab…");
    assertThat(Excerpt.of("ab😀d", 4)).isEqualTo("ab😀…");
  }
}
