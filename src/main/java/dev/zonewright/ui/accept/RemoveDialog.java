package dev.zonewright.ui.accept;

import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.fix.DiffPane;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows exactly which lines of the review file go, before they do. */
public final class RemoveDialog extends Dialog<Optional<ReviewEdit.Made>> {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 380;

  public RemoveDialog(Window owner, Removal removal) {
    Dialogs.dress(this, owner);
    setTitle("Remove " + removal.title());
    setResizable(true);
    ButtonType remove = new ButtonType("Remove " + removal.title(), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, remove);
    getDialogPane().setId("remove-dialog");
    Button button = (Button) getDialogPane().lookupButton(remove);
    button.setId("remove-write");
    button.getStyleClass().add("accent");
    button.setMinWidth(Button.USE_PREF_SIZE);
    ButtonBar.setButtonUniformSize(button, false);
    setResultConverter(
        pressed -> pressed == remove ? Optional.of(removal.edit()) : Optional.empty());

    Label entry = Widgets.label(removal.entry(), "row-title");
    entry.setWrapText(true);
    VBox head = new VBox(entry);
    head.getStyleClass().add("entry-head");
    VBox follows = new VBox();
    follows.getStyleClass().add("entry-follows");
    for (String words : removal.follows()) {
      Label label = Widgets.label(words);
      label.setWrapText(true);
      follows.getChildren().add(label);
    }
    VBox content = new VBox(head, fileHead(removal), lines(removal), follows);
    content.setPrefSize(WIDTH, HEIGHT);
    content.getStyleClass().add("entry");
    getDialogPane().setContent(content);
  }

  private static Node fileHead(Removal removal) {
    Label name = Widgets.label(FileNames.last(removal.edit().file()), "pane-title");
    name.setMinWidth(Label.USE_PREF_SIZE);
    Label change =
        Widgets.label(
            Counts.say(removal.diff().changedLines(), "line changes", "lines change"), "muted");
    Label kept = Widgets.label("comments and order kept", "muted");
    kept.setMinWidth(0);
    HBox box = new HBox(name, change, Widgets.spacer(), kept);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("pane-head");
    return box;
  }

  private static Node lines(Removal removal) {
    DiffPane diff = new DiffPane(true);
    diff.show(removal.diff());
    ScrollPane scroll = new ScrollPane(diff);
    scroll.setId("remove-preview");
    scroll.setAccessibleText("What is removed from the review file");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }
}
