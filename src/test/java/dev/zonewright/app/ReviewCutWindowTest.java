package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Chains are cut and connections closed from the pages that show them. */
class ReviewCutWindowTest extends ApplicationTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one, namespace: acme}
      spec:
        serviceAccountName: release
        containers: [{name: a, image: 'registry.example/a:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: two, namespace: acme}
      spec:
        serviceAccountName: release
        containers: [{name: a, image: 'registry.example/a:1'}]
      """;

  private static final String RIGHTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: acme
        labels: {team: acme}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: deployer, namespace: acme}
      rules:
      - apiGroups: [apps]
        resources: [deployments]
        verbs: [create]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: release, namespace: acme}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
      subjects:
      - kind: ServiceAccount
        name: release
        namespace: acme
      - kind: ServiceAccount
        name: other
        namespace: acme
      """;

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: wide, namespace: acme}
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
        egress:
        - to:
          - ipBlock: {cidr: 0.0.0.0/0}
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
  void openAPlatform() throws Exception {
    Files.writeString(folder.resolve("pods.yaml"), PODS);
    Files.writeString(folder.resolve("rights.yaml"), RIGHTS);
    Files.writeString(folder.resolve("policy.yaml"), POLICY);
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("acme").isPresent());
  }

  @Test
  void longHopsAndTheKeyBesideTheirLinesAreShownWhole() throws Exception {
    chainOf("acme/release");
    hop("Pod one");
    String told = "mounts the token of acme/release; so does Pod two";
    until(() -> whole(told) && whole("F4"));
  }

  /** At 150 % a window of 1440 or of 1280 pixels has no more than this. */
  @ParameterizedTest
  @CsvSource({"960, 600", "853, 533"})
  void theChainAndItsHeadAreWholeInANarrowWindow(double width, double height) throws Exception {
    chainOf("acme/release");
    interact(() -> {
      window(0).getScene().getRoot().resize(width, height);
      window(0).getScene().getRoot().layout();
    });
    ToggleButton panel = lookup("#rail-access-chain").query();
    interact(panel::fire);
    until(() -> whole("6 hops · 4 places to cut"));
    until(() -> whole("acme/release → create-pods"));
    for (String part : List.of("#access-hops .label", "#access-hops .hop-button")) {
      assertThat(lookup(part).queryAllAs(Labeled.class))
          .filteredOn(label -> label.getWidth() > 0)
          .isNotEmpty()
          .noneMatch(Labeled::isTextTruncated);
    }
  }

  /** Whether a text stands on the page, and nothing of it is cut off. */
  private boolean whole(String text) {
    return lookup("#access .label").queryAll().stream()
        .map(Labeled.class::cast)
        .anyMatch(label -> label.getText().equals(text) && !label.isTextTruncated());
  }

  @Test
  void theSubjectIsRemovedFromItsHopAndUndoBringsItBack() throws Exception {
    chainOf("acme/release");
    assertThat(state()).isEqualTo("reaches it");
    hop("RoleBinding release");
    push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> !lookup("#fix-list .zw-fix-entry").queryAll().isEmpty());
    until(() -> lookup("#fix-preview .zw-diff-line.removed").queryAll().size() == 3);
    push(KeyCode.ENTER);
    until(() -> state().equals("without a path"));
    // the other subject keeps its rights
    assertThat(text("rights.yaml"))
        .contains("name: other")
        .doesNotContain("- kind: ServiceAccount\n  name: release");
    assertThat(text("pods.yaml")).isEqualTo(PODS);

    clickOn("Undo");
    until(() -> state().equals("reaches it"));
    assertThat(text("rights.yaml")).isEqualTo(RIGHTS);
  }

  @Test
  void allPodsOfTheAccountMountNoTokenAtOnce() throws Exception {
    chainOf("acme/release");
    Button cut = lookup("#hop-cut-1").query();
    assertThat(cut.getText()).isEqualTo("Mount no token (2)…");
    interact(cut::fire);
    until(() -> lookup("#fix-preview .zw-diff-line.added").queryAll().size() == 2);
    push(KeyCode.ENTER);
    until(() -> text("pods.yaml").split("automountServiceAccountToken: false", -1).length == 3);
  }

  @Test
  void theNamespaceRefusesHostPathsAndTheChainIsStopped() throws Exception {
    chainOf("acme/release");
    hop("Namespace acme");
    push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> !lookup("#fix-preview .zw-diff-line.added").queryAll().isEmpty());
    push(KeyCode.ENTER);
    until(() -> state().equals("stopped"));
    assertThat(text("rights.yaml")).contains("pod-security.kubernetes.io/enforce: restricted");
    // nothing is left to cut
    assertThat(lookup(".hop-button").queryAll()).isEmpty();
  }

  @Test
  void oneCutIsMarkedAsTheCheapest() throws Exception {
    chainOf("acme/release");
    assertThat(lookup("#access-hops .hop-button").queryAll()).hasSize(4);
    assertThat(lookup("#access-hops .hop-button.cheapest").queryAll()).hasSize(1);
  }

  @Test
  void aRuleIsNarrowedFromTheRowThatItDecides() throws Exception {
    interact(() -> model.review().open(ReviewPage.REACHABILITY));
    until(() -> lookup("#reach-fix-1").tryQuery().isPresent());
    interact(() -> table("#reach-table").requestFocus());
    String row = table("#reach-table").getSelectionModel().getSelectedItem().toString();
    assertThat(row).contains("10250", "ALLOWED");
    push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> !lookup("#fix-preview .zw-diff-line.added").queryAll().isEmpty());
    push(KeyCode.ENTER);
    until(() -> text("policy.yaml").contains("except"));
    until(() ->
        !table("#reach-table")
            .getSelectionModel()
            .getSelectedItem()
            .toString()
            .contains("now=ALLOWED"));
  }

  @Test
  void anItemOfTheChecklistIsClosedFromItsLineAndEvidenceFromItsOwn() throws Exception {
    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() -> lookup("#overview-close-zone-kernel-current").tryQuery().isPresent());
    Button close = lookup("#overview-close-zone-kernel-current").query();
    interact(close::fire);
    until(() -> !lookup("#fix-preview .zw-diff-line.added").queryAll().isEmpty());
    push(KeyCode.ENTER);
    until(() -> text("pods.yaml").contains("dev.edera/kernel: "));

    // the keys alone, from the cell whose evidence is shown
    interact(() -> lookup("#heat-acme-operator-node").<Button>query().fire());
    until(() -> lookup("#overview-evidence .line-button").tryQuery().isPresent());
    push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> !lookup("#fix-preview .zw-diff-line.added").queryAll().isEmpty());
    push(KeyCode.ENTER);
    until(() -> text("rights.yaml").contains("pod-security.kubernetes.io/enforce: restricted"));
  }

  @Test
  void aPolicyIsAddedWhereNoneIsolates() throws Exception {
    interact(() -> model.files().closeAll());
    Files.delete(folder.resolve("policy.yaml"));
    interact(() -> model.open(List.of(folder)));
    interact(() -> model.review().open(ReviewPage.REACHABILITY));
    until(() -> lookup("#reach-fix-1").tryQuery().isPresent());
    interact(() -> lookup("#reach-fix-1").<Button>query().fire());
    until(() -> !lookup("#fix-preview .zw-diff-line.added").queryAll().isEmpty());
    push(KeyCode.ENTER);
    until(() -> text("rights.yaml").contains("kind: NetworkPolicy"));
    until(() ->
        table("#reach-table").getItems().stream()
            .anyMatch(r -> r.toString().contains("NOT_OPENED")));
  }

  private void chainOf(String account) throws Exception {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> !table("#access-table").getItems().isEmpty());
    interact(() -> model.review().access().choose(account));
    until(() -> !hops().getItems().isEmpty());
    interact(() -> hops().requestFocus());
  }

  private void hop(String title) {
    for (int i = 0; i < hops().getItems().size(); i++) {
      if (hops().getItems().get(i).toString().contains("title=" + title)) {
        int at = i;
        interact(() -> hops().getSelectionModel().clearAndSelect(at));
        return;
      }
    }
    throw new AssertionError("no hop " + title + " in " + hops().getItems());
  }

  private String state() {
    return lookup("#access-chain .pane-head .chip").<Labeled>query().getText();
  }

  private String text(String file) {
    return model.files().openFiles().files().stream()
        .filter(f -> f.name().endsWith(file))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private ListView<?> hops() {
    return lookup("#access-hops").query();
  }

  private TableView<?> table(String query) {
    return lookup(query).query();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
