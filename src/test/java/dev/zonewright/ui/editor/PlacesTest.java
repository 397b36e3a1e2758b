package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Severity;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.KeyAction;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.model.Findings;
import dev.zonewright.ui.editor.text.LineTarget;
import dev.zonewright.ui.editor.text.Marked;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places in a text: those that are named, those of its objects, and where they go with edits. */
class PlacesTest {
  @Test
  void aLineAndAColumnAreRead() {
    TextBuffer text = Marked.of("ab\ncdef\n|").buffer();
    assertThat(LineTarget.of("2", text)).isEqualTo(new LineTarget.Place(3));
    assertThat(LineTarget.of(" 2 : 3 ", text)).isEqualTo(new LineTarget.Place(5));
    assertThat(LineTarget.of("2:", text)).isEqualTo(new LineTarget.Place(3));
    assertThat(LineTarget.of("2:99", text)).isEqualTo(new LineTarget.Place(7));
    assertThat(LineTarget.of("4", text)).isEqualTo(new LineTarget.Nowhere("Lines go from 1 to 3"));
    assertThat(LineTarget.of("0", text)).isEqualTo(new LineTarget.Nowhere("Lines go from 1 to 3"));
    assertThat(LineTarget.of("x", text))
        .isEqualTo(new LineTarget.Nowhere("Enter a line, or line:column"));
    assertThat(LineTarget.of("", text)).isEqualTo(new LineTarget.Nowhere(""));
  }

  @Test
  void objectsAndDocumentsWithoutOneAreListed() {
    String text =
        """
        kind: Pod
        metadata: {name: api, namespace: acme}
        ---
        # only words
        ---
        a: [
        ---
        kind: List
        items:
          - kind: Service
            metadata: {name: web}
        """;
    assertThat(OutlineEntry.in(text))
        .extracting(e -> e.line() + " " + e.title() + " (" + e.note() + ")")
        .containsExactly(
            "1 Pod api (acme)",
            "3 Document 2 (no kind)",
            "5 Document 3 (cannot be read)",
            "10 Service web ()");
  }

  @Test
  void theOutlineCountsFiltersAndGoes() {
    String text = Findings.TEXT + "---\nkind: Service\nmetadata: {name: web, namespace: acme}\n";
    EditorModel editor = new EditorModel(Findings.FILE);
    editor.load(text);
    editor.setFindings(Findings.of(text).findings());
    OutlineModel outline = new OutlineModel(editor, direct());
    outline.open();
    assertThat(outline.shown()).hasSize(2);
    assertThat(outline.shown().getFirst().counts())
        .isEqualTo(Map.of(Severity.CRITICAL, 1, Severity.HIGH, 1, Severity.LOW, 1));
    assertThat(outline.selectedProperty().get()).isEqualTo(outline.shown().getFirst());
    outline.move(5);
    assertThat(outline.selectedProperty().get()).isEqualTo(outline.shown().getLast());
    outline.filterProperty().set("ACME serv");
    assertThat(outline.shown()).hasSize(1);
    assertThat(outline.go()).isTrue();
    assertThat(text.substring(editor.caretProperty().get())).startsWith("kind: Service");
    outline.filterProperty().set("nobody");
    assertThat(outline.go()).isFalse();
    assertThat(outline.emptyProperty().get()).isEqualTo("No object has this name");
    outline.open();
    assertThat(outline.selectedProperty().get()).isEqualTo(outline.shown().getLast());
  }

  private static BackgroundRunner direct() {
    return new BackgroundRunner(
        Runnable::run,
        Runnable::run,
        Runnable::run,
        (_, task) -> {
          task.run();
          return () -> {};
        });
  }

  @Test
  void rangesGoWithManyEditsAsTheirCharactersDo() {
    Random random = new Random(7);
    String text = "0123456789".repeat(20);
    for (int round = 0; round < 300; round++) {
      EditSet edits = randomEdits(random, text.length());
      String after = edits.apply(text);
      RangeShift shift = new RangeShift(edits);
      int start = random.nextInt(text.length() - 3);
      TextRange range = new TextRange(start, start + 1 + random.nextInt(3));
      boolean edited =
          edits.edits().stream()
              .anyMatch(e ->
                  e.range().overlaps(range)
                      || (e.range().isEmpty()
                          && e.range().start() > range.start()
                          && e.range().start() < range.end()));
      assertThat(shift.range(range).isEmpty()).isEqualTo(edited);
      shift
          .range(range)
          .ifPresent(now -> assertThat(now.of(after)).hasToString(range.of(text).toString()));
      int caret = shift.caret(range.start());
      assertThat(after.length() - caret).isBetween(0, after.length());
    }
  }

  private static EditSet randomEdits(Random random, int length) {
    List<TextEdit> edits = new ArrayList<>();
    int at = random.nextInt(10);
    while (at < length - 6) {
      int end = at + random.nextInt(5);
      edits.add(TextEdit.replace(at, end, "x".repeat(random.nextInt(4))));
      at = end + 1 + random.nextInt(20);
    }
    return new EditSet(edits);
  }

  @Test
  void editsThatTouchComeBackInSmallAndLargeNumbers() {
    for (int count : new int[] {3, 100}) {
      TextBuffer buffer = new TextBuffer();
      String text = "a\n".repeat(count);
      buffer.load(text);
      EditSet all =
          new EditSet(
              IntStream.range(0, count * 2).mapToObj(i -> TextEdit.remove(i, i + 1)).toList());
      EditSet back = buffer.apply(all);
      assertThat(buffer.text()).isEmpty();
      assertThat(buffer.lineCount()).isEqualTo(1);
      buffer.apply(back);
      assertThat(buffer.text()).isEqualTo(text);
      assertThat(buffer.lineCount()).isEqualTo(count + 1);
    }
  }

  @Test
  void theTableOfKeysNamesEachKeyOncePerPlace() {
    List<KeyAction> all = EditorKeys.all();
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(all).extracting(k -> k.context() + " " + k.keys()).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(k -> assertThat(k.action()).isNotBlank().doesNotEndWith("."));
  }

  @Test
  void sizesOfTheFontStayWithinBounds() {
    EditorPreferences preferences = new EditorPreferences();
    preferences.fontSizeProperty().set(1000);
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(40);
    preferences.zoomIn();
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(40);
    preferences.zoomOut();
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(39);
    preferences.fontSizeProperty().set(Double.NaN);
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(13);
    preferences.toggleWrap();
    assertThat(preferences.wrapProperty().get()).isTrue();
  }
}
