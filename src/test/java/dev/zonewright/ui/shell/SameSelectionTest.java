package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.findings.FindingRow;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Tree, table, editor, risk panel and help show the same, wherever it was chosen. */
class SameSelectionTest extends ApplicationTest {
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
  void aFindingOfTheTableLeadsTheOthers() {
    interact(() -> bench.model.choose(of("zeta")));
    assertAllShow("web", "zeta", "b.yaml");

    interact(bench.model::nextFinding);
    LocatedFinding now = chosen();
    assertAllShow(now.finding().name(), now.finding().tenant().orElseThrow(), fileOf(now));
  }

  @Test
  void aRowOfTheTreeLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    interact(() -> chooseRow("web"));
    assertAllShow("web", "zeta", "b.yaml");
    assertThat(bench.active().editor().caretProperty().get()).isLessThan(20);

    interact(() -> chooseRow("settings"));
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(rowTitle()).isEqualTo("settings");
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    assertThat(risk()).isEqualTo("acme");

    interact(() -> chooseRow("zeta"));
    assertThat(rowTitle()).isEqualTo("zeta");
    assertThat(chosen().finding().tenant()).hasValue("zeta");
    assertThat(risk()).isEqualTo("zeta");
    assertThat(bench.active().shortName()).isEqualTo("b.yaml");
  }

  @Test
  void theArrowKeysPassAllRowsOfTheTree() {
    interact(() -> bench.model.choose(of("acme")));
    // the tree follows what was chosen elsewhere after a frame, and would take the row away again
    waitForTheTree("api");
    interact(() -> {
      tree().requestFocus();
      chooseRow("acme");
    });
    push(KeyCode.DOWN);
    assertThat(rowTitle()).isEqualTo("api");
    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(rowTitle()).isEqualTo("web");
    push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(rowTitle()).isEqualTo("acme");
    assertThat(tree().isFocused()).isTrue();
  }

  @Test
  void theTenantOfTheRiskPanelLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    interact(() -> lookup("#risk-tenant").<ComboBox<String>>query().setValue("zeta"));
    assertAllShow("web", "zeta", "b.yaml");
  }

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
  void aClosedTenantOpensWhenAFindingOfItIsChosen() {
    interact(() -> {
      bench.model.choose(of("acme"));
      tree().getRoot().getChildren().forEach(tenant -> tenant.setExpanded(false));
      bench.model.choose(of("zeta"));
    });
    assertAllShow("web", "zeta", "b.yaml");
  }

  @Test
  void anotherWayToLookKeepsTheObject() {
    interact(() -> bench.model.choose(of("zeta")));
    interact(() -> bench.model.tree().viewProperty().set(TreeModel.View.FILES));
    assertAllShow("web", "zeta", "b.yaml");
  }

  @Test
  void otherGroupsKeepTheFindingInSight() {
    interact(() -> bench.model.choose(of("zeta")));
    interact(() -> bench.model.findings().groupingProperty().set(Grouping.CONTROL));
    assertAllShow("web", "zeta", "b.yaml");
    LocatedFinding chosen = chosen();
    assertThat(lookup(".table-row-cell").<TableRow<?>>queryAll())
        .anySatisfy(row ->
            assertThat(row.getItem())
                .isInstanceOfSatisfying(
                    FindingRow.Item.class, item -> assertThat(item.at()).isEqualTo(chosen)));
  }

  @Test
  void aHiddenTenantLeavesNothingChosenThatIsNotShown() {
    interact(() -> {
      bench.model.choose(of("acme"));
      bench.model.findings().filterProperty().set("acme");
      bench.model.risk().choose("zeta");
    });
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(risk()).isEqualTo("zeta");
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

  private void assertAllShow(String object, String tenant, String file) {
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
    assertThat(lookup("#help-title").queryLabeled().getText())
        .isEqualTo(chosen.finding().control().title());
  }

  private Node focus() {
    return tree().getScene().getFocusOwner();
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

  private static String fileOf(LocatedFinding at) {
    return at.file().substring(at.file().lastIndexOf('/') + 1);
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

  private void chooseRow(String title) {
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
}
