package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.LineDiff;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a line that is too long to read, the part that changes is always seen. */
class LongLinesTest {
  private static List<String> texts(String before, String after) {
    return LongLines.of(LineDiff.between(before, after, 1).hunks().getFirst().lines());
  }

  @Test
  void shortLinesAreShownWhole() {
    assertThat(texts("a\nb: 1\n", "a\nb: 2\nc\n")).containsExactly("a", "b: 1", "b: 2", "c");
  }

  @Test
  void whatDiffersIsSeenAndWhatIsLeftOutIsCounted() {
    String head = "{\"a\": \"" + "x".repeat(400) + "\", ";
    String tail = ", \"b\": \"" + "y".repeat(400) + "\"}";
    List<String> lines =
        texts(head + "\"privileged\": true" + tail, head + "\"privileged\": false" + tail);
    assertThat(lines).hasSize(2).allMatch(l -> l.length() < LongLines.MOST);
    assertThat(lines.getFirst()).contains("\"privileged\": true,").contains(" characters… ");
    assertThat(lines.getLast()).contains("\"privileged\": false,");
  }

  @Test
  void aChangeThatIsLongItselfShowsBothOfItsEnds() {
    List<String> lines = texts("k: [a]\n", "k: [a, first" + "-".repeat(900) + "last]\n");
    assertThat(lines.getLast()).contains("first", "last]", " characters… ");
  }

  @Test
  void aPairOfSurrogatesIsNeverParted() {
    String smile = "😀".repeat(300);
    for (String line : texts("x" + smile + "a", "x" + smile + "b")) {
      assertThat(line.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
  }
}
