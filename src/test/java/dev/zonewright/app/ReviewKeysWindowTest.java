package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Reachability and access by keys alone, and what a screen reader says of them. */
class ReviewKeysWindowTest extends ApplicationTest {
  private static final String ACCESS =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: deploy, namespace: acme}
      rules: [{apiGroups: [apps], resources: [deployments], verbs: [create]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: deploy, namespace: acme}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deploy}
      subjects: [{kind: ServiceAccount, name: api, namespace: acme}]
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
    for (String name : List.of("globex.yaml", "platform.yaml", "cluster.yaml")) {
      Files.copy(Path.of("assets/samples", name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("access.yaml"), ACCESS);
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
  }

  @Test
  void everythingOnThePageOfReachabilityIsReachedByTabAndHasAName() throws Exception {
    openReachability();
    assertThat(walked("#review-tab-reachability"))
        .containsSubsequence(
            "reach-from",
            "reach-way-reaches",
            "reach-address",
            "reach-only-must-be-denied",
            "reach-table")
        .contains("excerpt-open", "step-place-1", "reach-fix-1");
    assertThat(lookup("#reach-graph").query().getAccessibleText())
        .isEqualTo("Picture of the table");
    assertThat(lookup("#reach-table .table-cell").queryAllAs(TableCell.class))
        .filteredOn(c -> c.getGraphic() instanceof Labeled && c.isVisible())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.getAccessibleText()).isNotBlank());
  }

  @Test
  void aRowOfReachabilityLeadsToItsLineAndEscapeBack() throws Exception {
    openReachability();
    interact(() -> table("#reach-table").requestFocus());
    push(KeyCode.DOWN);
    int chosen = table("#reach-table").getSelectionModel().getSelectedIndex();
    assertThat(chosen).isPositive();
    push(KeyCode.ENTER);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> model.review().perspectiveProperty().get() == Perspective.REVIEW);

    interact(() -> lookup("#reach-address").query().requestFocus());
    push(KeyCode.ESCAPE);
    assertThat(table("#reach-table").isFocused()).isTrue();
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.REVIEW);
    push(KeyCode.ESCAPE);
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.MANIFESTS);
  }

  @Test
  void theHopsOfAChainAreWalkedReadAndLeft() throws Exception {
    openAccess();
    assertThat(walked("#review-tab-access"))
        .contains("access-power", "access-reaches", "access-table", "access-hops", "excerpt-open");
    assertThat(lookup("#access-hops .list-cell").queryAllAs(ListCell.class))
        .filteredOn(c -> c.getAccessibleText() != null)
        .anySatisfy(c ->
            assertThat(c.getAccessibleText())
                .contains("RoleBinding deploy: names the account", "access.yaml:10")
                .contains("can be cut: Remove the subject"))
        .allSatisfy(c -> assertThat(c.getAccessibleRoleDescription()).isEqualTo("hop"));

    ListView<?> hops = lookup("#access-hops").query();
    interact(() -> {
      hops.requestFocus();
      hops.getSelectionModel().selectFirst();
    });
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(hops.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    push(KeyCode.ENTER);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> model.review().perspectiveProperty().get() == Perspective.REVIEW);
    interact(hops::requestFocus);
    push(KeyCode.ESCAPE);
    assertThat(table("#access-table").isFocused()).isTrue();
  }

  @Test
  void theStoppedChainIsReachedToo() throws Exception {
    openAccess();
    until(() -> lookup("#access-stopped-chain").query().isVisible());
    assertThat(walked("#review-tab-access")).contains("access-stopped-open");
    interact(() -> lookup("#access-stopped-open").query().requestFocus());
    push(KeyCode.ENTER);
    until(() -> lookup("#access-stopped-by").tryQuery().isPresent());
    assertThat(lookup("#access-stopped-by").<Labeled>query().getText())
        .startsWith("Stopped by Namespace globex, which enforces baseline");
    assertThat(lookup("#access-stopped-chain").query().isVisible()).isFalse();
  }

  @Test
  void countsAreFiltersForKeysTooAndKeepTheFocus() throws Exception {
    openReachability();
    int all = table("#reach-table").getItems().size();
    Node denied = lookup("#reach-only-denied").query();
    interact(denied::requestFocus);
    push(KeyCode.SPACE);
    until(() -> table("#reach-table").getItems().size() < all);
    assertThat(table("#reach-table").getItems())
        .isNotEmpty()
        .noneMatch(line -> line.toString().contains("now=ALLOWED"));
    assertThat(focused()).contains(denied);
    assertThat(denied.getAccessibleText()).matches("Show only \\d+ denied or not opened");
    push(KeyCode.SPACE);
    until(() -> table("#reach-table").getItems().size() == all);

    openAccess();
    int accounts = table("#access-table").getItems().size();
    Node stopped = lookup("#access-stopped").query();
    interact(stopped::requestFocus);
    push(KeyCode.SPACE);
    until(() -> table("#access-table").getItems().size() < accounts);
    assertThat(focused()).contains(stopped);
  }

  @Test
  void aCountStaysPressedAfterAnEditAndCanBeLetGoWhenNothingIsLeftOfIt() throws Exception {
    openAccess();
    interact(() -> lookup("#access-stopped").<ToggleButton>query().fire());
    until(() -> table("#access-table").getItems().size() == 1);
    interact(() -> model.files().closeAll());
    Files.writeString(
        folder.resolve("cluster.yaml"),
        Files.readString(folder.resolve("cluster.yaml"))
            .replaceAll("(?m)^.*pod-security.kubernetes.io/enforce:.*$", ""));
    interact(() -> model.open(List.of(folder)));
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> lookup("#access-stopped").<ToggleButton>query().getText().equals("0 stopped"));
    ToggleButton stopped = lookup("#access-stopped").query();
    assertThat(stopped.isSelected()).isTrue();
    assertThat(stopped.isDisabled()).isFalse();
    assertThat(table("#access-table").getItems()).isEmpty();
    interact(stopped::fire);
    until(() -> !table("#access-table").getItems().isEmpty());
  }

  @Test
  void f6WalksThePanelsOfAPage() throws Exception {
    openReachability();
    interact(() -> lookup("#workspace-tree").query().requestFocus());
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      push(KeyCode.F6);
      focused().map(Node::getId).ifPresent(seen::add);
    }
    assertThat(seen).contains("review-tab-overview", "reach-table", "workspace-tree");
  }

  private void openReachability() throws TimeoutException {
    interact(() -> model.review().openReachability("globex"));
    until(() -> table("#reach-table").getItems().size() > 8);
    until(() -> lookup("#reach-fix-1").tryQuery().isPresent());
  }

  private void openAccess() throws TimeoutException {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> !table("#access-table").getItems().isEmpty());
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());
    until(() -> lookup("#excerpt-open").tryQuery().isPresent());
  }

  /** What Tab leads through, from a place on until it comes round; each has a name. */
  private List<String> walked(String from) {
    interact(() -> lookup(from).query().requestFocus());
    List<String> out = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Node at = focused().orElseThrow();
      String id = String.valueOf(at.getId());
      if (i > 0 && from.equals("#" + id)) {
        break;
      }
      assertThat(named(at)).as("the name of %s", at).isNotBlank();
      out.add(id);
      push(KeyCode.TAB);
    }
    return out;
  }

  private static String named(Node node) {
    String own = node.getAccessibleText();
    Object said = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return own != null ? own : String.valueOf(said == null ? "" : said);
  }

  private Optional<Node> focused() {
    return Optional.ofNullable(window(0).getScene().getFocusOwner());
  }

  private TableView<?> table(String query) {
    return lookup(query).query();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
