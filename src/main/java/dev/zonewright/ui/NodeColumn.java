package dev.zonewright.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A column whose cells are built from the row: for tables that are read, not sorted. */
public final class NodeColumn<T> extends TableColumn<T, T> {
  /**
   * Builds the column.
   *
   * @param node of a row; null for an empty cell
   */
  public NodeColumn(String title, double width, Function<T, @Nullable Node> node) {
    super(title);
    setPrefWidth(width);
    setMinWidth(Math.max(width / 2, Widgets.widthOf(title)));
    setSortable(false);
    setReorderable(false);
    setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    setCellFactory(_ -> new Cell<>(node));
    TextScale.grow(this);
  }

  /** What is shown is said where nothing else is to be. */
  private static @Nullable String spoken(Node graphic) {
    String own = graphic.getAccessibleText();
    return own == null && graphic instanceof Labeled label ? label.getText() : own;
  }

  private static final class Cell<T> extends TableCell<T, T> {
    private final Function<T, @Nullable Node> node;

    private Cell(Function<T, @Nullable Node> node) {
      this.node = node;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      Node graphic = empty || item == null ? null : node.apply(item);
      setGraphic(graphic);
      setAccessibleText(graphic == null ? null : spoken(graphic));
    }
  }
}
