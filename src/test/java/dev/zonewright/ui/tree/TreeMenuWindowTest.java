package dev.zonewright.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
  private @Nullable TreeNode chosen;
  private @Nullable TreeMenu menu;

  @Override
  public void start(Stage stage) {
    menu =
        new TreeMenu(
            () -> Optional.ofNullable(chosen),
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
            });
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
    chosen = row;
    List<String> ids = new ArrayList<>();
    interact(() -> {
      TreeMenu of = Optional.ofNullable(menu).orElseThrow();
      of.getOnShowing().handle(null);
      of.getItems().stream()
          .filter(i -> i.getId() != null && i.isVisible() && !i.isDisable())
          .forEach(i -> {
            ids.add(i.getId());
            fire(i);
          });
    });
    return ids;
  }

  private static void fire(MenuItem item) {
    item.fire();
  }

  @Test
  void aWorkloadHasItsRunbook() {
    assertThat(offered(row(TreeModel.View.TENANTS, "web")))
        .containsExactly("tree-open", "tree-fix", "tree-runbook", "tree-copy");
    assertThat(asked).containsExactly("open a.yaml", "fix web", "runbook", "copy web");
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
