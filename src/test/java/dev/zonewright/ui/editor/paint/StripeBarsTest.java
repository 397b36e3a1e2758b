package dev.zonewright.ui.editor.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripeBarsTest {
  @Test
  void aFewFindingsHaveWholeBarsWithAPartForEachSeverity() {
    StripeBars bars = new StripeBars(5);
    bars.add(1, Severity.LOW);
    bars.add(9, Severity.LOW);
    bars.add(9, Severity.HIGH);
    assertThat(bars.parts())
        .containsExactly(
            new StripeBars.Part(1, Severity.LOW, 0, 1),
            new StripeBars.Part(4, Severity.HIGH, 0, 0.5),
            new StripeBars.Part(4, Severity.LOW, 0.5, 1));
  }

  @Test
  void whereThereAreThousandsTheLengthTellsHowMany() {
    StripeBars bars = new StripeBars(3);
    bars.add(0, Severity.CRITICAL);
    for (int i = 0; i < 100; i++) {
      bars.add(1, i < 25 ? Severity.HIGH : Severity.NOTE);
    }
    for (int i = 0; i < 10; i++) {
      bars.add(2, Severity.LOW);
    }
    List<StripeBars.Part> parts = bars.parts();
    assertThat(parts)
        .extracting(StripeBars.Part::severity)
        .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.NOTE, Severity.LOW);
    assertThat(parts.get(0).to()).as("one is seen too").isEqualTo(0.3);
    assertThat(parts.get(1).to()).isEqualTo(0.25);
    assertThat(parts.get(2).to()).isEqualTo(1.0);
    assertThat(parts.get(3).to()).isBetween(0.6, 0.7);
  }

  @Test
  void nothingIsDrawnOfNothing() {
    assertThat(new StripeBars(4).parts()).isEmpty();
  }
}
