package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text at {@code ---} and {@code ...} in the first column. Both end a document wherever they
 * stand, inside block scalars and quotes too (YAML 1.2.2, 9.1.2), so no parsing is needed.
 */
public final class DocumentSplitter {
  private final String text;
  private final List<TextRange> ranges = new ArrayList<>();
  private int start;
  private boolean explicit;

  private DocumentSplitter(String text) {
    this.text = text;
  }

  public static List<TextRange> split(String text) {
    DocumentSplitter splitter = new DocumentSplitter(text);
    splitter.run();
    return splitter.ranges;
  }

  private void run() {
    int line = 0;
    while (line < text.length()) {
      int next = text.indexOf('\n', line);
      int end = next < 0 ? text.length() : next + 1;
      if (isMark(line, '-')) {
        if (!holdsOnlyDirectives(start, line)) {
          close(line);
          start = line;
        }
        explicit = true;
      } else if (isMark(line, '.')) {
        close(end);
        start = end;
        explicit = false;
      }
      line = end;
    }
    close(text.length());
  }

  private boolean isMark(int line, char mark) {
    return isMark(text, line, mark);
  }

  /** Whether three of the character stand at the start of this line, and nothing sticks to them. */
  public static boolean isMark(String text, int line, char mark) {
    for (int i = 0; i < 3; i++) {
      if (line + i >= text.length() || text.charAt(line + i) != mark) {
        return false;
      }
    }
    int after = line + 3;
    return after >= text.length() || " \t\r\n".indexOf(text.charAt(after)) >= 0;
  }

  private void close(int end) {
    int content = explicit ? afterMark(start) : start;
    if (isBlank(content, end) || (!explicit && holdsOnlyComments(start, end))) {
      return;
    }
    ranges.add(new TextRange(start, end));
  }

  private int afterMark(int from) {
    int line = from;
    while (!isMark(line, '-')) {
      line = text.indexOf('\n', line) + 1;
    }
    return line + 3;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '\uFEFF') {
        boolean endMark = c == '.' && (i == 0 || text.charAt(i - 1) == '\n') && isMark(i, '.');
        if (!endMark) {
          return false;
        }
        i += 2;
      }
    }
    return true;
  }

  private boolean holdsOnlyComments(int from, int to) {
    return everyLine(from, to, false);
  }

  /** Directives ({@code %YAML 1.2}) belong to the document whose separator follows them. */
  private boolean holdsOnlyDirectives(int from, int to) {
    return !explicit && from < to && everyLine(from, to, true) && hasDirective(from, to);
  }

  private boolean hasDirective(int from, int to) {
    return text.charAt(from) == '%'
        || (text.indexOf("\n%", from) >= 0 && text.indexOf("\n%", from) < to);
  }

  private boolean everyLine(int from, int to, boolean directivesToo) {
    int line = from;
    while (line < to) {
      int next = text.indexOf('\n', line);
      int end = next < 0 || next >= to ? to : next + 1;
      int at = line;
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at < end) {
        char c = text.charAt(at);
        if (c != '#' && !(directivesToo && c == '%' && at == line)) {
          return false;
        }
      }
      line = end;
    }
    return true;
  }
}
