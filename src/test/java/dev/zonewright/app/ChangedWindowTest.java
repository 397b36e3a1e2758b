package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.text.WholeText;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What the review says of changes is read whole. */
class ChangedWindowTest extends ApplicationTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one, namespace: acme}
      spec:
        containers: [{name: a, image: 'registry.example/a:1'}]
      """;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void openAPod() throws Exception {
    Path file = folder.resolve("platform-workloads.yaml");
    Files.writeString(file, POD);
    interact(() -> model.open(List.of(file)));
    until(() -> model.review().factsProperty().get().risk("acme").isPresent());
    interact(() -> {
      OpenFile pods = model.files().openFiles().file(file.toString()).orElseThrow();
      String host = POD.replace("spec:\n", "spec:\n  hostPID: true\n  hostIPC: true\n");
      host = host.replace("hostPID: true\n", "hostPID: true\n  hostNetwork: true\n");
      pods.editor().apply(WholeText.edit(POD, host));
    });
  }

  @Test
  void theLinesOfAComparisonStandInTheirList() throws Exception {
    interact(() -> model.review().open(ReviewPage.COMPARE));
    until(() -> lookup("#compare-findings .compare-line").queryAll().size() > 1);
    for (double width : List.of(900.0, 853.0)) {
      interact(() -> {
        window(0).getScene().getRoot().resize(width, 600);
        window(0).getScene().getRoot().layout();
      });
      WaitForAsyncUtils.waitForFxEvents();
      Node list = lookup("#compare-findings").query();
      double end = list.localToScene(list.getLayoutBounds()).getMaxX() + 1;
      assertThat(lookup("#compare-findings .hyperlink").queryAllAs(Node.class))
          .isNotEmpty()
          .allMatch(link -> link.localToScene(link.getLayoutBounds()).getMaxX() <= end);
    }
  }

  @Test
  void whatBecameOfARiskTakesNoRoomFromItsName() throws Exception {
    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() -> lookup("#heat-acme-network-fabric").tryQuery().isPresent());
    interact(() -> lookup("#heat-acme-network-fabric").<Button>query().fire());
    until(() -> headline().anyMatch(label -> label.getText().equals("worse")));
    assertThat(headline().map(Labeled::getText)).contains("acme · CNI, network fabric");
    assertThat(headline()).noneMatch(Labeled::isTextTruncated);
  }

  /** The words above the evidence that are in sight. */
  private Stream<Labeled> headline() {
    return lookup("#overview-evidence .pane-head .label").queryAllAs(Labeled.class).stream()
        .filter(label -> label.isVisible() && label.getParent().isVisible());
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
