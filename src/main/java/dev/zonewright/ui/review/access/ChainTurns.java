package dev.zonewright.ui.review.access;

import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which of several chains of an account is shown, and the way to the others. */
final class ChainTurns extends HBox {
  private static final double GAP = 4;

  private final AccessModel model;
  private final Button back =
      Widgets.iconButton("access-chain-previous", Feather.CHEVRON_LEFT, "Previous chain (P)");
  private final Button next =
      Widgets.iconButton("access-chain-next", Feather.CHEVRON_RIGHT, "Next chain (N)");
  private final Label count = Widgets.label("", "muted");

  ChainTurns(AccessModel model) {
    this.model = model;
    setSpacing(GAP);
    count.setId("access-chain-count");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(back, count, next);
    setAlignment(Pos.CENTER_LEFT);
    back.setOnAction(_ -> turn(-1, back, next));
    next.setOnAction(_ -> turn(1, next, back));
  }

  /** The button that is pressed keeps the keyboard, unless there is nothing further. */
  private void turn(int by, Button pressed, Button other) {
    model.turn(by);
    Node focused = pressed.isDisabled() ? other : pressed;
    focused.requestFocus();
  }

  /** Says where the chain on show stands; nothing where it is the only one. */
  List<Node> parts() {
    List<AccessRow> all = model.chains();
    int at = all.indexOf(model.shownProperty().get());
    if (all.size() < 2 || at < 0) {
      return List.of();
    }
    count.setText("%,d of %,d".formatted(at + 1, all.size()));
    count.setAccessibleText("Chain %,d of %,d, the shortest first".formatted(at + 1, all.size()));
    back.setDisable(at == 0);
    next.setDisable(at == all.size() - 1);
    return List.of(this);
  }
}
