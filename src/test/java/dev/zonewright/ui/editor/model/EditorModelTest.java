package dev.zonewright.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditorModelTest {
  private final EditorModel model = new EditorModel(Findings.FILE);

  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      model.typed(TextEdit.insert(model.caretProperty().get(), text.substring(i, i + 1)));
    }
  }

  private LocatedFinding finding(String id) {
    return model.findings().stream()
        .filter(f -> f.finding().control().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void loadWithFindings() {
    model.load(Findings.TEXT);
    model.setFindings(Findings.of(Findings.TEXT).findings());
  }

  @Test
  void undoTakesBackAWordAtATime() {
    model.load("");
    type("kind: Pod\nspec");
    model.undo();
    assertThat(model.text()).isEqualTo("kind: Pod\n");
    model.undo();
    model.undo();
    assertThat(model.text()).isEqualTo("kind: ");
    model.undo();
    assertThat(model.text()).isEmpty();
    assertThat(model.canUndoProperty().get()).isFalse();
    while (model.canRedoProperty().get()) {
      model.redo();
    }
    assertThat(model.text()).isEqualTo("kind: Pod\nspec");
    assertThat(model.caretProperty().get()).isEqualTo(14);
  }

  @Test
  void aRunOfBackspacesIsOneStep() {
    model.load("abcdef");
    model.typed(TextEdit.remove(5, 6));
    model.typed(TextEdit.remove(4, 5));
    model.typed(TextEdit.remove(3, 4));
    assertThat(model.text()).isEqualTo("abc");
    model.undo();
    assertThat(model.text()).isEqualTo("abcdef");
    assertThat(model.caretProperty().get()).isEqualTo(6);
  }

  @Test
  void anEditSetIsOneStepAndTheCaretStaysWithItsText() {
    model.load("a: 1\nb: 2\nc: 3\n");
    model.reveal(TextRange.at(10));
    model.apply(EditSet.of(TextEdit.insert(0, "# top\n"), TextEdit.replace(8, 9, "22")));
    assertThat(model.text()).isEqualTo("# top\na: 1\nb: 22\nc: 3\n");
    assertThat(model.caretProperty().get()).isEqualTo(17);
    assertThat(model.positionProperty().get()).isEqualTo(new Position(4, 1));
    model.undo();
    assertThat(model.text()).isEqualTo("a: 1\nb: 2\nc: 3\n");
    assertThat(model.caretProperty().get()).isEqualTo(10);
  }

  @Test
  void modifiedMeansOtherThanSaved() {
    model.load("a");
    assertThat(model.modifiedProperty().get()).isFalse();
    type("x");
    assertThat(model.modifiedProperty().get()).isTrue();
    model.markSaved();
    assertThat(model.modifiedProperty().get()).isFalse();
    type("y");
    model.undo();
    assertThat(model.modifiedProperty().get()).isFalse();
    model.undo();
    assertThat(model.modifiedProperty().get()).isTrue();
    model.redo();
    assertThat(model.modifiedProperty().get()).isFalse();
  }

  @Test
  void listenersHearOfEachChangeWithTheModelUpToDate() {
    List<String> heard = new ArrayList<>();
    model.addTextListener(m -> heard.add(m.revision() + m.text() + m.modifiedProperty().get()));
    model.load("");
    type("a");
    model.undo();
    assertThat(heard).containsExactly("1false", "2atrue", "3false");
  }

  @Test
  void findingsMoveWithEditsBeforeThem() {
    loadWithFindings();
    int before = finding("privileged-container").range().start();
    model.apply(EditSet.of(TextEdit.insert(0, "# one\n# two\n")));
    LocatedFinding moved = finding("privileged-container");
    assertThat(moved.range().start()).isEqualTo(before + 12);
    assertThat(moved.start().line()).isEqualTo(12);
    assertThat(moved.range().of(model.text())).hasToString("privileged");
  }

  @Test
  void aFindingWhoseKeyIsEditedGoesAndTheOthersStay() {
    loadWithFindings();
    int inside = finding("privileged-container").range().start() + 3;
    model.typed(TextEdit.insert(inside, "x"));
    assertThat(model.findings())
        .extracting(f -> f.finding().control().id())
        .containsExactly("not-in-a-zone", "fixed-user");
    assertThat(finding("fixed-user").range().of(model.text())).hasToString("runAsUser");
  }

  @Test
  void selectingAFindingRevealsItAndItStaysSelectedWhileItMoves() {
    loadWithFindings();
    model.selectedProperty().set(finding("fixed-user"));
    assertThat(model.positionProperty().get()).isEqualTo(new Position(11, 9));
    assertThat(model.findingsAtCaret()).containsExactly(finding("fixed-user"));
    model.apply(EditSet.of(TextEdit.insert(0, "\n")));
    assertThat(model.selectedProperty().get()).isEqualTo(finding("fixed-user"));
    model.setFindings(List.of());
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void whatIsMissingIsSaidAtTheEndOfItsParentsLine() {
    loadWithFindings();
    LineMarks spec = model.marksAt(4);
    assertThat(spec).isNotNull();
    assertThat(spec.inlay()).isEqualTo("missing: runtimeClassName — Not in an Edera zone");
    assertThat(spec.marks()).containsExactly(new LineMarks.Mark(0, 4, Severity.CRITICAL, true));
  }

  @Test
  void randomEditsUndoneGiveTheTextBackAndLinesStayKnown() {
    Random random = new Random(11);
    model.load(Findings.TEXT);
    for (int i = 0; i < 500; i++) {
      int start = random.nextInt(model.text().length() + 1);
      int end = Math.min(model.text().length(), start + random.nextInt(30));
      String come = List.of("", "x", "\n", "a\n\nb").get(random.nextInt(4));
      model.typed(TextEdit.replace(start, end, come));
      String[] lines = model.text().split("\n", -1);
      assertThat(model.buffer().lineCount()).isEqualTo(lines.length);
      int line = random.nextInt(lines.length);
      assertThat(model.buffer().line(line)).isEqualTo(lines[line]);
    }
    String last = model.text();
    while (model.canUndoProperty().get()) {
      model.undo();
    }
    assertThat(model.text()).isEqualTo(Findings.TEXT);
    while (model.canRedoProperty().get()) {
      model.redo();
    }
    assertThat(model.text()).isEqualTo(last);
  }
}
