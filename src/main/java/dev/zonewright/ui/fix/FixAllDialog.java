package dev.zonewright.ui.fix;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what fixing many findings would change, fix by fix, before anything is changed. */
public final class FixAllDialog extends Dialog<Optional<FixRun>> {
  private static final ButtonType APPLY = new ButtonType("Apply", ButtonBar.ButtonData.OK_DONE);
  private static final String TRYING = "Trying the fixes…";
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 680;
  private static final double TREE = 0.33;

  private final FixAllModel model;
  private final FixTree tree;
  private final SideBySide diff = new SideBySide();
  private final SplitPane split = new SplitPane();
  private final Label explanation = new Label();
  private final Label account = new Label();
  private final ProgressBar progress = new ProgressBar();
  private Map<String, List<SideRow>> diffs = Map.of();

  /** A dialog on a model, which is started here and closed with the dialog. */
  public FixAllDialog(Node owner, FixAllModel model) {
    this.model = model;
    tree = new FixTree(model);
    if (owner.getScene() != null) {
      initOwner(owner.getScene().getWindow());
      getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    }
    EditorStyles.themeLike(owner, getDialogPane());
    Dialogs.behave(this);
    setTitle("Fix all");
    setResizable(true);
    getDialogPane().setId("fix-all");
    getDialogPane().getStyleClass().add("zw-fix-all");
    getDialogPane().setHeaderText("Fix all in " + Widgets.shown(model.scope()));
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
    setOnShown(_ -> {
      // a split that is laid out for the first time gives both sides what they would like
      split.setDividerPositions(TREE);
      tree.requestFocus();
    });
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
    HBox heads = new HBox(head("Before"), head("After"));
    heads.getStyleClass().add("zw-side-heads");
    VBox.setVgrow(diff, Priority.ALWAYS);
    split.getItems().setAll(tree, new VBox(explanation, heads, diff));
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

  private static Label head(String words) {
    Label head = Widgets.label(words, "section-title");
    head.setMaxWidth(Double.MAX_VALUE);
    head.setPrefWidth(WIDTH);
    HBox.setHgrow(head, Priority.ALWAYS);
    return head;
  }

  private void show(FixAllModel.State state) {
    progress.setVisible(state instanceof FixAllModel.State.Working);
    progress.setManaged(progress.isVisible());
    if (getDialogPane().lookupButton(APPLY) instanceof Button apply) {
      apply.setDisable(model.result().isEmpty());
      apply.setText(model.button());
    }
    switch (state) {
      case FixAllModel.State.Working _ -> account.setText(TRYING);
      case FixAllModel.State.Failed(String reason) -> account.setText(Widgets.shown(reason));
      case FixAllModel.State.Closed _ -> diffs = Map.of();
      case FixAllModel.State.Ready(FixAllPreview preview) -> {
        account.setText(String.join(" · ", preview.summary()));
        Map<String, List<SideRow>> now = new HashMap<>();
        preview.files().forEach(file -> now.put(file.file(), file.rows()));
        diffs = now;
        tree.show(preview.refusals());
        explain(tree.getSelectionModel().getSelectedItem());
      }
    }
  }

  private void explain(@Nullable TreeItem<FixRow> item) {
    explanation.setText(Widgets.shown(tree.explanation(item)));
    if (item == null) {
      diff.show(List.of(), "Nothing here can be fixed.");
      return;
    }
    FixRow row = item.getValue();
    boolean whole = row.items().isEmpty() || row instanceof FixRow.OfFile;
    if (!whole) {
      // the lines of this alone, ticked or not
      diff.show(List.of(), TRYING);
      model.look(row.items(), row.file(), rows -> shown(row, rows));
      return;
    }
    diff.show(diffs.getOrDefault(row.file(), List.of()), whyNone(row));
    if (row instanceof FixRow.UnfixableOne(FixChoices.Unfixable one)) {
      diff.reveal(one.finding().start().line());
    }
  }

  private void shown(FixRow row, List<SideRow> rows) {
    diff.show(rows, "This cannot be fixed here, so nothing changes.");
    diff.reveal(row.items().getFirst().finding().start().line());
  }

  private String whyNone(FixRow row) {
    if (model.stateProperty().get() instanceof FixAllModel.State.Working) {
      return TRYING;
    }
    return model.choices().files().isEmpty() || row.file().isEmpty()
        ? "None of these has a fix, so nothing changes. Choose one to see what to do."
        : "Nothing is selected in this file, so nothing changes.";
  }
}
