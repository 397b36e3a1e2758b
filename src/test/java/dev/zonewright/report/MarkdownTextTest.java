package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  @Test
  void nothingOfANameActsWhereItIsShown() {
    assertThat(MarkdownText.of("a|b `c` [d](e) *f* my_file #1"))
        .isEqualTo("a\\|b \\`c\\` \\[d\\](e) \\*f\\* my\\_file \\#1");
    assertThat(MarkdownText.of("<b>&amp;")).isEqualTo("&lt;b&gt;&amp;amp;");
    assertThat(MarkdownText.of("@org/team")).isEqualTo("@<!-- -->org/team");
    assertThat(MarkdownText.of("one\ntwo")).doesNotContain("\n");
  }
}
