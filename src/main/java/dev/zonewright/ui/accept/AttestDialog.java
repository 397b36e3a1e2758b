package dev.zonewright.ui.accept;

import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks who attests an item of the checklist, and shows the lines before they are written. */
public final class AttestDialog extends EntryDialog {
  private static final int ROWS = 3;

  private final AttestModel attest;

  public AttestDialog(Window owner, AttestModel model) {
    super(owner, "Attest", model);
    this.attest = model;
    field("Applies to", "", tenants());
    field(
        "By",
        "who attests",
        proposing("attest-by", "Attested by", model.people(), model.byProperty()));
    TextArea note = new TextArea();
    note.setId("attest-note");
    note.setAccessibleText("How they know");
    note.setPrefRowCount(ROWS);
    note.setWrapText(true);
    note.textProperty().bindBidirectional(model.noteProperty());
    field("Note", "how they know, and where that can be seen", note);
    field("Expires", "from the next day the item is undetermined again", dates());
    Label title = Widgets.label(model.item().title(), "row-title");
    Label sentence = Widgets.label(model.item().sentence(), "muted");
    sentence.setWrapText(true);
    VBox head = new VBox(title, sentence);
    head.getStyleClass().add("entry-head");
    build(head);
    setOnShown(_ -> note.requestFocus());
  }

  @Override
  List<String> follows() {
    return List.of("The item counts as attested, with the name and the date");
  }

  private Node tenants() {
    ToggleGroup group = new ToggleGroup();
    RadioButton all = new RadioButton("All tenants");
    all.setId("attest-all");
    all.setToggleGroup(group);
    all.setSelected(true);
    RadioButton one = new RadioButton("Only " + attest.tenant());
    one.setId("attest-one");
    one.setToggleGroup(group);
    all.selectedProperty().bindBidirectional(attest.forAllProperty());
    VBox box = new VBox(all, one);
    box.getStyleClass().add("entry-scopes");
    return box;
  }
}
