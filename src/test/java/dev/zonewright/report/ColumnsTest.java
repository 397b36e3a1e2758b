package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void breaksAtSpacesOnly() {
    String text = "a".repeat(60) + " " + "b".repeat(60) + " " + "c".repeat(130) + " d";
    assertThat(Columns.wrap(text, 0, 2))
        .isEqualTo("a".repeat(60) + "\n  " + "b".repeat(60) + "\n  " + "c".repeat(130) + "\n  d");
  }

  @Test
  void anOverlongEntryWidensNoColumn() {
    assertThat(Columns.width(List.of("abc", "x".repeat(99)), 36)).isEqualTo(3);
    assertThat(Columns.pad("🚀", 3)).isEqualTo("🚀  ");
  }
}
