package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.editor.EditorStyles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The dialog of many fixes, by keys alone. */
class FixAllWindowTest extends ApplicationTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: %s, namespace: acme}
      spec:
        runtimeClassName: edera
        serviceAccountName: own
        automountServiceAccountToken: false
        hostPID: true
        securityContext: {seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: a
            image: a:1
            securityContext:
              capabilities: {drop: [ALL]}
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);
  private final Analysis analysis =
      analyzer.analyze(
          List.of(
              Manifest.of("a.yaml", POD.formatted("a")),
              Manifest.of("b.yaml", POD.formatted("b"))));
  private Optional<FixRun> answer = Optional.empty();

  @Override
  public void start(Stage stage) {
    StackPane root = new StackPane();
    root.getStyleClass().add("zw-light");
    Scene scene = new Scene(root, 900, 500);
    scene.getStylesheets().addAll(EditorStyles.sheets());
    stage.setScene(scene);
    stage.show();
    FixAllModel model =
        new FixAllModel(
            new Fixer(analyzer),
            analysis,
            "everything that is open",
            FixAllModel.everything(),
            Runnable::run,
            Runnable::run);
    FixAllDialog dialog = new FixAllDialog(root, model);
    dialog.resultProperty().addListener((_, _, now) -> answer = now);
    dialog.show();
  }

  @Test
  void safeOnesAreTickedSpaceTakesThemOutAndTheCountsFollow() {
    assertThat(box("a.yaml").isIndeterminate()).isTrue();
    assertThat(text("#fix-all-account")).startsWith("closes 4 · leaves 4 · 4 to be reviewed");
    assertThat(lookup("Apply 4 fixes in 2 files").tryQuery()).isPresent();
    ListView<?> diff = lookup("#fix-all-diff").queryAs(ListView.class);
    assertThat(diff.getItems()).isNotEmpty();

    // in between becomes ticked, ticked becomes unticked
    push(KeyCode.SPACE);
    assertThat(text("#fix-all-account")).startsWith("closes 6 · leaves 2");
    push(KeyCode.SPACE);
    assertThat(text("#fix-all-account")).startsWith("closes 2 · leaves 6 · 2 not selected");
    assertThat(diff.getItems()).isEmpty();

    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    assertThat(box("a.yaml").isIndeterminate()).isTrue();
    assertThat(text("#fix-all-explanation")).isNotEmpty();
    assertThat(lookup("Apply 3 fixes in 2 files").tryQuery()).isPresent();
    push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(answer.orElseThrow().edits()).containsOnlyKeys("a.yaml", "b.yaml");
  }

  @Test
  void whatIsForReviewSaysWhy() {
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(text("#fix-all-explanation")).contains("review it first");
    push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(answer).isEmpty();
    assertThat(lookup("#fix-all-tree").tryQuery()).as("the dialog").isEmpty();
  }

  @Test
  void theFirstLineIsChosenAndTabLeadsRoundToItAgain() {
    Node tree = lookup("#fix-all-tree").query();
    assertThat(tree.isFocused()).isTrue();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < 8; i++) {
      push(KeyCode.TAB);
      Node focus = tree.getScene().getFocusOwner();
      seen.add(focus instanceof Button button ? button.getText() : focus.getId());
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "fix-all-diff", "Cancel", "Apply 4 fixes in 2 files", "fix-all-tree");
  }

  @Test
  void everyLineSaysItsTickAndEveryRowBothItsSides() {
    push(KeyCode.DOWN);
    List<String> lines =
        lookup("#fix-all-tree .tree-cell").queryAllAs(TreeCell.class).stream()
            .filter(c -> !c.isEmpty())
            .map(c -> c.getAccessibleText())
            .toList();
    assertThat(lines)
        .contains("a.yaml, partly selected, 2 of 4")
        .anyMatch(l -> l.matches("Host process list, [a-z]+, selected, 1 of 1"))
        .anyMatch(l -> l.endsWith(", not selected, 0 of 1, review it first"));
    assertThat(
            lookup("#fix-all-diff .list-cell").queryAllAs(ListCell.class).stream()
                .filter(c -> !c.isEmpty())
                .map(c -> c.getAccessibleText()))
        .contains("  runtimeClassName: edera", "before: hostPID: true");
  }

  @Test
  void aControlShowsOnlyItsLinesAlsoWhereItIsNotTicked() {
    ListView<?> diff = lookup("#fix-all-diff").queryAs(ListView.class);
    int whole = changes(diff);
    push(KeyCode.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(changes(diff)).isEqualTo(1).isLessThan(whole);
    push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(changes(diff)).isEqualTo(1);
  }

  private static int changes(ListView<?> diff) {
    return (int)
        diff.getItems().stream()
            .map(SideRow.class::cast)
            .filter(row -> !row.isGap() && !row.isEqual())
            .count();
  }

  private CheckBox box(String line) {
    WaitForAsyncUtils.waitForFxEvents();
    return lookup("#fix-all-tree .check-box").queryAllAs(CheckBox.class).stream()
        .filter(b -> b.isVisible() && b.getAccessibleText().startsWith(line))
        .findFirst()
        .orElseThrow();
  }

  private String text(String query) {
    return lookup(query).queryAs(Label.class).getText();
  }
}
