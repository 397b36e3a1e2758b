package dev.zonewright.ui.fix;

import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A line of the tree of fixes: tick, words, how many, and whether to look first. */
final class FixCell extends TreeCell<FixRow> {
  private final FixTree tree;
  private final CheckBox box = new CheckBox();
  private final Label title = new Label();
  private final Label count = Widgets.label("", "faint");
  private final Label review = Widgets.chip("review", "warn");
  private final Label refused = Widgets.chip("not possible", "bad");
  private final StackPane mark = new StackPane();
  private final HBox body = new HBox(box, mark, title, count, Widgets.spacer(), review, refused);

  FixCell(FixTree tree) {
    this.tree = tree;
    getStyleClass().add("workspace-row");
    body.getStyleClass().add("workspace-row-body");
    body.setAlignment(Pos.CENTER_LEFT);
    box.setFocusTraversable(false);
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(_ -> {
      if (getItem() != null) {
        tree.toggle(getItem());
      }
    });
    title.setMinWidth(0);
    count.setMinWidth(USE_PREF_SIZE);
    // the line takes the width of the tree, so that nothing scrolls sideways
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable FixRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      Tip.set(this, "");
      setAccessibleText(null);
    } else {
      setGraphic(body);
      show();
    }
  }

  /** Shows its line as it is now. */
  void show() {
    FixRow row = getItem();
    if (row != null) {
      show(row);
    }
  }

  private void show(FixRow row) {
    boolean file = row instanceof FixRow.OfFile;
    boolean group = row.items().size() > 1 || file || row instanceof FixRow.OfControl;
    getStyleClass().remove("group-row");
    if (file || row instanceof FixRow.Unfixables) {
      getStyleClass().add("group-row");
    }
    FixChoices.Tick state = tree.stateOf(row);
    shown(box, !row.items().isEmpty());
    box.setSelected(state == FixChoices.Tick.ALL);
    box.setIndeterminate(state == FixChoices.Tick.SOME);
    mark.getChildren().setAll(row.severity().map(SeverityIcon::of).stream().toList());
    shown(mark, row.severity().isPresent());
    title.setText(Widgets.shown(row.text()));
    title.setTextOverrun(file ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
    shown(count, group);
    count.setText("%,d of %,d".formatted(tree.tickedIn(row), row.items().size()));
    shown(review, row.isForReview());
    int not = tree.refusedIn(row);
    shown(refused, not > 0);
    refused.setText(group ? "%,d not possible".formatted(not) : "not possible");
    String words = words(row, state, group);
    Tip.set(this, words);
    setAccessibleText(Widgets.shown(words));
    box.setAccessibleText(Widgets.shown(words));
  }

  private String words(FixRow row, FixChoices.Tick state, boolean group) {
    String severity = row.severity().map(s -> ", " + s.word()).orElse("");
    if (row.items().isEmpty()) {
      return row.whole() + severity;
    }
    return row.whole()
        + severity
        + ", "
        + switch (state) {
          case ALL -> "selected";
          case SOME -> "partly selected";
          case NONE -> "not selected";
        }
        + (group ? ", " + count.getText() : "")
        + (row.isForReview() ? ", review it first" : "")
        + (tree.refusedIn(row) > 0 ? ", " + refused.getText() : "");
  }

  private static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
