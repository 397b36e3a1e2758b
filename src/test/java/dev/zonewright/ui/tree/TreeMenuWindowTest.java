package dev.zonewright.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The menu of a row offers what makes sense for it. */
class TreeMenuWindowTest extends ApplicationTest {
  private static final Analysis ANALYSIS =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
          .analyze(
              List.of(
                  Manifest.of(
                      "a.yaml",
                      """
                      apiVersion: v1
                      kind: Pod
                      metadata: {name: web, namespace: shop}
                      spec:
                        containers: [{name: web, image: web}]
                      ---
                      apiVersion: v1
                      kind: ServiceAccount
                      metadata: {name: runner, namespace: shop}
                      ---
                      apiVersion: v1
                      kind: Service
                      metadata: {name: front, namespace: shop}
                      """)));

  private final List<String> asked = new ArrayList<>();

  private final TreeMenu.Actions actions =
      new TreeMenu.Actions() {
        @Override
        public void open(Jump at) {
          asked.add("open " + at.file());
        }

        @Override
        public void fixAll(TreeNode row) {
          asked.add("fix " + row.title());
        }

        @Override
        public void runbook(Jump workload) {
          asked.add("runbook");
        }

        @Override
        public void copy(String words) {
          asked.add("copy " + words);
        }
      };

  private TreePane pane(Stage stage, TreeModel model) {
    TreePane pane = new TreePane(model, _ -> {}, Runnable::run);
    pane.offer(actions);
    Scene scene = new Scene(pane, 300, 400);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
    return pane;
  }

  @Override
  public void start(Stage stage) {
    TreeModel model = new TreeModel();
    pane(stage, model);
    model.show(ANALYSIS);
  }

  private static Stream<TreeNode> all(TreeNode row) {
    return Stream.concat(Stream.of(row), row.children().stream().flatMap(TreeMenuWindowTest::all));
  }

  private static TreeNode row(TreeModel.View view, String title) {
    return Trees.of(ANALYSIS, view).stream()
        .flatMap(TreeMenuWindowTest::all)
        .filter(n -> n.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** What is offered for a row, where a person could choose it. */
  private List<String> offered(TreeNode row) {
    List<String> ids = new ArrayList<>();
    interact(() ->
        TreeMenu.of(row, actions).getItems().stream()
            .filter(i -> i.getId() != null && !i.isDisable())
            .forEach(i -> {
              ids.add(i.getId());
              i.fire();
            }));
    return ids;
  }

  private Optional<ContextMenu> shown() {
    return listWindows().stream()
        .filter(w -> w instanceof ContextMenu)
        .map(w -> (ContextMenu) w)
        .findFirst();
  }

  /** As the menu key does it. */
  private void askForMenu(TreeView<TreeNode> tree) {
    interact(() ->
        tree.fireEvent(
            new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 40, 40, true, null)));
  }

  @Test
  void theMenuIsThatOfTheChosenRowAndOfNoRowThereIsNone() {
    TreeView<TreeNode> tree = lookup("#workspace-tree").query();
    interact(() -> tree.getSelectionModel().clearSelection());
    askForMenu(tree);
    assertThat(shown()).isEmpty();

    for (String title : List.of("web", "front", "web")) {
      interact(() ->
          IntStream.range(0, tree.getExpandedItemCount())
              .filter(i -> tree.getTreeItem(i).getValue().title().equals(title))
              .findFirst()
              .ifPresent(i -> tree.getSelectionModel().clearAndSelect(i)));
      askForMenu(tree);
      assertThat(shown().orElseThrow().getItems().stream().map(MenuItem::getId))
          .as(title)
          .contains("tree-copy");
      interact(() ->
          shown().orElseThrow().getItems().stream()
              .filter(i -> "tree-copy".equals(i.getId()))
              .forEach(MenuItem::fire));
    }
    assertThat(asked).containsExactly("copy web", "copy front", "copy web");
  }

  @Test
  void aWorkloadHasItsRunbook() {
    assertThat(offered(row(TreeModel.View.TENANTS, "web")))
        .containsExactly("tree-open", "tree-runbook", "tree-fix", "tree-copy");
    assertThat(asked).containsExactly("open a.yaml", "runbook", "fix web", "copy web");
  }

  @Test
  void anAccountCanBeOpenedFixedAndCopied() {
    assertThat(offered(row(TreeModel.View.TENANTS, "runner")))
        .containsExactly("tree-open", "tree-fix", "tree-copy");
  }

  @Test
  void whatHasNoFindingsHasNothingToFix() {
    assertThat(offered(row(TreeModel.View.TENANTS, "front")))
        .containsExactly("tree-open", "tree-copy");
  }

  @Test
  void whatIsWithinARowIsWhatItsCountsSay() {
    for (TreeModel.View view : List.of(TreeModel.View.TENANTS, TreeModel.View.FILES)) {
      assertThat(Trees.of(ANALYSIS, view).stream().flatMap(TreeMenuWindowTest::all).toList())
          .isNotEmpty()
          .allSatisfy(row ->
              assertThat(ANALYSIS.findings().stream().filter(row.within()).count())
                  .as(row.title())
                  .isEqualTo(row.counts().values().stream().mapToInt(c -> c).sum()));
    }
  }
}
