package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The main job by hand: open, next finding, read, preview, apply, undo, fix all, save. */
class StoryTest extends ApplicationTest {
  private static final String PLATFORM =
      """
      # the platform, keep me
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: acme
      spec:
        selector: {matchLabels: {app: api}}
        template:
          metadata:
            labels: {app: api}
            annotations:
              dev.edera/kernel: kernel:1
          spec:
            serviceAccountName: api
            automountServiceAccountToken: false
            securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            containers:
              - name: api
                image: api:1
                securityContext:
                  privileged: true   # for now
                  allowPrivilegeEscalation: true
                  capabilities:
                    drop: [ALL]
      """;
  private static final String UNPRIVILEGED =
      PLATFORM
          .replace("privileged: true ", "privileged: false ")
          .replace("allowPrivilegeEscalation: true", "allowPrivilegeEscalation: false");
  private static final String MENDED =
      UNPRIVILEGED.replace(
          "automountServiceAccountToken: false\n",
          "automountServiceAccountToken: false\n      runtimeClassName: edera\n");

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model;

  @Override
  public void start(Stage stage) throws IOException {
    Files.writeString(folder.resolve("platform.yaml"), PLATFORM);
    BackgroundRunner runner = BackgroundRunner.live();
    Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);
    model = new ShellModel(runner, new ManifestStore(), analyzer, Profile.EDERA_REFERENCE);
    ShellView view = new ShellView(model, runner, Optional.of(folder));
    Scene scene = new Scene(view.root(), 1280, 800);
    Themes.wear(scene, model.themeProperty());
    view.takeKeys();
    stage.setScene(scene);
    stage.show();
    view.root().requestFocus();
  }

  @Test
  void openSeeMendJudgeSave() throws TimeoutException, IOException {
    // not as the sample, whose copy asks for a place when it is saved
    interact(() -> model.open(List.of(folder)));
    until(() -> findings() > 0);
    assertThat(level()).isEqualTo(ResidualLevel.OPEN);
    int before = findings();

    // the first finding is chosen unasked
    until(() -> lookup("#help-title").tryQuery().isPresent());
    until(() -> text("#help-title").equals("Not in an Edera zone"));
    push(KeyCode.F2);
    until(() -> text("#help-title").equals("Privileged container"));
    assertThat(text("#status-place")).startsWith("Ln 22, Col ");

    push(KeyCode.ALT, KeyCode.ENTER);
    until(this::previewed);
    push(KeyCode.ENTER);
    until(() -> editorText().equals(UNPRIVILEGED));
    until(() -> findings() < before);

    push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> editorText().equals(PLATFORM) && findings() == before);

    push(KeyCode.CONTROL, KeyCode.Y);
    until(() -> editorText().equals(UNPRIVILEGED));

    clickOn("#fix-all-menu");
    clickOn("In this file");
    until(() -> dialog().isPresent() && !applyButton().isDisabled());
    clickOn(applyButton());
    until(() -> editorText().equals(MENDED) && findings() == 0);
    assertThat(level()).isNotEqualTo(ResidualLevel.OPEN);

    push(KeyCode.CONTROL, KeyCode.S);
    until(() -> !model.unsavedProperty().get());
    assertThat(Files.readString(folder.resolve("platform.yaml"))).isEqualTo(MENDED);
    assertThat(text("#findings-empty")).isEqualTo("No findings in 1 document");
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int findings() {
    return model.analysisProperty().get().findings().size();
  }

  private ResidualLevel level() {
    return Optional.ofNullable(model.risk().currentProperty().get())
        .map(TenantRisk::level)
        .orElseThrow();
  }

  private String editorText() {
    return Optional.ofNullable(model.tabs().activeProperty().get()).orElseThrow().text();
  }

  private String text(String query) {
    return lookup(query).queryAs(Label.class).getText();
  }

  private boolean previewed() {
    return Window.getWindows().stream()
        .flatMap(w -> w.getScene().getRoot().lookupAll("#fix-preview .label").stream())
        .anyMatch(l -> l instanceof Label label && label.getText().startsWith("2 lines change"));
  }

  private Optional<DialogPane> dialog() {
    return lookup(".zw-fix-all").tryQueryAs(DialogPane.class);
  }

  private ButtonBase applyButton() {
    DialogPane pane = dialog().orElseThrow();
    ButtonType apply = pane.getButtonTypes().getFirst();
    return (ButtonBase) pane.lookupButton(apply);
  }
}
