package dev.zonewright.ui.fix;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.editor.EditorStyles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Shows what fixing many findings would change, fix by fix, before anything is changed. */
public final class FixAllDialog extends Dialog<Optional<FixRun>> {
  private static final ButtonType APPLY = new ButtonType("Apply", ButtonBar.ButtonData.OK_DONE);
  private static final LineDiff NOTHING = new LineDiff(List.of());
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 640;
  private static final double TREE = 0.36;

  private final FixAllModel model;
  private final FixTree tree;
  private final SideBySide diff = new SideBySide();
  private final Label explanation = new Label();
  private final Label account = new Label();
  private final ProgressBar progress = new ProgressBar();
  private Map<String, LineDiff> diffs = new HashMap<>();

  /** A dialog on a model, which is started here and closed with the dialog. */
  public FixAllDialog(Node owner, FixAllModel model) {
    this.model = model;
    tree = new FixTree(model.choices(), model::tick);
    if (owner.getScene() != null) {
      initOwner(owner.getScene().getWindow());
      getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    }
    EditorStyles.themeLike(owner, getDialogPane());
    setTitle("Fix all");
    setResizable(true);
    getDialogPane().setId("fix-all");
    getDialogPane().getStyleClass().add("zw-fix-all");
    getDialogPane().setHeaderText("Fix all in " + model.scope());
    getDialogPane().setContent(content());
    getDialogPane().getButtonTypes().addAll(APPLY, ButtonType.CANCEL);
    getDialogPane().setPrefSize(WIDTH, HEIGHT);
    if (getDialogPane().lookupButton(APPLY) instanceof Button apply) {
      // its words follow the ticks
      ButtonBar.setButtonUniformSize(apply, false);
      apply.setMinWidth(Button.USE_PREF_SIZE);
    }
    setResultConverter(b -> APPLY.equals(b) ? model.result() : Optional.empty());
    setOnHidden(_ -> model.close());
    setOnShown(_ -> tree.requestFocus());
    // a tree keeps Enter to itself otherwise
    tree.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER
              && getDialogPane().lookupButton(APPLY) instanceof Button apply) {
            event.consume();
            apply.fire();
          }
        });
    tree.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> explain(now));
    model.stateProperty().addListener((_, _, now) -> show(now));
    explain(tree.getSelectionModel().getSelectedItem());
    show(model.stateProperty().get());
    model.start();
  }

  private Node content() {
    explanation.setId("fix-all-explanation");
    explanation.setWrapText(true);
    explanation.setMinHeight(Label.USE_PREF_SIZE);
    explanation.getStyleClass().add("zw-fix-all-explanation");
    SplitPane split = new SplitPane(tree, new BorderPane(diff, explanation, null, null, null));
    split.setDividerPositions(TREE);
    account.setId("fix-all-account");
    account.setWrapText(true);
    progress.setPrefWidth(120);
    progress.setAccessibleText("Trying the fixes");
    HBox foot = new HBox(10, progress, account);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("zw-fix-all-foot");
    BorderPane pane = new BorderPane(split, null, null, foot, null);
    pane.getStyleClass().add("zw-fix-all-content");
    return pane;
  }

  private void show(FixAllModel.State state) {
    progress.setVisible(state instanceof FixAllModel.State.Working);
    progress.setManaged(progress.isVisible());
    if (getDialogPane().lookupButton(APPLY) instanceof Button apply) {
      apply.setDisable(model.result().isEmpty());
      if (state instanceof FixAllModel.State.Ready(FixAllPreview preview)) {
        apply.setText(preview.button());
      }
    }
    switch (state) {
      case FixAllModel.State.Working _ -> account.setText("Trying the fixes…");
      case FixAllModel.State.Failed(String reason) -> account.setText(reason);
      case FixAllModel.State.Closed _ -> diff.getItems().clear();
      case FixAllModel.State.Ready(FixAllPreview preview) -> {
        account.setText(String.join(" · ", preview.summary()));
        diffs = new HashMap<>();
        preview.files().forEach(file -> diffs.put(file.file(), file.diff()));
        showDiff(tree.getSelectionModel().getSelectedItem());
      }
    }
  }

  private void explain(@Nullable TreeItem<FixTree.Row> item) {
    explanation.setText(item == null ? "" : words(item.getValue()));
    showDiff(item);
  }

  private void showDiff(@Nullable TreeItem<FixTree.Row> item) {
    if (item != null) {
      diff.show(diffs.getOrDefault(item.getValue().file(), NOTHING));
      if (item.getValue().items().size() == 1) {
        diff.reveal(item.getValue().items().getFirst().finding().start().line());
      }
    }
  }

  private static String words(FixTree.Row row) {
    if (row.items().isEmpty()) {
      return "";
    }
    var first = row.items().getFirst();
    boolean oneControl =
        row.items().stream()
            .allMatch(
                i -> i.finding().finding().control().equals(first.finding().finding().control()));
    if (!oneControl) {
      return row.file();
    }
    String message = first.finding().finding().message();
    if (!row.forReview()) {
      return message + "\n" + first.fix().title() + ".";
    }
    String guidance = first.finding().finding().guidance();
    return message
        + "\n"
        + first.fix().title()
        + ". It may change how the workload behaves, so it is not ticked: look at it first."
        + (guidance.isEmpty() ? "" : " " + guidance);
  }
}
