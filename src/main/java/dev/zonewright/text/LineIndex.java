package dev.zonewright.text;

import java.util.Arrays;

/** Where the lines of an LF text start; converts offsets to lines and columns and back. */
public final class LineIndex {
  private final int[] starts;
  private final int length;

  private LineIndex(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  public static LineIndex of(CharSequence text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    if (text instanceof String string) {
      for (int i = string.indexOf('\n'); i >= 0; i = string.indexOf('\n', i + 1)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    } else {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '\n') {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
    }
    return new LineIndex(Arrays.copyOf(starts, count), text.length());
  }

  /** How many lines there are; an empty text has one, a final newline opens one more. */
  public int lineCount() {
    return starts.length;
  }

  /** The line of an offset, from 0. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The first offset of a line, counted from 0. */
  public int startOf(int line) {
    return starts[line];
  }

  /** The offset of the line's newline, or the end of the text on the last line. */
  public int endOf(int line) {
    return line + 1 < starts.length ? starts[line + 1] - 1 : length;
  }

  /** Line and column, both from 1, the column in UTF-16 units. */
  public Position positionOf(int offset) {
    int line = lineOf(offset);
    return new Position(line + 1, offset - starts[line] + 1);
  }

  public int offsetOf(Position position) {
    int line = Math.clamp(position.line() - 1, 0, starts.length - 1);
    return Math.min(starts[line] + Math.max(0, position.column() - 1), endOf(line));
  }
}
