package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One text made of another by few edits. */
class WholeTextTest {
  @Test
  void aCaretBetweenTwoChangedLinesStaysOnItsLine() {
    String from = "replicas: 3\nname: api\nimage: api:1\nlast: 1\n";
    String to = "# more\nreplicas: 7\nname: api\nimage: api:v2\nlast: 1\n";
    EditSet edits = WholeText.byLines(from, to);

    assertThat(edits.apply(from)).isEqualTo(to);
    int caret = from.indexOf("api\n");
    assertThat(RangeShift.caret(caret, edits)).isEqualTo(to.indexOf("api\n"));
  }

  @Test
  void theEditsMakeTheOtherText() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String from = text(random);
      String to = text(random);
      assertThat(WholeText.byLines(from, to).apply(from)).as(from + "->" + to).isEqualTo(to);
    }
  }

  private static String text(Random random) {
    List<String> parts = List.of("a\n", "b\n", "ab\n", "\n", "a", "");
    return random
        .ints(random.nextInt(8), 0, parts.size())
        .mapToObj(parts::get)
        .collect(Collectors.joining());
  }
}
