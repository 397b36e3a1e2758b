package dev.zonewright.ui.accept;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.review.edit.ScopeChoice;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for all that an exception needs, and shows the lines before they are written. */
public final class AcceptDialog extends EntryDialog {
  private static final int ROWS = 3;

  private final AcceptModel accept;

  public AcceptDialog(Window owner, AcceptModel model) {
    super(owner, "Accept risk", model);
    this.accept = model;
    field("Applies to", "the narrowest scope that fits", scopes());
    TextArea reason = reason();
    VBox why = new VBox(reason);
    model.comment().ifPresent(_ -> why.getChildren().add(fromComment()));
    field("Reason", "why the risk is accepted, and what will end it", why);
    ComboBox<String> answers =
        proposing("accept-owner", "Owner", model.owners(), model.ownerProperty());
    field("Owner", "who owns the risk", answers);
    key(KeyCode.R, reason);
    key(KeyCode.O, answers);
    field("Expires", "the finding counts again from the next day", dates());
    build(head(model.finding()));
    setOnShown(_ -> reason.requestFocus());
    // what is shown before all fields were there
    model.refresh();
  }

  @Override
  List<String> follows() {
    // asked once before the fields are set
    return accept == null ? List.of() : accept.consequences();
  }

  private static Node head(LocatedFinding at) {
    Label title = Widgets.label(at.finding().control().title(), "row-title");
    title.setGraphic(SeverityIcon.of(at.finding().severity()));
    Label severity = Widgets.label(at.finding().severity().word(), "muted");
    HBox first = new HBox(title, severity);
    first.setSpacing(8);
    String container = at.finding().container();
    String file = FileNames.last(at.file());
    Label second =
        Widgets.label(
            at.finding().objectLabel()
                + (container.isEmpty() ? "" : ", container " + container)
                + " · "
                + file
                + ":"
                + at.start().line(),
            "muted");
    VBox head = new VBox(first, second);
    head.getStyleClass().add("entry-head");
    return head;
  }

  private Node scopes() {
    VBox box = new VBox();
    box.getStyleClass().add("entry-scopes");
    ToggleGroup group = new ToggleGroup();
    for (ScopeChoice choice : accept.scopes()) {
      RadioButton button = new RadioButton(Widgets.shown(choice.title()));
      button.setId("accept-scope-" + choice.scope().key());
      button.setAccessibleText(Widgets.shown(choice.title() + ", " + choice.note()));
      button.setToggleGroup(group);
      button.setDisable(!choice.isApt());
      button.setSelected(choice.equals(accept.scopeProperty().get()));
      button.setOnAction(_ -> accept.scopeProperty().set(choice));
      if (button.isSelected()) {
        key(KeyCode.S, button);
      }
      Label note = Widgets.label(choice.note(), "muted");
      HBox row = new HBox(button, Widgets.spacer(), note);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("entry-scope");
      box.getChildren().add(row);
    }
    accept
        .value()
        .ifPresent(value -> {
          CheckBox only = new CheckBox("Only " + value);
          only.setId("accept-only-value");
          only.selectedProperty().bindBidirectional(accept.onlyValueProperty());
          box.getChildren().add(only);
        });
    return box;
  }

  private TextArea reason() {
    TextArea reason = new TextArea();
    reason.setId("accept-reason");
    reason.setAccessibleText("Reason");
    reason.setPrefRowCount(ROWS);
    reason.setWrapText(true);
    reason.textProperty().bindBidirectional(accept.reasonProperty());
    return reason;
  }

  private Node fromComment() {
    Label from =
        Widgets.label("from the comment on line " + accept.finding().start().line() + ".", "muted");
    Hyperlink undo =
        Widgets.link("Undo", "accept-comment-undo", () -> accept.reasonProperty().set(""));
    HBox row = new HBox(from, undo);
    row.setSpacing(6);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(accept.reasonProperty().isEqualTo(accept.comment().orElse("")));
    return row;
  }
}
