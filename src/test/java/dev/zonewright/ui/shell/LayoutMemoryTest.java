package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.findings.FindingsColumn;
import dev.zonewright.ui.findings.FindingsLayout;
import dev.zonewright.ui.findings.Grouping;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout of the table of findings, written down and read again. */
class LayoutMemoryTest {
  @Test
  void aLayoutComesBackAsItWas() {
    FindingsLayout layout =
        new FindingsLayout(
            Grouping.FILE,
            FindingsColumn.LINE,
            true,
            Map.of(FindingsColumn.TITLE, 240.0, FindingsColumn.OBJECT, 99.0));

    assertThat(LayoutMemory.words(layout)).isEqualTo("file line descending title=240 object=99");
    assertThat(LayoutMemory.layout(LayoutMemory.words(layout))).contains(layout);
    assertThat(LayoutMemory.layout(LayoutMemory.words(FindingsLayout.DEFAULT)))
        .contains(FindingsLayout.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file", "file line", "nothing line ascending", "file nothing x"})
  void whatMeansNothingIsNoLayout(String words) {
    assertThat(LayoutMemory.layout(words)).isEmpty();
  }

  @Test
  void aWidthThatMeansNothingCostsOnlyItself() {
    assertThat(LayoutMemory.layout("file line ascending title=0 x=9 object=-3 fix=1e9 file=50"))
        .contains(
            new FindingsLayout(
                Grouping.FILE, FindingsColumn.LINE, false, Map.of(FindingsColumn.FILE, 50.0)));
  }
}
