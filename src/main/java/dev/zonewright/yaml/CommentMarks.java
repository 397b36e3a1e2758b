package dev.zonewright.yaml;

import java.util.ArrayList;
import java.util.List;

/** Finds where comments begin: at a number sign behind white space that stands in no scalar. */
public final class CommentMarks {
  private final String text;
  private final int from;
  private final List<int[]> scalars = new ArrayList<>();
  private int next;

  private CommentMarks(String text, int from) {
    this.text = text;
    this.from = from;
    this.next = mark(from);
  }

  /**
   * The offsets from one to before another at which comments begin, in their order.
   *
   * @param nodes what stands there, in its order
   */
  public static int[] of(String text, List<YamlNode> nodes, int from, int to) {
    CommentMarks marks = new CommentMarks(text, from);
    nodes.forEach(marks::gather);
    return marks.outside(to);
  }

  private int mark(int at) {
    int found = text.indexOf('#', at);
    return found < 0 ? Integer.MAX_VALUE : found;
  }

  /** Keeps the stretches of scalars that hold a mark which begins no comment. */
  private void gather(YamlNode node) {
    switch (node) {
      case YamlMapping mapping ->
          mapping
              .entries()
              .forEach(entry -> {
                gather(entry.key());
                gather(entry.value());
              });
      case YamlSequence list -> list.items().forEach(item -> gather(item.value()));
      case YamlScalar scalar -> {
        if (next < scalar.start()) {
          next = mark(scalar.start());
        }
        if (next < scalar.end()) {
          scalars.add(new int[] {headEnd(scalar), scalar.end()});
        }
      }
      case YamlAlias _ -> {
        // holds no text of its own
      }
    }
  }

  /** Behind the head of a block scalar a comment may stand. */
  private int headEnd(YamlScalar scalar) {
    int end = text.indexOf('\n', scalar.start());
    return scalar.style().isBlock() && end >= 0 ? end : scalar.start();
  }

  private int[] outside(int to) {
    List<Integer> marks = new ArrayList<>();
    int scalar = 0;
    for (int at = mark(from); at < to; at = mark(at)) {
      while (scalar < scalars.size() && scalars.get(scalar)[1] <= at) {
        scalar++;
      }
      boolean inside = scalar < scalars.size() && scalars.get(scalar)[0] <= at;
      if (inside) {
        at = scalars.get(scalar)[1];
      } else if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
        marks.add(at);
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        at++;
      }
    }
    return marks.stream().mapToInt(Integer::intValue).toArray();
  }
}
