package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is edited in place and knows where its lines start. An edit moves characters and line
 * starts, and scans nothing but what it inserts, so that a key costs the same in a text of ten
 * megabytes.
 */
public final class TextBuffer {
  // from so many edits on, the text is written anew instead of shifted for each
  private static final int MANY = 24;

  private StringBuilder characters = new StringBuilder();
  private int[] starts = new int[16];
  private int lines = 1;
  private @Nullable String cached = "";

  public void load(String text) {
    characters = new StringBuilder(text);
    lines = 1;
    starts = new int[16];
    insertStarts(0, startsIn(text, 0));
    cached = text;
  }

  public String text() {
    String text = cached;
    if (text == null) {
      text = characters.toString();
      cached = text;
    }
    return text;
  }

  public int length() {
    return characters.length();
  }

  public String slice(int start, int end) {
    return characters.substring(start, end);
  }

  public String line(int line) {
    return characters.substring(startOf(line), endOf(line));
  }

  public int lineCount() {
    return lines;
  }

  /** The line of an offset, from 0. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, 0, lines, offset);
    return found >= 0 ? found : -found - 2;
  }

  public int startOf(int line) {
    return starts[line];
  }

  /** The offset of the line's newline, or the end of the text on the last line. */
  public int endOf(int line) {
    return line + 1 < lines ? starts[line + 1] - 1 : characters.length();
  }

  public Position positionOf(int offset) {
    int line = lineOf(offset);
    return new Position(line + 1, offset - starts[line] + 1);
  }

  /** The same where it is likely to be a position that is known. */
  public Position positionOf(int offset, Position guess) {
    int line = guess.line() - 1;
    boolean holds =
        line < lines && starts[line] + guess.column() - 1 == offset && offset <= endOf(line);
    return holds ? guess : positionOf(offset);
  }

  /** Makes the edits; gives back those that undo them, where two that touch are one. */
  public EditSet apply(EditSet edits) {
    if (edits.edits().size() > MANY) {
      String before = text();
      load(edits.apply(before));
      return edits.inverse(before);
    }
    List<TextEdit> back = new ArrayList<>(edits.edits().size());
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int start = edit.range().start() + shift;
      int end = edit.range().end() + shift;
      String was = characters.substring(start, end);
      TextEdit last = back.isEmpty() ? null : back.getLast();
      int after = start + edit.replacement().length();
      if (last != null && last.range().end() == start) {
        back.removeLast();
        back.add(TextEdit.replace(last.range().start(), after, last.replacement() + was));
      } else {
        back.add(TextEdit.replace(start, after, was));
      }
      replace(start, end, edit.replacement());
      shift += edit.growth();
    }
    cached = null;
    return new EditSet(back);
  }

  private void replace(int start, int end, String replacement) {
    int first = lineOf(start);
    int last = lineOf(end);
    System.arraycopy(starts, last + 1, starts, first + 1, lines - last - 1);
    lines -= last - first;
    int growth = replacement.length() - (end - start);
    for (int i = first + 1; i < lines; i++) {
      starts[i] += growth;
    }
    insertStarts(first, startsIn(replacement, start));
    characters.replace(start, end, replacement);
  }

  private void insertStarts(int line, int[] more) {
    if (more.length == 0) {
      return;
    }
    if (lines + more.length > starts.length) {
      starts = Arrays.copyOf(starts, (lines + more.length) * 3 / 2);
    }
    System.arraycopy(starts, line + 1, starts, line + 1 + more.length, lines - line - 1);
    System.arraycopy(more, 0, starts, line + 1, more.length);
    lines += more.length;
  }

  private static int[] startsIn(String text, int offset) {
    int[] found = new int[4];
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = offset + i + 1;
    }
    return Arrays.copyOf(found, count);
  }
}
