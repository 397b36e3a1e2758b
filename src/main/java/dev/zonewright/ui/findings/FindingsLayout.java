package dev.zonewright.ui.findings;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the table of findings is laid out: what is worth to be remembered from one start to the next.
 *
 * @param descending whether the sorted column has its last first
 * @param widths in pixels, for text of the usual size; a column that is left out has its default
 *     width
 */
public record FindingsLayout(
    Grouping grouping,
    FindingsColumn sortedBy,
    boolean descending,
    Map<FindingsColumn, Double> widths) {
  /** By tenant, the most severe first. */
  public static final FindingsLayout DEFAULT =
      new FindingsLayout(Grouping.TENANT, FindingsColumn.SEVERITY, false, Map.of());

  public FindingsLayout {
    widths = Map.copyOf(widths);
  }

  /** Whether the rows are the same, in the same order; widths may differ. */
  boolean hasRowsOf(FindingsLayout other) {
    return grouping == other.grouping
        && sortedBy == other.sortedBy
        && descending == other.descending;
  }

  /** The width of a column, in pixels, for text of the usual size. */
  public double widthOf(FindingsColumn column) {
    return widths.getOrDefault(column, (double) column.defaultWidth());
  }

  /** The same, grouped otherwise. */
  public FindingsLayout groupedBy(Grouping other) {
    return new FindingsLayout(other, sortedBy, descending, widths);
  }

  /** The same, sorted otherwise. */
  public FindingsLayout sortedBy(FindingsColumn column, boolean lastFirst) {
    return new FindingsLayout(grouping, column, lastFirst, widths);
  }

  /** The same with one column of another width. */
  public FindingsLayout withWidth(FindingsColumn column, double width) {
    Map<FindingsColumn, Double> changed = new EnumMap<>(FindingsColumn.class);
    changed.putAll(widths);
    changed.put(column, width);
    return new FindingsLayout(grouping, sortedBy, descending, changed);
  }
}
