package dev.zonewright.ui.complete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks up from the caret by indentation and collects the keys around it, then down for those that
 * follow. Looks at a bounded number of lines.
 */
final class CaretScan {
  private static final int MOST_LINES = 5_000;

  /**
   * A mapping around the caret.
   *
   * @param column of its keys
   * @param keys with the values that stand on their lines
   */
  private record Level(int column, Map<String, String> keys) {
    Level(int column) {
      this(column, new HashMap<>());
    }

    boolean isObject() {
      return keys.containsKey("kind")
          && keys.containsKey("apiVersion")
          && keys.containsKey("metadata");
    }
  }

  private final TextLines lines;
  private final int caretLine;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<Level> levels = new ArrayList<>();
  // where the walk is: among the keys of the outermost level so far, or in a list before its key
  private boolean inList;
  private int limit;
  private boolean broken;
  private boolean done;

  private CaretScan(TextLines lines, int caretLine) {
    this.lines = lines;
    this.caretLine = caretLine;
  }

  static Optional<CaretPlace> around(TextLines lines, int line, CaretWord word) {
    CaretScan scan = new CaretScan(lines, line);
    int column = word.key().isEmpty() ? word.from() : word.shape().content();
    scan.start(column, word);
    scan.up();
    if (scan.broken || scan.inList) {
      return Optional.empty();
    }
    scan.down();
    return Optional.of(scan.place(column, word));
  }

  private void start(int column, CaretWord word) {
    open(column);
    if (!word.key().isEmpty()) {
      path.addFirst(word.key());
    }
    word.shape().dashes().reversed().forEach(this::dash);
  }

  private void open(int column) {
    levels.add(new Level(column));
    inList = false;
    limit = column;
  }

  private void up() {
    int stop = Math.max(0, caretLine - MOST_LINES);
    for (int i = caretLine - 1; i >= stop && !done && !broken; i--) {
      String line = lines.line(i);
      if (LineShape.isSeparator(line)) {
        return;
      }
      if (LineShape.skipSpaces(line, 0) <= limit) {
        LineShape shape = LineShape.of(line);
        if (!shape.blank()) {
          take(shape);
        }
      }
    }
    // what lies further up is not known
    broken |= stop > 0 && !done;
  }

  private void take(LineShape shape) {
    if (!shape.key().isEmpty()) {
      int column = shape.content();
      if (!inList && column == limit) {
        levels.getLast().keys().putIfAbsent(shape.key(), shape.value());
      } else if (column < limit || (inList && column == limit)) {
        broken = !shape.opens();
        path.addFirst(shape.key());
        open(column);
        levels.getLast().keys().put(shape.key(), shape.value());
      }
    }
    if (!broken) {
      shape.dashes().reversed().forEach(this::dash);
    }
  }

  private void dash(int column) {
    if (column < limit && !done) {
      if (levels.getLast().isObject()) {
        // an item of a list of objects
        done = true;
        inList = false;
        return;
      }
      path.addFirst(CaretPlace.ITEM);
      inList = true;
      limit = column;
    }
  }

  private void down() {
    int inner = 0;
    int stop = Math.min(lines.count(), caretLine + MOST_LINES);
    for (int i = caretLine + 1; i < stop && inner < levels.size(); i++) {
      String line = lines.line(i);
      // further down only the object's kind is of interest, where it is not known yet
      if (LineShape.isSeparator(line) || (inner > 0 && isKnown())) {
        return;
      }
      if (LineShape.skipSpaces(line, 0) > levels.get(inner).column()) {
        continue;
      }
      LineShape shape = LineShape.of(line);
      if (shape.blank()) {
        continue;
      }
      while (inner < levels.size() && shape.first() < levels.get(inner).column()) {
        inner++;
      }
      if (inner < levels.size()
          && shape.dashes().isEmpty()
          && !shape.key().isEmpty()
          && shape.content() == levels.get(inner).column()) {
        levels.get(inner).keys().putIfAbsent(shape.key(), shape.value());
      }
    }
  }

  private boolean isKnown() {
    Map<String, String> object = levels.getLast().keys();
    return object.containsKey("kind") && object.containsKey("apiVersion");
  }

  private CaretPlace place(int column, CaretWord word) {
    Map<String, String> object = levels.getLast().keys();
    Set<String> present = new HashSet<>(levels.getFirst().keys().keySet());
    return new CaretPlace(
        word.key().isEmpty() ? CaretPlace.Role.KEY : CaretPlace.Role.VALUE,
        LineShape.unquoted(object.getOrDefault("apiVersion", "")),
        LineShape.unquoted(object.getOrDefault("kind", "")),
        List.copyOf(path),
        present,
        word.prefix(),
        word.from(),
        word.to(),
        column,
        word.ended(),
        word.tight());
  }
}
