package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final String TEXT =
      """
      # heading
      apiVersion: v1
      kind: Pod
      metadata:
        name: api # why

        labels:
      # aside
          a: b
      spec:
        containers:
        - name: api
          args:
          - x
        - name: log
      ---
      kind: Service
      metadata:
        name: api
      --- # last
      """;

  private static TextBuffer buffer(String text) {
    TextBuffer buffer = new TextBuffer();
    buffer.load(text);
    return buffer;
  }

  /** All that can be folded, lines counted from 1 as people do. */
  private static String regions(String text) {
    TextBuffer buffer = buffer(text);
    FoldRegions regions = new FoldRegions(buffer);
    return IntStream.range(0, buffer.lineCount())
        .filter(line -> {
          assertThat(regions.begins(line)).isEqualTo(regions.endOf(line).isPresent());
          return regions.begins(line);
        })
        .mapToObj(line -> (line + 1) + "-" + (regions.endOf(line).orElseThrow() + 1))
        .collect(Collectors.joining(" "));
  }

  @Test
  void objectsMappingsListsAndItemsFold() {
    assertThat(regions(TEXT)).isEqualTo("2-15 4-9 7-9 10-15 11-15 12-14 13-14 16-19 18-19");
  }

  @Test
  void jsonAndBlockScalarsFoldToo() {
    assertThat(regions("{\n  \"spec\": {\n    \"a\": 1\n  }\n}\n")).isEqualTo("1-5 2-3");
    assertThat(regions("a: 1\nrun: |\n  if x\n    y\n\n  z\nb: 2\n")).isEqualTo("1-7 2-6 3-4");
    assertThat(regions("")).isEmpty();
    assertThat(regions("---\n---\n")).isEmpty();
  }

  @Test
  void anObjectIsNamed() {
    FoldRegions regions = new FoldRegions(buffer(TEXT));
    assertThat(regions.objects()).containsExactly(1, 15);
    assertThat(regions.objectOn(1)).isEqualTo("Pod api");
    assertThat(regions.objectOn(15)).isEqualTo("Service api");
    assertThat(regions.objectOn(3)).isEmpty();
    assertThat(regions.around(13, 13)).hasValue(12);
    assertThat(regions.around(0, 0)).isEmpty();
  }

  @Test
  void whatIsShownIsTheTextWithoutTheHiddenLines() {
    TextBuffer text = buffer(TEXT);
    Folds folds = Folds.of(Map.of(3, 8, 6, 8, 10, 14), text);
    String shown = folds.shownOf(text, 0, text.length());
    assertThat(shown)
        .isEqualTo(
            """
            # heading
            apiVersion: v1
            kind: Pod
            metadata:
            spec:
              containers:
            ---
            kind: Service
            metadata:
              name: api
            --- # last
            """);
    assertThat(folds.hidden()).isEqualTo(TEXT.length() - shown.length());
    assertThat(folds.isFolded(3)).isTrue();
    assertThat(folds.isFolded(6)).as("hidden itself").isFalse();
    assertThat(folds.isHidden(8)).isTrue();
    assertThat(folds.isHidden(9)).isFalse();
    assertThat(folds.lastOf(10)).hasValue(14);
    holds(folds, text);
  }

  /** Each place that is shown is found again, and lines and offsets agree. */
  private static void holds(Folds folds, TextBuffer text) {
    TextBuffer shown = buffer(folds.shownOf(text, 0, text.length()));
    assertThat(shown.lineCount()).isEqualTo(text.lineCount() - folds.hiddenLines());
    for (int at = 0; at <= shown.length(); at++) {
      int offset = folds.offset(at);
      assertThat(folds.shown(offset)).isEqualTo(at);
      assertThat(folds.lineShown(shown.lineOf(at))).isEqualTo(text.lineOf(offset));
      assertThat(folds.shownLine(text.lineOf(offset))).isEqualTo(shown.lineOf(at));
      assertThat(folds.isHidden(text.lineOf(offset))).isFalse();
    }
  }

  @Test
  void editsElsewhereKeepAFoldAndEditsInsideOpenIt() {
    TextBuffer text = buffer(TEXT);
    Folds folds = Folds.of(Map.of(3, 8, 6, 8, 10, 14), text);
    assertThat(after(folds, TextEdit.insert(0, "x\ny\n"))).containsOnlyKeys(5, 8, 12);
    assertThat(after(folds, TextEdit.insert(TEXT.indexOf("metadata"), "x: 1\n")))
        .as("a line put in above")
        .containsOnlyKeys(4, 7, 11);
    assertThat(after(folds, TextEdit.insert(TEXT.indexOf("metadata:") + 9, " # x")))
        .as("on its first line")
        .containsOnlyKeys(3, 6, 10);
    assertThat(after(folds, TextEdit.insert(TEXT.indexOf("metadata:") + 9, "\n")))
        .as("its first line split")
        .containsOnlyKeys(7, 11);
    assertThat(after(folds, TextEdit.insert(TEXT.indexOf("name: api"), "x")))
        .containsOnlyKeys(6, 10);
    assertThat(after(folds, TextEdit.remove(TEXT.indexOf("kind"), TEXT.indexOf("metadata"))))
        .containsOnlyKeys(2, 5, 9);
    assertThat(after(folds, TextEdit.insert(TEXT.indexOf("---"), "x"))).hasSize(3);
  }

  private static Map<Integer, Integer> after(Folds folds, TextEdit edit) {
    TextBuffer text = buffer(TEXT);
    EditSet edits = EditSet.of(edit);
    EditSet back = text.apply(edits);
    Folds now = folds.after(edits, back, text);
    holds(now, text);
    return now.lines();
  }

  @Test
  void whateverIsEditedTheHiddenLinesAreTheSameLines() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      TextBuffer text = buffer(TEXT);
      FoldRegions regions = new FoldRegions(text);
      Map<Integer, Integer> lines = new TreeMap<>();
      for (int line = 0; line < text.lineCount(); line++) {
        if (random.nextInt(3) == 0 && regions.begins(line)) {
          lines.put(line, regions.endOf(line).orElseThrow());
        }
      }
      Folds folds = Folds.of(lines, text);
      int one = random.nextInt(TEXT.length());
      int two = one + random.nextInt(Math.min(30, TEXT.length() - one + 1));
      int three = two + 1 + random.nextInt(20);
      String put = new String[] {"", "x", "\n", "y\nz\n"}[random.nextInt(4)];
      EditSet edits =
          three <= TEXT.length()
              ? new EditSet(List.of(TextEdit.replace(one, two, put), TextEdit.insert(three, "\n")))
              : EditSet.of(TextEdit.replace(one, two, put));
      EditSet back = text.apply(edits);
      Folds now = folds.after(edits, back, text);
      holds(now, text);
      now.lines()
          .forEach(
              (first, last) -> assertThat(last).isGreaterThan(first).isLessThan(text.lineCount()));
      // what stays folded hides lines that the edits left as they were
      Map<String, Long> before = hidden(TEXT, folds);
      assertThat(before).containsAllEntriesOf(hidden(text.text(), now));
    }
  }

  private static Map<String, Long> hidden(String text, Folds folds) {
    TextBuffer buffer = buffer(text);
    return folds.lines().entrySet().stream()
        .map(e -> buffer.slice(buffer.endOf(e.getKey()), buffer.endOf(e.getValue())))
        .collect(Collectors.groupingBy(x -> x, Collectors.counting()));
  }
}
