package dev.zonewright.ui.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the menu of fixes stands: as near to its key as there is room that covers neither the key
 * nor a line that the fixes change. All in pixels of the screen, from above.
 *
 * @param y its upper edge, or its lower one where it stands above something
 * @param above whether it grows upward from there
 */
record FixMenuPlace(double y, boolean above) {
  private static final double GAP = 4;

  /** A stretch from its upper to its lower edge. */
  record Span(double top, double bottom) {
    boolean meets(Span other) {
      return top < other.bottom && other.top < bottom;
    }
  }

  /**
   * The place.
   *
   * @param room what of the screen may be used
   * @param height of the menu
   * @param key of the finding
   * @param lines that change, as far as they are in sight
   */
  static FixMenuPlace of(Span room, double height, Span key, List<Span> lines) {
    List<Span> kept = new ArrayList<>(lines);
    kept.add(key);
    List<FixMenuPlace> places = new ArrayList<>();
    for (Span span : kept) {
      places.add(new FixMenuPlace(span.bottom + GAP, false));
      places.add(new FixMenuPlace(span.top - GAP, true));
    }
    Comparator<FixMenuPlace> best =
        Comparator.<FixMenuPlace>comparingLong(p ->
                lines.stream().filter(p.span(height)::meets).count()
                    + (p.span(height).meets(key) ? kept.size() : 0))
            .thenComparingDouble(p -> Math.abs(p.above ? key.top - p.y : p.y - key.bottom))
            .thenComparing(FixMenuPlace::above);
    return places.stream()
        .filter(p -> p.span(height).top >= room.top && p.span(height).bottom <= room.bottom)
        .min(best)
        .orElse(new FixMenuPlace(key.bottom + GAP, false));
  }

  /**
   * How the menu lies from left to right.
   *
   * @param x its left edge, or its right one where it is turned round
   * @param turned whether the preview stands left of the list
   */
  record Side(double x, boolean turned) {
    /**
     * With the list over the key: the preview is right of it as long as there is room, else left.
     *
     * @param room what of the screen may be used, from left to right
     * @param list the width of the list
     * @param whole the width of all
     * @param key the left edge of the key
     */
    static Side of(Span room, double list, double whole, double key) {
      double at = Math.max(room.top, key);
      if (at + whole <= room.bottom) {
        return new Side(at, false);
      }
      double right = Math.min(room.bottom, at + list);
      return right - whole >= room.top
          ? new Side(right, true)
          : new Side(Math.max(room.top, room.bottom - whole), false);
    }
  }

  private Span span(double height) {
    return above ? new Span(y - height, y) : new Span(y, y + height);
  }
}
