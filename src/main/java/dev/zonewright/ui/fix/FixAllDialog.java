package dev.zonewright.ui.fix;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.ui.editor.EditorStyles;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what fixing many findings would change, file by file, before anything is changed. */
public final class FixAllDialog extends Dialog<Optional<FixRun>> {
  private static final ButtonType APPLY = new ButtonType("Apply", ButtonBar.ButtonData.OK_DONE);

  private final FixAllModel model;
  private final ListView<FixAllPreview.FileChange> files = new ListView<>();
  private final DiffPane diff = new DiffPane(true);
  private final Label account = new Label();
  private final ProgressBar progress = new ProgressBar();

  /** A dialog on a model, which is started here and closed with the dialog. */
  public FixAllDialog(Node owner, FixAllModel model) {
    this.model = model;
    if (owner.getScene() != null) {
      initOwner(owner.getScene().getWindow());
      getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    }
    EditorStyles.themeLike(owner, getDialogPane());
    setTitle("Fix all");
    setResizable(true);
    getDialogPane().setId("fix-all");
    getDialogPane().getStyleClass().add("zw-fix-all");
    getDialogPane().setHeaderText("Fix what is safe in " + model.scope());
    getDialogPane().setContent(content());
    getDialogPane().getButtonTypes().addAll(APPLY, ButtonType.CANCEL);
    getDialogPane().setPrefSize(900, 600);
    setResultConverter(b -> APPLY.equals(b) ? model.result() : Optional.empty());
    setOnHidden(_ -> model.close());
    files.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> showFile(now));
    model.stateProperty().addListener((_, _, now) -> show(now));
    show(model.stateProperty().get());
    model.start();
  }

  private Node content() {
    FlowPane controls = new FlowPane(12, 6);
    for (String title : model.controls()) {
      CheckBox box = new CheckBox(title);
      box.setSelected(true);
      box.selectedProperty().addListener((_, _, on) -> model.include(title, on));
      controls.getChildren().add(box);
    }
    files.setId("fix-all-files");
    files.setAccessibleText("Files that change");
    files.setPlaceholder(new Label("Nothing changes."));
    files.setCellFactory(_ -> new FileCell());
    ScrollPane scroll = new ScrollPane(diff);
    scroll.setFitToWidth(true);
    SplitPane split = new SplitPane(files, scroll);
    split.setDividerPositions(0.34);
    account.setId("fix-all-account");
    account.setWrapText(true);
    progress.setPrefWidth(120);
    HBox foot = new HBox(10, progress, account);
    foot.setAlignment(Pos.CENTER_LEFT);
    BorderPane pane = new BorderPane(split, controls, null, foot, null);
    pane.getStyleClass().add("zw-fix-all-content");
    return pane;
  }

  private void show(FixAllModel.State state) {
    progress.setVisible(state instanceof FixAllModel.State.Working);
    progress.setManaged(progress.isVisible());
    Node apply = getDialogPane().lookupButton(APPLY);
    if (apply != null) {
      apply.setDisable(model.result().isEmpty());
    }
    switch (state) {
      case FixAllModel.State.Working _ -> account.setText("Trying the fixes…");
      case FixAllModel.State.Failed(String reason) -> account.setText(reason);
      case FixAllModel.State.Closed _ -> files.getItems().clear();
      case FixAllModel.State.Ready(FixAllPreview preview) -> {
        account.setText("Applying this: " + String.join(" · ", preview.summary()));
        files.getItems().setAll(preview.files());
        files.getSelectionModel().selectFirst();
      }
    }
  }

  private void showFile(FixAllPreview.@Nullable FileChange change) {
    if (change == null) {
      diff.getChildren().clear();
    } else {
      diff.show(change.diff());
    }
  }

  /** A file, how many lines of it change, and what for. */
  private static final class FileCell extends ListCell<FixAllPreview.FileChange> {
    @Override
    protected void updateItem(FixAllPreview.@Nullable FileChange change, boolean empty) {
      super.updateItem(change, empty);
      if (empty || change == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(change.file() + "  ·  " + count(change.diff().changedLines()));
      name.getStyleClass().add("zw-title");
      Label what =
          new Label(
              change.controls().entrySet().stream()
                  .map(e -> e.getKey() + " (" + e.getValue() + ")")
                  .collect(Collectors.joining("\n")));
      what.getStyleClass().add("zw-muted");
      setGraphic(new VBox(2, name, what));
    }

    private static String count(int lines) {
      return lines == 1 ? "1 line" : lines + " lines";
    }
  }
}
