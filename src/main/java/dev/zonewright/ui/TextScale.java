package dev.zonewright.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** How much larger than usual the text of a scene is, and what must grow with it beside styles. */
public final class TextScale {
  private static final double USUAL = 1;

  private TextScale() {}

  /** The factor of a scene. */
  @SuppressWarnings("unchecked") // nothing else is stored under this key
  public static ObjectProperty<Double> of(Scene scene) {
    return (ObjectProperty<Double>)
        scene
            .getProperties()
            .computeIfAbsent(TextScale.class, _ -> new SimpleObjectProperty<>(USUAL));
  }

  /**
   * Lets a column grow with the text: styles cannot tell its width, and words that fill it would be
   * cut.
   */
  static <T> void grow(TableColumn<T, ?> column) {
    double[] last = {USUAL};
    column
        .tableViewProperty()
        .flatMap(TableView::sceneProperty)
        .flatMap(TextScale::of)
        .subscribe(now -> {
          // a table that leaves its window keeps its columns: it often comes back to the same one
          if (now != null && now != last[0]) {
            resize(column, now / last[0]);
            last[0] = now;
            TableView<T> table = column.getTableView();
            table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
          }
        });
  }

  private static void resize(TableColumn<?, ?> column, double by) {
    double least = column.getMinWidth() * by;
    double most = column.getMaxWidth() * by;
    double usual = column.getPrefWidth() * by;
    // in between, the least may not exceed the most
    column.setMinWidth(0);
    column.setMaxWidth(most);
    column.setPrefWidth(usual);
    column.setMinWidth(least);
  }
}
