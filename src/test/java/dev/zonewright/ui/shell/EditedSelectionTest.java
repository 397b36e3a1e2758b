package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.tree.TreeNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What is chosen after a text was edited, by typing, a fix, undo or redo. */
class EditedSelectionTest extends ApplicationTest {
  private static final String CLEAN =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: acme}
      """;

  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    ShellView view = new ShellView(bench.model, BackgroundRunner.live(), Optional.empty());
    bench.model.askThrough(bench);
    Scene scene = new Scene(view.root(), 1280, 800);
    Themes.wear(scene, bench.model.themeProperty());
    stage.setScene(scene);
    stage.show();
    bench.write("all/a.yaml", Bench.DEPLOYMENT + "---\n" + CLEAN);
    bench.write(
        "all/b.yaml",
        Bench.DEPLOYMENT.replace("name: api\n", "name: web\n").replace("acme", "zeta"));
    bench.open(folder.resolve("all"));
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
    interact(
        () -> lookup(".code-area").queryAllAs(CodeArea.class).iterator().next().requestFocus());
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

  private LocatedFinding privileged(String tenant) {
    return bench.model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().tenant().equals(Optional.of(tenant)))
        .filter(f -> f.finding().control().id().equals("privileged-container"))
        .findFirst()
        .orElseThrow();
  }

  private CodeArea editorOnShow() {
    return lookup(".code-area").queryAllAs(CodeArea.class).stream()
        .filter(area -> area.getText().equals(bench.active().text()))
        .findFirst()
        .orElseThrow();
  }

  private LocatedFinding of(String tenant) {
    return bench.model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().tenant().equals(Optional.of(tenant)))
        .findFirst()
        .orElseThrow();
  }

  private LocatedFinding chosen() {
    return Optional.ofNullable(bench.model.findings().selectedProperty().get()).orElseThrow();
  }

  private String risk() {
    return Optional.ofNullable(bench.model.risk().tenantProperty().get()).orElseThrow();
  }

  private TreeView<TreeNode> tree() {
    return lookup("#workspace-tree").query();
  }

  private String rowTitle() {
    return tree().getSelectionModel().getSelectedItem().getValue().title();
  }

  /** The rows of the tree come with a frame of their own. */
  private void waitForTheTree(String object) {
    Callable<Boolean> shown =
        () -> tree().getSelectionModel().getSelectedItem() != null && rowTitle().equals(object);
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(shown).get());
    } catch (TimeoutException e) {
      throw new AssertionError("the tree does not lead to " + object, e);
    }
  }
}
