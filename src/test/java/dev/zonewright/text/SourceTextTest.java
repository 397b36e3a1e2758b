package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\n",
        "a\r\nb\r\n",
        "a\rb\r",
        "a\nb\r\nc\rd",
        "\uFEFFa\r\n",
        "\uFEFF",
        "\r",
        "\n\r",
        "\r\n\r\n\n",
        "😀\r\n",
        "a\r\n\r\nb"
      })
  void savingUnchangedGivesTheSameBytes(String file) {
    SourceText source = SourceText.fromFile(file);
    assertThat(source.text()).doesNotContain("\r").doesNotContain("\uFEFF");
    assertThat(source.encode()).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
    assertThat(source.encode(source.text())).isEqualTo(source.encode());
  }

  @Test
  void newLinesGetTheTerminatorOfTheMost() {
    assertThat(saved("a\r\nb\r\nc\n", "a\nnew\nb\nc\n")).isEqualTo("a\r\nnew\r\nb\r\nc\n");
    assertThat(saved("a\rb\r", "a\nnew\nb\n")).isEqualTo("a\rnew\rb\r");
  }

  @Test
  void untouchedLinesKeepTheirOwnTerminators() {
    assertThat(saved("a\nb\r\nc\nd\r\ne\n", "a\nb\nX\nd\ne\n")).isEqualTo("a\nb\r\nX\nd\r\ne\n");
    assertThat(saved("a\nb\r\nc\nd\r\ne\n", "b\nd\ne\n")).isEqualTo("b\r\nd\r\ne\n");
    assertThat(saved("a\nb\r\nc\n", "a\nb\nb2\nb3\nc\n")).isEqualTo("a\nb\r\nb2\nb3\nc\n");
  }

  @Test
  void aMarkAndAMissingFinalNewlineStay() {
    assertThat(saved("\uFEFFa\r\nb", "a\nx\nb")).isEqualTo("\uFEFFa\r\nx\r\nb");
  }

  @Test
  void aLoneReturnAndAnEmptyLineDoNotBecomeOneTerminator() {
    assertThat(saved("a\rb\n\r\n", "a\n\n\n")).isEqualTo("a\r\r\n\r\n");
  }

  @Test
  void goingBackToTheFirstTextGivesTheFirstBytes() {
    Random random = new Random(7);
    String[] ends = {"\n", "\r\n", "\r"};
    for (int round = 0; round < 500; round++) {
      StringBuilder file = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
      for (int i = random.nextInt(12); i > 0; i--) {
        file.append("l").append(random.nextInt(3)).append(ends[random.nextInt(3)]);
      }
      SourceText source = SourceText.fromFile(file.toString());
      String edited = source.text().replaceFirst("l1\n", "x\ny\n").replaceFirst("l2", "");
      SourceText other = source.withText(edited);
      assertThat(other.text()).isEqualTo(edited);
      assertThat(SourceText.fromFile(other.characters()).text()).isEqualTo(edited);
      assertThat(source.encode(source.text()))
          .isEqualTo(file.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void saysWhatItFound() {
    SourceText source = SourceText.fromFile("\uFEFFa\r\nb\n");
    assertThat(source.hasByteOrderMark()).isTrue();
    assertThat(source.isMixed()).isTrue();
    assertThat(SourceText.fromFile("a\r\n").terminator()).isEqualTo(SourceText.Terminator.CRLF);
    assertThat(SourceText.fromFile("a\r\n").isMixed()).isFalse();
  }

  private static String saved(String file, String newText) {
    return new String(SourceText.fromFile(file).encode(newText), StandardCharsets.UTF_8);
  }
}
