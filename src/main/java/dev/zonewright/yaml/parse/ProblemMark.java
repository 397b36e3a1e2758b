package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlProblem;

/**
 * Turns the place of a problem into something that a person sees: the word that stands there, else
 * the rest of its line. Tabs where none may be are shown themselves. Where nothing stands any more,
 * the last line that says something.
 */
public final class ProblemMark {
  /** Enough to be seen; a longer mark shows no better where to look. */
  private static final int MOST = 80;

  private ProblemMark() {}

  static YamlProblem on(String text, YamlProblem problem) {
    if (problem.end() > problem.offset()) {
      return problem;
    }
    int offset = Math.clamp(problem.offset(), 0, text.length());
    int tabs = offset;
    while (tabs < text.length() && text.charAt(tabs) == '\t') {
      tabs++;
    }
    if (tabs > offset) {
      return marked(problem, offset, tabs);
    }
    int at = visibleNear(text, offset);
    if (at < 0) {
      return marked(problem, 0, Math.min(1, text.length()));
    }
    int start = at;
    while (start > 0 && at - start < MOST && isOfWord(text.charAt(start - 1), text.charAt(at))) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && end - at < MOST && isOfWord(text.charAt(end), text.charAt(at))) {
      end++;
    }
    if (end - start < 2) {
      end = endOfLine(text, at);
      start = end - start < 2 ? Math.max(startOfLine(text, at), at - MOST) : start;
    }
    return marked(problem, whole(text, start), whole(text, end));
  }

  private static YamlProblem marked(YamlProblem problem, int start, int end) {
    return new YamlProblem(problem.kind(), start, end, problem.what(), problem.cure());
  }

  /** The offset itself, or the next character on its line, or the last one before it; else -1. */
  private static int visibleNear(String text, int offset) {
    for (int i = offset; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (!isBlank(text.charAt(i))) {
        return i;
      }
    }
    for (int i = offset - 1; i >= 0; i--) {
      if (!isBlank(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOfWord(char c, char around) {
    return !isBlank(c) && !isFlow(c) && !isFlow(around);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\uFEFF';
  }

  private static boolean isFlow(char c) {
    return "[]{},".indexOf(c) >= 0;
  }

  private static int startOfLine(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    while (start < at && isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Where the line's last word ends, or where a mark gets too long. */
  static int endOfLine(String text, int at) {
    int newline = text.indexOf('\n', at);
    int end = Math.min(newline < 0 ? text.length() : newline, whole(text, at + MOST));
    while (end > at + 1 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Never between the two halves of one character. */
  private static int whole(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isHighSurrogate(text.charAt(at - 1))
            && Character.isLowSurrogate(text.charAt(at));
    return within ? at - 1 : at;
  }
}
