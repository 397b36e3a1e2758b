package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.findings.FindingsPane;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.help.HelpModel;
import dev.zonewright.ui.help.HelpPane;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.risk.RiskModel;
import dev.zonewright.ui.risk.RiskPane;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import dev.zonewright.ui.tree.TreePane;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/** The lists of the window fill over frames, none of which makes all rows. */
class FirstFillWindowTest extends ApplicationTest {
  private final Queue<Runnable> frames = new ArrayDeque<>();
  private final FindingsModel findings = new FindingsModel();
  private final TreeModel tree = new TreeModel();
  private final RiskModel risk = new RiskModel();

  @Override
  public void start(Stage stage) {
    HBox row =
        new HBox(
            new TreePane(tree, _ -> {}, frames::add),
            new FindingsPane(findings, new Nothing(), frames::add),
            new RiskPane(risk, _ -> {}, new Label(), frames::add));
    Scene scene = new Scene(row, 1400, 700);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
  }

  private static Analysis analysis(String tenant) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: pod-%d, namespace: %s}
          spec: {hostPID: true, containers: [{name: api, image: 'registry.example/api:1'}]}
          ---
          """
              .formatted(i, tenant));
    }
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text.toString())));
  }

  private void frame() {
    interact(() -> {
      Runnable task = frames.poll();
      if (task != null) {
        task.run();
      }
    });
    interact(() -> {
      Parent root = lookup("#risk-scroll").query().getScene().getRoot();
      root.applyCss();
      root.layout();
    });
  }

  private void allFrames() {
    while (!frames.isEmpty()) {
      frame();
    }
  }

  private double height(String id) {
    return lookup(id).<Region>query().getHeight();
  }

  private Set<Node> risks() {
    return lookup(node -> node.getId() != null && node.getId().startsWith("risk-row-")).queryAll();
  }

  @Test
  void theTableOpensRowByRow() {
    allFrames();
    double whole = height("#findings-table");
    interact(() -> findings.show(analysis("acme")));
    double before = height("#findings-table");
    assertThat(before).isLessThan(whole / 2);
    frame();
    assertThat(height("#findings-table")).isGreaterThan(before).isLessThan(whole);
    allFrames();
    assertThat(height("#findings-table")).isEqualTo(whole);

    interact(() -> findings.show(analysis("other")));
    assertThat(frames).as("what is open stays open").isEmpty();
    assertThat(height("#findings-table")).isEqualTo(whole);
  }

  private Set<Node> bodies(String cells) {
    return lookup(cells).queryAllAs(Labeled.class).stream()
        .map(Labeled::getGraphic)
        .filter(HBox.class::isInstance)
        .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
  }

  // a node that is new in the window, or comes back, is styled from scratch
  @Test
  void otherObjectsComeInTheNodesOfThoseBefore() {
    interact(() -> {
      // the head of a group has no object
      findings.groupingProperty().set(Grouping.NONE);
      findings.show(analysis("acme"));
    });
    allFrames();
    Set<Node> before = bodies("#findings-table .table-cell");
    interact(() -> findings.show(analysis("other")));
    allFrames();
    assertThat(before).hasSizeGreaterThan(2);
    assertThat(bodies("#findings-table .table-cell")).isEqualTo(before);
  }

  @Test
  void rowsOfTheTreeStayInTheWindowWhileTheyAreEmpty() {
    interact(() -> tree.show(analysis("acme")));
    allFrames();
    Set<Node> before = bodies("#workspace-tree .tree-cell");
    interact(() -> tree.show(Analysis.empty()));
    allFrames();
    assertThat(bodies("#workspace-tree .tree-cell")).isEqualTo(before).noneMatch(Node::isVisible);
    interact(() -> tree.show(analysis("other")));
    allFrames();
    assertThat(before).hasSizeGreaterThan(2);
    assertThat(bodies("#workspace-tree .tree-cell")).isEqualTo(before).allMatch(Node::isVisible);
  }

  @Test
  void theHelpComesWithAFrameOfItsOwn() {
    HelpModel help =
        new HelpModel(
            new BackgroundRunner(Runnable::run, Runnable::run, Runnable::run, (_, _) -> () -> {}),
            ControlPage::of);
    interact(() -> {
      HBox row = (HBox) lookup("#risk-scroll").query().getScene().getRoot();
      row.getChildren().add(new HelpPane(help, _ -> {}, frames::add));
    });
    allFrames();
    ControlInfo first = ControlCatalogue.all().getFirst().info();
    interact(() -> help.show(first));
    assertThat(lookup("#help-title").tryQuery()).isEmpty();
    allFrames();
    assertThat(lookup("#help-title").queryLabeled().getText()).isEqualTo(first.title());
  }

  private LocatedFinding leadToTheLastFinding() {
    Analysis now = analysis("acme");
    LocatedFinding last = now.findings().getLast();
    interact(() -> {
      tree.show(now);
      tree.follow(Optional.of(ObjectPlace.of(last)));
    });
    return last;
  }

  @Test
  void theTreeLeadsToWhatIsLookedAtOnceItIsOpen() {
    TreeView<TreeNode> view = lookup("#workspace-tree").query();
    LocatedFinding last = leadToTheLastFinding();
    assertThat(view.getRoot().getChildren()).isEmpty();
    allFrames();
    TreeItem<TreeNode> chosen = view.getSelectionModel().getSelectedItem();
    assertThat(chosen.getValue().holds(last)).isTrue();
    assertThat(view.getMaxHeight()).isEqualTo(Region.USE_COMPUTED_SIZE);
  }

  /** At one of these the tree has just opened, and its rows are about to be replaced. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void anotherViewOfTheTreeLeadsThereTooHoweverFarItIsOpen(int framesBefore) {
    LocatedFinding last = leadToTheLastFinding();
    for (int i = 0; i < framesBefore; i++) {
      frame();
    }
    interact(() -> tree.viewProperty().set(TreeModel.View.FILES));
    allFrames();
    TreeItem<TreeNode> chosen =
        lookup("#workspace-tree").<TreeView<TreeNode>>query().getSelectionModel().getSelectedItem();
    assertThat(chosen).isNotNull();
    assertThat(chosen.getValue().holds(last)).isTrue();
  }

  @Test
  void ofTheRiskOnlyWhatCameLastIsBuilt() {
    allFrames();
    interact(() -> risk.show(ResidualRisk.of(analysis("acme")), false));
    assertThat(risks()).isEmpty();
    frame();
    interact(() -> risk.show(ResidualRisk.of(analysis("other")), false));
    allFrames();
    List<String> rows = risks().stream().map(Node::getId).toList();
    assertThat(rows).doesNotHaveDuplicates().isNotEmpty();
    String words =
        lookup("#risk-verdict").queryAll().stream()
            .map(Node::getAccessibleText)
            .collect(Collectors.joining());
    assertThat(words).endsWith(verdict(risk)).contains("30 workloads");
  }

  private static String verdict(RiskModel of) {
    TenantRisk risk = of.currentProperty().get();
    return risk == null ? "" : risk.verdict();
  }

  private static final class Nothing implements FindingsPane.Actions {
    @Override
    public void jump(LocatedFinding finding) {}

    @Override
    public void showPlace(LocatedFinding finding, int number) {}

    @Override
    public void showFixes(LocatedFinding finding) {}

    @Override
    public void accept(LocatedFinding finding) {}
  }
}
