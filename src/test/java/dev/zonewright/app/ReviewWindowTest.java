package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The review of two tenants: from the overview to an answer, to its line, and back. */
class ReviewWindowTest extends ApplicationTest {
  private static final String REVIEW =
      """
      exceptions:
        - control: host-path-volume
          object: acme/Deployment/api
          reason: log shipping
          owner: ledger team
          expires: 2199-12-04
      attestations:
        - item: dom0-restricted
          by: M. Weber
          date: 2026-10-02
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
  void openTheSample() throws Exception {
    for (String name : new String[] {"globex.yaml", "platform.yaml", "cluster.yaml"}) {
      Files.copy(Path.of("assets/samples", name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("zonewright-review.yaml"), REVIEW);
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
    until(() -> model.review().factsProperty().get().review().isPresent());
  }

  @Test
  void keysLeadFromTheOverviewToTheEvidenceAndBack() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(shown("#overview")).isTrue();
    assertThat(shown("#manifests")).isFalse();
    until(() -> lookup("#heat-globex-operator-network").tryQuery().isPresent());

    interact(() -> button("#heat-globex-operator-network").requestFocus());
    push(KeyCode.SPACE);
    assertThat(model.risk().tenantProperty().get()).isEqualTo("globex");
    push(KeyCode.RIGHT);
    push(KeyCode.DOWN);
    Node evidence = lookup("#overview-evidence").query();
    assertThat(from(evidence).lookup(".evidence").queryAll()).isNotEmpty();

    interact(() -> from(evidence).lookup(".evidence .hyperlink").<Hyperlink>query().fire());
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.MANIFESTS);
    until(() -> window(0).getScene().getFocusOwner() instanceof CodeArea);
    push(KeyCode.ALT, KeyCode.LEFT);
    assertThat(shown("#overview")).isTrue();
  }

  @Test
  void oneKeyLeadsFromAWorkloadToWhatItReaches() throws Exception {
    interact(() -> model.review().openReachability("globex"));
    until(() -> table("#reach-table").getItems().size() > 8);
    assertThat(lookup(".reach-now.bad-text").queryAll()).isNotEmpty();
    assertThat(shown("#reach-steps")).isTrue();
    assertThat(lookup("#reach-steps .step").queryAll()).hasSizeGreaterThan(1);

    interact(() -> table("#reach-table").requestFocus());
    push(KeyCode.LEFT);
    until(() -> model.review().pageProperty().get() == ReviewPage.REACHABILITY);
    push(KeyCode.F4);
    // the first row of those who reach it may have no line; then nothing happens
    push(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertThat(shown("#manifests")).isTrue();
    push(KeyCode.F7);
    assertThat(shown("#reachability")).isTrue();
  }

  @Test
  void accountsExceptionsAndAttestationsHaveTheirPages() throws Exception {
    push(KeyCode.SHIFT, KeyCode.F7);
    until(() -> !table("#access-table").getItems().isEmpty());
    // the account of the workload that is looked at comes first; the first row is one that reaches
    // it
    interact(() -> table("#access-table").getSelectionModel().selectFirst());
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());

    push(KeyCode.CONTROL, KeyCode.TAB);
    until(() -> table("#exceptions-table").getItems().size() == 1);
    assertThat(text("#review-tab-exceptions")).isEqualTo("Exceptions  1");
    push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(table("#attestations-table").getItems()).hasSize(1);
    push(KeyCode.CONTROL, KeyCode.TAB);
    until(() -> lookup("#compare-findings").tryQuery().isPresent());
    push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(model.review().pageProperty().get()).isEqualTo(ReviewPage.OVERVIEW);
  }

  @Test
  void whatIsAcceptedIsNoFindingToDoAnyMore() {
    assertThat(model.analysisProperty().get().findings())
        .noneMatch(f ->
            f.finding().control().id().equals("host-path-volume")
                && f.finding().name().equals("api"));
    assertThat(model.review().factsProperty().get().analysis().findings())
        .anyMatch(f -> f.accepted().isPresent());
  }

  @Test
  void aFindingIsAcceptedInTheReviewFileAndUndoTakesItBack() throws Exception {
    LocatedFinding finding =
        model.analysisProperty().get().findings().stream()
            .filter(f -> f.finding().control().id().equals("host-pid"))
            .findFirst()
            .orElseThrow();
    interact(() -> model.choose(finding));
    interact(() -> window(0).getScene().lookup("#findings-table").requestFocus());
    push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.ENTER);
    until(() -> lookup("#accept-reason").tryQuery().isPresent());
    // the comment on the line is taken for the reason
    assertThat(button("#entry-write").isDisabled()).isFalse();
    clickOn("#accept-comment-undo");
    assertThat(button("#entry-write").isDisabled()).isTrue();
    assertThat(text("#entry-missing")).isEqualTo("Needed: a reason");

    interact(() -> lookup("#accept-reason").query().requestFocus());
    type(KeyCode.TAB);
    until(() -> lookup("#accept-owner").query().isFocused());
    assertThat(text("#entry-missing")).isEqualTo("Needed: a reason");

    push(KeyCode.ALT, KeyCode.E);
    until(() -> lookup("#entry-expires").query().isFocused());
    push(KeyCode.ALT, KeyCode.R);
    until(() -> lookup("#accept-reason").query().isFocused());
    write("the debugger needs it");
    assertThat(lookup("#entry-preview .added").queryAll()).hasSize(6);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    until(() -> model.review().factsProperty().get().exceptions().size() == 2);
    until(() ->
        model.analysisProperty().get().findings().stream()
            .noneMatch(f -> f.fingerprint().equals(finding.fingerprint())));
    assertThat(model.unsavedProperty().get()).isTrue();

    interact(model::save);
    clickOn("Undo");
    until(() -> model.review().factsProperty().get().exceptions().size() == 1);
  }

  @Test
  void somebodyAttestsAnItemBesideTheOverview() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    until(() -> lookup("#overview-attest-zone-restarts-watched").tryQuery().isPresent());
    interact(() -> button("#overview-attest-zone-restarts-watched").requestFocus());
    // the dialog waits for an answer, so that it is asked for and not waited for
    Platform.runLater(() -> button("#overview-attest-zone-restarts-watched").fire());
    until(() -> lookup("#attest-note").tryQuery().isPresent());
    clickOn("#attest-note").write("dashboard of the nodes");
    push(KeyCode.CONTROL, KeyCode.ENTER);
    until(() -> lookup("#overview-item-zone-restarts-watched .attested").tryQuery().isPresent());
  }

  @Test
  void withoutAFileThereIsNothingToReview() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    interact(() -> model.files().closeAll());
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    assertThat(shown("#perspective-review")).isFalse();
  }

  private Button button(String query) {
    return lookup(query).query();
  }

  private TableView<?> table(String query) {
    return lookup(query).query();
  }

  private String text(String query) {
    return lookup(query).<Labeled>query().getText();
  }

  private boolean shown(String query) {
    Node node = lookup(query).query();
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
