package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.files.OpenFile;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/** What is opened, pasted or typed leads tree, table, editor, risk panel and help. */
class SameSelectionInTextTest extends SameSelection {
  @Test
  void theTabInFrontLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    OpenFile acme = bench.active();
    interact(() -> bench.model.choose(of("zeta")));
    interact(() -> bench.model.tabs().show(acme));
    assertAllShow("api", "acme", "a.yaml");

    Path clean = bench.write("clean.yaml", CLEAN.replace("settings", "other"));
    interact(() -> bench.open(clean));
    assertThat(bench.active().shortName()).isEqualTo("clean.yaml");
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    waitForTheTree("other");
    assertThat(risk()).isEqualTo("acme");
  }

  @Test
  void theLineThatAnAnswerLeadsToLeadsTheOthers() {
    interact(() -> bench.model.choose(of("zeta")));
    OpenFile acme = file("a.yaml");
    TextRange settings = TextRange.at(acme.text().indexOf("kind: ConfigMap"));
    interact(() -> bench.model.jump(new Jump(acme.name(), settings)));
    waitForTheTree("settings");
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(risk()).isEqualTo("acme");
    assertThat(bench.active().editor().caretProperty().get()).isEqualTo(settings.start());

    // in the same file, on a line that no finding marks
    TextRange kind = TextRange.at(acme.text().indexOf("kind: Deployment"));
    interact(() -> bench.model.jump(new Jump(acme.name(), kind)));
    assertAllShow("api", "acme", "a.yaml");
    assertThat(bench.active().editor().caretProperty().get()).isEqualTo(kind.start());
  }

  @Test
  void theFixesThatAreAskedForAtTheCaretAreOfTheFindingThatIsChosen() {
    interact(() -> bench.model.choose(of("acme")));
    int chosenLine = chosen().start().line();
    EditorModel editor = bench.active().editor();
    LocatedFinding other =
        bench.model.analysisProperty().get().findings().stream()
            .filter(f -> f.file().equals(editor.file()) && f.start().column() > 1)
            .filter(f -> f.start().line() != chosenLine)
            .findFirst()
            .orElseThrow();
    int line = editor.text().lastIndexOf('\n', other.range().start()) + 1;
    interact(() -> editor.reveal(TextRange.at(line)));
    push(KeyCode.ALT, KeyCode.ENTER);

    assertThat(chosen().start().line()).isEqualTo(other.start().line());
    assertThat(editor.caretProperty().get()).isEqualTo(line);
    push(KeyCode.ESCAPE);
  }

  private OpenFile file(String shortName) {
    return bench.model.files().openFiles().files().stream()
        .filter(f -> f.shortName().equals(shortName))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsOpenedOrPastedWhileAnObjectIsChosenLeadsTheOthersAndHasTheKeyboard() {
    interact(() -> bench.model.choose(of("acme")));
    waitForTheTree("api");
    interact(() -> {
      chooseRow("settings");
      tree().requestFocus();
    });
    Path later =
        bench.write("later.yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: later\n"));
    interact(() -> bench.open(later));
    assertAllShow("later", "acme", "later.yaml");
    assertThat(bench.active().editor().caretProperty().get()).isZero();
    assertThat(focus()).isInstanceOf(CodeArea.class);

    interact(() -> tree().requestFocus());
    interact(() -> bench.model.files().paste(Bench.DEPLOYMENT.replace("acme", "theta")));
    assertAllShow("api", "theta", "pasted.yaml");
    write("#");
    assertThat(bench.active().text()).startsWith("##");

    // a file that has its tab in front already
    interact(() -> tree().requestFocus());
    interact(() -> bench.open(later));
    interact(() -> tree().requestFocus());
    interact(() -> bench.open(later));
    assertThat(focus()).isInstanceOf(CodeArea.class);
  }

  @Test
  void theObjectThatIsTypedIntoLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    OpenFile acme = bench.active();
    int settings = acme.text().indexOf("name: settings") + 14;
    interact(() -> acme.editor().reveal(TextRange.at(settings)));
    interact(
        () -> lookup(".code-area").queryAllAs(CodeArea.class).iterator().next().requestFocus());
    write("2");
    waitForTheTree("settings2");
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
  }

  @Test
  void theObjectAtTheMainOfSeveralCaretsLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    OpenFile acme = bench.active();
    interact(() -> acme.editor().reveal(TextRange.at(acme.text().indexOf("acme") + 1)));
    interact(() -> editorOnShow().requestFocus());
    while (acme.editor().caretProperty().get() < acme.text().indexOf("settings")) {
      push(KeyCode.CONTROL, KeyCode.D);
    }
    write("zeta");
    assertThat(acme.text()).doesNotContain("acme");
    waitForTheTree("settings");
  }

  @Test
  void afterAFixTheNextFindingIsChosenAndAfterUndoTheOneAtTheCaret() {
    LocatedFinding privileged = privileged("acme");
    interact(() -> bench.model.choose(privileged));
    OpenFile file = bench.active();
    int at = file.text().indexOf("true # for now");
    interact(() -> file.editor().apply(EditSet.of(TextEdit.replace(at, at + 4, "false"))));
    assertThat(chosen().finding().control().id()).isNotEqualTo("privileged-container");
    LocatedFinding next = chosen();
    assertThat(file.editor().caretProperty().get())
        .as("the caret stays at the edit")
        .isBetween(privileged.range().start(), privileged.range().end() + 1);

    interact(bench.model::undo);
    assertThat(chosen().fingerprint()).isEqualTo(privileged.fingerprint());
    interact(bench.model::redo);
    assertThat(chosen().fingerprint()).isEqualTo(next.fingerprint());
    // what is chosen is where the key leads
    interact(bench.model::nextFinding);
    assertThat(chosen().fingerprint()).isEqualTo(next.fingerprint());
  }

  @Test
  void theObjectOfAFindingThatIsTypedAwayStaysInView() {
    LocatedFinding privileged = privileged("zeta");
    interact(() -> bench.model.choose(privileged));
    int at = bench.active().text().indexOf("true # for now");
    interact(() -> {
      bench.active().editor().select(new TextRange(at, at + 4));
      editorOnShow().requestFocus();
    });
    write("no");
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(rowTitle()).isEqualTo("web");
    assertThat(risk()).isEqualTo("zeta");
  }

  private CodeArea editorOnShow() {
    return lookup(".code-area").queryAllAs(CodeArea.class).stream()
        .filter(area -> area.getText().equals(bench.active().text()))
        .findFirst()
        .orElseThrow();
  }

  private Node focus() {
    return tree().getScene().getFocusOwner();
  }
}
