package dev.zonewright.ui.palette;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row: what kind of thing, its name with the letters that fit, and where it is. */
final class PaletteCell extends ListCell<PaletteIndex.Hit> {
  private static final int LONGEST = 64;

  private final StackPane icon = new StackPane();
  private final TextFlow title = new TextFlow();
  private final Label detail = Widgets.label("", "palette-detail");
  private final HBox row = new HBox(icon, title, Widgets.spacer(), detail);

  /**
   * @param accept goes to the chosen row, which the one under the mouse is by then
   */
  PaletteCell(Runnable accept) {
    getStyleClass().add("palette-cell");
    icon.getStyleClass().add("palette-icon");
    title.getStyleClass().add("palette-title");
    title.setMinWidth(USE_PREF_SIZE);
    detail.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    detail.setMinWidth(0);
    row.getStyleClass().add("palette-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    setOnMouseClicked(_ -> {
      if (!isEmpty()) {
        accept.run();
      }
    });
  }

  @Override
  protected void updateItem(PaletteIndex.@Nullable Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    if (!empty && hit != null) {
      PaletteEntry entry = hit.entry();
      icon.getChildren().setAll(icon(entry.target()));
      fillTitle(entry.title(), hit.words());
      detail.setText(Widgets.shown(entry.detail()));
      setAccessibleText(Widgets.shown(entry.title() + ", " + entry.detail()));
      setGraphic(row);
    }
  }

  private void fillTitle(String name, List<String> words) {
    String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    title.getChildren().clear();
    int at = 0;
    for (TextRange mark : Fuzzy.marks(words, shown)) {
      add(shown.substring(at, mark.start()), false);
      add(shown.substring(mark.start(), mark.end()), true);
      at = mark.end();
    }
    add(shown.substring(at), false);
  }

  private void add(String text, boolean marked) {
    if (!text.isEmpty()) {
      Text part = new Text(Widgets.shown(text));
      part.getStyleClass().add(marked ? "palette-mark" : "palette-text");
      title.getChildren().add(part);
    }
  }

  private static Node icon(Target target) {
    return switch (target) {
      case Target.OfObject _ -> Widgets.icon(Feather.BOX);
      case Target.OfFile _ -> Widgets.icon(Feather.FILE_TEXT);
      case Target.OfFinding(var finding) -> SeverityIcon.of(finding.finding().severity());
      case Target.OfControl _ -> Widgets.icon(Feather.SHIELD);
      case Target.OfLine _ -> Widgets.icon(Feather.CORNER_DOWN_RIGHT);
      case Target.OfCommand _ -> Widgets.icon(Feather.CHEVRON_RIGHT);
      case Target.Hint _ -> Widgets.icon(Feather.INFO);
    };
  }
}
