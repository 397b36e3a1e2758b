package dev.zonewright.ui.compare;

import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows what differs, and returns the answer that was given; empty when there was none. */
public final class CompareDialog extends Dialog<Optional<String>> {
  private static final double NAMES = 0.28;

  private final ListView<Comparison.Text> names = new ListView<>();
  private final ListView<CompareRow> lines = new ListView<>();
  private final Label what = Widgets.label("", "muted");

  /** A dialog over a window. */
  public CompareDialog(Window owner, Comparison comparison) {
    Dialogs.dress(this, owner);
    setTitle(Widgets.shown(comparison.title()));
    setResizable(true);
    getDialogPane().setId("compare");
    getDialogPane().setHeaderText(Widgets.shown(comparison.title()));
    getDialogPane().setPrefSize(900, 600);
    List<ButtonType> buttons = new ArrayList<>();
    for (String answer : comparison.answers()) {
      ButtonBar.ButtonData place =
          buttons.isEmpty() ? ButtonBar.ButtonData.OK_DONE : ButtonBar.ButtonData.OTHER;
      buttons.add(new ButtonType(answer, place));
    }
    getDialogPane().getButtonTypes().setAll(buttons);
    getDialogPane().getButtonTypes().add(ButtonType.CANCEL);
    setResultConverter(button ->
        buttons.contains(button) ? Optional.of(button.getText()) : Optional.<String>empty());
    names.setId("compare-names");
    names.setAccessibleText("Files that differ");
    names.setCellFactory(_ -> new NameCell());
    names.getItems().setAll(comparison.texts());
    lines.setId("compare-lines");
    lines.setAccessibleText("Lines that differ");
    lines.setPlaceholder(Widgets.label("The two texts are identical.", "muted"));
    lines.setCellFactory(_ -> new LineCell());
    lines.getStyleClass().add("zw-diff");
    names.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    names.getSelectionModel().selectFirst();
    what.getStyleClass().add("compare-what");
    BorderPane right = new BorderPane(lines, what, null, null, null);
    SplitPane both = new SplitPane(names, right);
    both.setDividerPositions(NAMES);
    getDialogPane().setContent(comparison.texts().size() == 1 ? right : both);
  }

  private void show(Comparison.@Nullable Text text) {
    lines.getItems().clear();
    if (text != null) {
      lines.getItems().setAll(CompareRow.of(text.diff(), text.lines()));
      what.setText(
          "− %s    + %s    %s"
              .formatted(
                  Widgets.shown(text.before()),
                  Widgets.shown(text.after()),
                  Counts.say(text.diff().changedLines(), "line differs", "lines differ")));
    }
  }

  private static final class NameCell extends ListCell<Comparison.Text> {
    @Override
    protected void updateItem(Comparison.@Nullable Text text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty || text == null ? null : Widgets.shown(text.name()));
    }
  }

  private static final class LineCell extends ListCell<CompareRow> {
    @Override
    protected void updateItem(@Nullable CompareRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("zw-diff-line", "equal", "removed", "added", "left-out");
      if (empty || row == null) {
        setText(null);
        return;
      }
      getStyleClass().add("zw-diff-line");
      switch (row) {
        case CompareRow.Shown(LineDiff.Line line) -> {
          getStyleClass().add(line.kind().name().toLowerCase(Locale.ROOT));
          setText(
              "%5d %c %s".formatted(line.number(), line.kind().sign(), Widgets.shown(line.text())));
        }
        case CompareRow.LeftOut(int left) -> {
          getStyleClass().add("left-out");
          setText("    … " + Counts.say(left, "line", "lines"));
        }
      }
    }
  }
}
