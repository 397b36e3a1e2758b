package dev.zonewright.ui.complete;

/**
 * How the text around is indented.
 *
 * @param mapping how far a mapping stands right of its key
 * @param list how far the dashes of a list do; 0 is common
 */
record Habits(int mapping, int list) {
  private static final int FAR = 200;
  private static final int WIDEST = 8;
  private static final int USUAL = 2;

  /** As the nearest lines of the same text have it; two where there are none. */
  static Habits around(TextLines lines, int line) {
    int mapping = -1;
    int list = -1;
    LineShape last = LineShape.of("");
    int stop = Math.min(lines.count(), line + FAR);
    for (int i = Math.max(0, line - FAR); i < stop && (mapping < 0 || list < 0); i++) {
      LineShape shape = LineShape.of(lines.line(i));
      if (shape.blank()) {
        continue;
      }
      int step = shape.first() - last.content();
      boolean below = !last.key().isEmpty() && last.opens() && step >= 0 && step <= WIDEST;
      if (below && list < 0 && !shape.dashes().isEmpty()) {
        list = step;
      } else if (below && mapping < 0 && shape.dashes().isEmpty() && step > 0) {
        mapping = step;
      }
      last = shape;
    }
    return new Habits(mapping < 0 ? USUAL : mapping, list < 0 ? USUAL : list);
  }
}
