package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.FileChanges;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The files that are not as they were. */
final class FileTable extends TableView<FileChanges.Change> {
  private final Label nothing = Widgets.label("", "empty-text");

  FileTable() {
    setId("compare-files");
    setAccessibleText("Files that changed");
    getStyleClass().add("findings-table");
    getColumns().add(new NodeColumn<>("File", 190, FileTable::file));
    getColumns().add(new NodeColumn<>("What", 150, c -> Widgets.tipped(c.words())));
    getColumns()
        .add(
            new NodeColumn<>(
                "Objects", 250, c -> Widgets.tipped(String.join(", ", c.objects()), "muted")));
    nothing.setWrapText(true);
    setPlaceholder(nothing);
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
  }

  /**
   * Shows what changed.
   *
   * @param changes null while nothing is compared
   * @param waiting what is said then
   */
  void show(@Nullable FileChanges changes, String waiting) {
    getItems().setAll(changes == null ? List.of() : changes.changes());
    nothing.setText(
        changes == null
            ? waiting
            : changes.known()
                ? "No file differs"
                : "Files are not compared: a saved baseline or review has no manifests");
  }

  private static Node file(FileChanges.Change change) {
    Label label = Widgets.label(FileNames.last(change.file()));
    label.setGraphic(
        Widgets.icon(
            switch (change.state()) {
              case ADDED -> Feather.PLUS;
              case REMOVED -> Feather.MINUS;
              case CHANGED -> Feather.ARROW_RIGHT;
            }));
    Tip.set(label, change.file());
    return label;
  }
}
