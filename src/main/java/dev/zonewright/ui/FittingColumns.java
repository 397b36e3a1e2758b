package dev.zonewright.ui;

import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns that are never wider than their table. The policies of JavaFX 25 leave some sets of
 * widths as they are although they do not fit, so that the last column is out of view; here the
 * columns that have room to give then give it, each in proportion to what it has.
 */
@SuppressWarnings("rawtypes") // as TableView asks for it
public final class FittingColumns extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {
  private final Callback<TableView.ResizeFeatures, Boolean> policy;

  /**
   * Adds to a policy of JavaFX.
   *
   * @param policy one of the constrained ones
   */
  public FittingColumns(Callback<TableView.ResizeFeatures, Boolean> policy) {
    this.policy = policy;
  }

  @Override
  public Boolean call(TableView.ResizeFeatures asked) {
    boolean done = policy.call(asked);
    // with a column, a person drags its edge
    return asked.getColumn() == null ? fit(asked) || done : done;
  }

  @SuppressWarnings("unchecked") // the columns are those of the table that asks
  private static boolean fit(TableView.ResizeFeatures asked) {
    double over = -asked.getContentWidth();
    double spare = 0;
    for (Object each : asked.getTable().getVisibleLeafColumns()) {
      TableColumnBase column = (TableColumnBase) each;
      over += column.getWidth();
      spare += spareOf(column);
    }
    if (asked.getContentWidth() <= 0 || over <= 0 || spare <= 0) {
      return false;
    }
    double share = Math.min(1, over / spare);
    for (Object each : asked.getTable().getVisibleLeafColumns()) {
      TableColumnBase column = (TableColumnBase) each;
      double spares = spareOf(column);
      if (spares > 0) {
        asked.setColumnWidth(column, Math.floor(column.getWidth() - spares * share));
      }
    }
    return true;
  }

  private static double spareOf(TableColumnBase column) {
    return column.isResizable() ? Math.max(0, column.getWidth() - column.getMinWidth()) : 0;
  }
}
