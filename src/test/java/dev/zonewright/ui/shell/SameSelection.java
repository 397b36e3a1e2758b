package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.findings.FindingRow;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.tree.TreeNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Two tenants in a window, and what its parts show of them. */
abstract class SameSelection extends ApplicationTest {
  static final String CLEAN =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: acme}
      """;

  @TempDir Path folder;

  Bench bench = new Bench(Path.of(""));

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

  /** The rows of the tree come with a frame of their own. */
  void waitForTheTree(String object) {
    waitFor(
        "the tree does not lead to " + object,
        () -> tree().getSelectionModel().getSelectedItem() != null && rowTitle().equals(object));
  }

  private static void waitFor(String otherwise, Callable<Boolean> shown) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(shown).get());
    } catch (TimeoutException e) {
      throw new AssertionError(otherwise, e);
    }
  }

  void assertAllShow(String object, String tenant, String file) {
    waitForTheTree(object);
    LocatedFinding chosen = chosen();
    assertThat(chosen.finding().name()).isEqualTo(object);
    assertThat(rowTitle()).isEqualTo(object);
    assertThat(risk()).isEqualTo(tenant);
    assertThat(bench.active().shortName()).isEqualTo(file);
    TableView<FindingRow> table = lookup("#findings-table").query();
    assertThat(table.getSelectionModel().getSelectedItem())
        .isInstanceOfSatisfying(
            FindingRow.Item.class, row -> assertThat(row.at()).isEqualTo(chosen));
    // it has a frame of its own, after the rest
    String title = chosen.finding().control().title();
    waitFor(
        "the help is not about " + title,
        () -> lookup("#help-title").queryLabeled().getText().equals(title));
  }

  LocatedFinding of(String tenant) {
    return bench.model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().tenant().equals(Optional.of(tenant)))
        .findFirst()
        .orElseThrow();
  }

  LocatedFinding chosen() {
    return Optional.ofNullable(bench.model.findings().selectedProperty().get()).orElseThrow();
  }

  static String fileOf(LocatedFinding at) {
    return at.file().substring(at.file().lastIndexOf('/') + 1);
  }

  String risk() {
    return Optional.ofNullable(bench.model.risk().tenantProperty().get()).orElseThrow();
  }

  TreeView<TreeNode> tree() {
    return lookup("#workspace-tree").query();
  }

  String rowTitle() {
    return tree().getSelectionModel().getSelectedItem().getValue().title();
  }

  void chooseRow(String title) {
    TreeItem<TreeNode> row = row(tree().getRoot(), title).orElseThrow();
    tree().getSelectionModel().clearAndSelect(tree().getRow(row));
  }

  private static Optional<TreeItem<TreeNode>> row(TreeItem<TreeNode> under, String title) {
    return under.getChildren().stream()
        .flatMap(item ->
            item.getValue().title().equals(title)
                ? Optional.of(item).stream()
                : row(item, title).stream())
        .findFirst();
  }

  LocatedFinding privileged(String tenant) {
    return bench.model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().tenant().equals(Optional.of(tenant)))
        .filter(f -> f.finding().control().id().equals("privileged-container"))
        .findFirst()
        .orElseThrow();
  }
}
