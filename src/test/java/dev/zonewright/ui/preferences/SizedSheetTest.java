package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Style sheets for other sizes of text. */
class SizedSheetTest {
  @Test
  void whatHoldsTextGrowsWithIt() {
    assertThat(SizedSheet.sized(".a { -fx-font-size: 13px; -fx-pref-height: 26px; }", 2))
        .isEqualTo(".a { -fx-font-size: 26.0px; -fx-pref-height: 52.0px; }");
  }

  @Test
  void linesAndPaddingStay() {
    String css = ".a { -fx-padding: 8px; -fx-border-width: 1px; -fx-max-height: 4px; }";

    assertThat(SizedSheet.sized(css, 1.5)).contains("padding: 8px", "width: 1px", "height: 4.0px");
  }

  @Test
  void roomForSomethingThatHoldsTextGrowsWithIt() {
    String css = ".a { -fx-padding: 0 0 0 168px; } .b { -fx-padding: 0 10px 0 172px; }";

    assertThat(SizedSheet.sized(css, 1.5))
        .contains("padding: 0 0 0 252.0px", "padding: 0 10px 0 258.0px");
  }

  @Test
  void aMarkStaysAsWideAsItIsHigh() {
    String css =
        ".a { -fx-min-width: 8px; -fx-max-width: 8px; -fx-min-height: 8px; -fx-max-height: 8px; }"
            + " .b { -fx-max-width: 44px; -fx-max-height: 20px; }";

    assertThat(SizedSheet.sized(css, 1.5))
        .contains("min-width: 12.0px; -fx-max-width: 12.0px; -fx-min-height: 12.0px")
        .contains("max-width: 44px; -fx-max-height: 30.0px");
  }
}
