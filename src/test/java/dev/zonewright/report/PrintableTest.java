package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void ordinaryTextStays() {
    assertThat(Printable.of("api-1/größe 日本 🚀 ‘quoted’")).isEqualTo("api-1/größe 日本 🚀 ‘quoted’");
  }

  @Test
  void whatATerminalObeysIsSpelledOut() {
    assertThat(Printable.of("a\u001b[31m\r\n\t\u0000\u007f\u0085\u009b"))
        .isEqualTo("a\\u001b[31m\\r\\n\\t\\u0000\\u007f\\u0085\\u009b");
  }

  @Test
  void whatHidesOrTurnsTextIsSpelledOut() {
    assertThat(Printable.of("\u200b\u200e\u2028\u202e\u2066\ufeff\u061c\u00ad\u180e\ufff9"))
        .isEqualTo("\\u200b\\u200e\\u2028\\u202e\\u2066\\ufeff\\u061c\\u00ad\\u180e\\ufff9");
  }

  @Test
  void aTextWithoutEndIsCut() {
    assertThat(Printable.brief("\u001bx")).isEqualTo("\\u001bx");
    assertThat(Printable.brief("x".repeat(1_000))).isEqualTo("x".repeat(1_000));
    assertThat(Printable.brief("x".repeat(1_001))).isEqualTo("x".repeat(1_000) + "…");
  }

  @Test
  void whatNobodySeesIsSpelledOut() {
    assertThat(Printable.of("a\u115fb\u3164c\u034fd\ufe0fe\u007f"))
        .isEqualTo("a\\u115fb\\u3164c\\u034fd\\ufe0fe\\u007f");
    assertThat(Printable.of("x" + Character.toString(0xE0041) + "y")).isEqualTo("x\\udb40\\udc41y");
    assertThat(Printable.of("ü 😀 漢")).isEqualTo("ü 😀 漢");
  }
}
