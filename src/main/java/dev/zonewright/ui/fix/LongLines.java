package dev.zonewright.ui.fix;

import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a diff, of which very long ones show what differs and a little around it: a manifest
 * in one line is too long to be read twice. What is left out is counted.
 */
final class LongLines {
  /** Longer ones are shortened. */
  static final int MOST = 240;

  private static final int AROUND = 60;

  private LongLines() {}

  /** The text of each line. */
  static List<String> of(List<LineDiff.Line> lines) {
    List<String> out = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int removed = end(lines, at, LineDiff.Kind.REMOVED);
      int added = end(lines, removed, LineDiff.Kind.ADDED);
      if (added == at) {
        out.add(shortened(lines.get(at).text(), 0, 0));
        at++;
        continue;
      }
      List<LineDiff.Line> before = lines.subList(at, removed);
      List<LineDiff.Line> after = lines.subList(removed, added);
      List<String> second = new ArrayList<>();
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        InlineChange change =
            i < before.size() && i < after.size()
                ? InlineChange.of(before.get(i).text(), after.get(i).text())
                : new InlineChange(0, 0, 0);
        if (i < before.size()) {
          out.add(shortened(before.get(i).text(), change.start(), change.endBefore()));
        }
        if (i < after.size()) {
          second.add(shortened(after.get(i).text(), change.start(), change.endAfter()));
        }
      }
      out.addAll(second);
      at = added;
    }
    return out;
  }

  private static int end(List<LineDiff.Line> lines, int from, LineDiff.Kind kind) {
    int at = from;
    while (at < lines.size() && lines.get(at).kind() == kind) {
      at++;
    }
    return at;
  }

  /** The line with its indent, what lies between two places, and a little on both sides. */
  private static String shortened(String text, int from, int to) {
    if (text.length() <= MOST) {
      return text;
    }
    int indent = text.length() - text.stripLeading().length();
    int start = whole(text, Math.max(indent, from - AROUND));
    int end = whole(text, Math.min(text.length(), Math.max(to, start) + AROUND));
    StringBuilder out = new StringBuilder(text.substring(0, indent));
    if (start > indent) {
      out.append(left(start - indent));
    }
    if (end - start > MOST) {
      int head = whole(text, start + MOST / 2);
      int tail = whole(text, end - MOST / 2);
      out.append(text, start, head).append(left(tail - head)).append(text, tail, end);
    } else {
      out.append(text, start, end);
    }
    if (end < text.length()) {
      out.append(left(text.length() - end));
    }
    return out.toString();
  }

  private static String left(int characters) {
    return " …%,d characters… ".formatted(characters);
  }

  // never between the halves of a character
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
