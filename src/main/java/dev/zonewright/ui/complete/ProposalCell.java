package dev.zonewright.ui.complete;

import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A row: the word, whether it must be there, and what it takes. */
final class ProposalCell extends ListCell<Proposal> {
  private final Label word = Widgets.label("", "completion-word");
  private final Label required = Widgets.chip("required", "quiet");
  private final Label about = Widgets.label("", "completion-about");
  private final HBox row = new HBox(word, required, Widgets.spacer(), about);

  /**
   * @param take takes the chosen row, which the one under the mouse is by then
   */
  ProposalCell(Runnable take) {
    getStyleClass().add("completion-cell");
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("completion-row");
    word.setMinWidth(USE_PREF_SIZE);
    about.setMinWidth(0);
    setPrefWidth(0);
    setOnMouseClicked(_ -> {
      if (!isEmpty()) {
        take.run();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Proposal proposal, boolean empty) {
    super.updateItem(proposal, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    if (!empty && proposal != null) {
      word.setText(Widgets.shown(proposal.word()));
      about.setText(Widgets.shown(proposal.about()));
      required.setVisible(proposal.required());
      required.setManaged(proposal.required());
      String must = proposal.required() ? ", required" : "";
      setAccessibleText(proposal.word() + must + ", " + proposal.about());
      setGraphic(row);
    }
  }
}
