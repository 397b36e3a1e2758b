package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.findings.FindingRow;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.tree.TreeNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What comes in while somebody looks at a place moves neither tree nor table away from it. */
class PlaceInViewTest extends ApplicationTest {
  private static final int BEFORE = 30;
  private static final int AFTER = 50;

  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    ShellView view = new ShellView(bench.model, BackgroundRunner.live(), Optional.empty());
    Scene scene = new Scene(view.root(), 1280, 800);
    Themes.wear(scene, bench.model.themeProperty());
    stage.setScene(scene);
    stage.show();
    bench.open(bench.write("all.yaml", tenants("b", BEFORE)));
  }

  @Test
  void theChosenRowOfTheTreeStaysWhereItIs() throws Exception {
    until(() -> row("t12-b").isPresent() && tree().getExpandedItemCount() >= 2 * BEFORE);
    // it fills over several frames, and then leads to what is chosen
    until(() -> tree().getMaxHeight() < 0);
    interact(() -> tree().scrollTo(20));
    // the first in view may be one that is half out of it
    until(() -> flow(tree()).getFirstVisibleCell().getIndex() >= 19);
    TreeItem<TreeNode> object = row("t12-b").orElseThrow().getChildren().getFirst();
    interact(() -> tree().getSelectionModel().select(object));
    String id = object.getValue().id();
    int above = tree().getRow(object) - flow(tree()).getFirstVisibleCell().getIndex();
    assertThat(above).isPositive();

    interact(this::moreTenants);

    until(() -> row("t49-a").isPresent());
    until(() -> chosenId().equals(id));
    until(() ->
        tree().getSelectionModel().getSelectedIndex()
                - flow(tree()).getFirstVisibleCell().getIndex()
            == above);
  }

  @Test
  void theRowsOfTheTableThatAreInViewStayThere() throws Exception {
    until(() -> table().getItems().size() > BEFORE && table().getMaxHeight() < 0);
    interact(() -> table().scrollTo(40));
    until(() -> flow(table()).getFirstVisibleCell().getIndex() >= 39);
    FindingRow looked = table().getItems().get(42);
    assertThat(looked).isInstanceOf(FindingRow.Item.class);
    String mark = ((FindingRow.Item) looked).at().fingerprint();

    interact(this::moreTenants);

    until(() -> table().getItems().size() > BEFORE + AFTER);
    until(() -> {
      int first = flow(table()).getFirstVisibleCell().getIndex();
      return first > 40
          && table().getItems().subList(first, first + 4).stream()
              .anyMatch(r -> r instanceof FindingRow.Item i && i.at().fingerprint().equals(mark));
    });
  }

  @Test
  void aFindingThatIsChosenAsTheRowsComeIsInView() throws Exception {
    until(() -> table().getItems().size() > BEFORE && table().getMaxHeight() < 0);
    interact(() -> table().scrollTo(40));
    until(() -> flow(table()).getFirstVisibleCell().getIndex() >= 39);

    interact(() -> {
      moreTenants();
      bench.model.choose(bench.model.findings().worst().orElseThrow());
    });

    until(() -> table().getItems().size() > BEFORE + AFTER);
    until(() -> {
      int chosen = table().getSelectionModel().getSelectedIndex();
      return flow(table()).getFirstVisibleCell().getIndex() <= chosen
          && chosen <= flow(table()).getLastVisibleCell().getIndex();
    });
  }

  /** As the rest of a long text does that was read only in part. */
  private void moreTenants() {
    int end = bench.active().text().length();
    bench.active().editor().apply(EditSet.of(TextEdit.insert(end, "---\n" + tenants("a", AFTER))));
  }

  /** Of one set every other name comes between those of the other set. */
  private static String tenants(String set, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Bench.DEPLOYMENT.replace("acme", "t%02d-%s".formatted(i, set)))
        .collect(Collectors.joining("---\n"));
  }

  private String chosenId() {
    TreeItem<TreeNode> item = tree().getSelectionModel().getSelectedItem();
    return item == null ? "" : item.getValue().id();
  }

  private Optional<TreeItem<TreeNode>> row(String title) {
    return tree().getRoot().getChildren().stream()
        .filter(item -> item.getValue().title().equals(title))
        .findFirst();
  }

  private TreeView<TreeNode> tree() {
    return lookup("#workspace-tree").query();
  }

  private TableView<FindingRow> table() {
    return lookup("#findings-table").query();
  }

  private static VirtualFlow<?> flow(javafx.scene.Node list) {
    return (VirtualFlow<?>) list.lookup(".virtual-flow");
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
  }
}
