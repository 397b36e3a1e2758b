package dev.zonewright.ui.editor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which lines begin something that can be folded: an object, a mapping, a list or an item of one.
 * It is told from indents alone, so that a line costs the same in a long text and a text that is
 * not yet right can be folded too.
 */
public final class FoldRegions {
  private final TextBuffer text;

  public FoldRegions(TextBuffer text) {
    this.text = text;
  }

  /** Whether a line, from 0, begins something that can be folded. */
  public boolean begins(int line) {
    String words = text.line(line);
    if (startsDocument(line, words)) {
      return endOfDocument(line, 1).isPresent();
    }
    if (isAside(words) || isMarker(words)) {
      return false;
    }
    for (int next = line + 1; next < text.lineCount(); next++) {
      String other = text.line(next);
      if (!isAside(other)) {
        return isInside(words, other);
      }
    }
    return false;
  }

  /** The last line of what a line begins; empty where it begins nothing. */
  public OptionalInt endOf(int line) {
    String words = text.line(line);
    if (startsDocument(line, words)) {
      return endOfDocument(line, Integer.MAX_VALUE);
    }
    if (isAside(words) || isMarker(words)) {
      return OptionalInt.empty();
    }
    int last = line;
    for (int next = line + 1; next < text.lineCount(); next++) {
      String other = text.line(next);
      if (!isAside(other)) {
        if (!isInside(words, other)) {
          break;
        }
        last = next;
      }
    }
    return last > line ? OptionalInt.of(last) : OptionalInt.empty();
  }

  /** The nearest line, from one upwards, that begins something with another line in it. */
  public OptionalInt around(int line, int from) {
    for (int at = from; at >= 0; at--) {
      if (begins(at) && endOf(at).orElse(-1) >= line) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /** The lines that begin the objects of the text. */
  public List<Integer> objects() {
    List<Integer> found = new ArrayList<>();
    for (int line = 0; line < text.lineCount(); line++) {
      if (startsDocument(line, text.line(line)) && begins(line)) {
        found.add(line);
      }
    }
    return found;
  }

  /** The kind and the name of the object that begins on a line; empty where they are not seen. */
  public String objectOn(int line) {
    if (!startsDocument(line, text.line(line))) {
      return "";
    }
    String kind = "";
    String name = "";
    boolean inMetadata = false;
    int last = endOfDocument(line, Integer.MAX_VALUE).orElse(line);
    for (int at = line; at <= last && (kind.isEmpty() || name.isEmpty()); at++) {
      String words = text.line(at);
      if (words.startsWith("kind:")) {
        kind = value(words);
      } else if (!isAside(words) && !words.startsWith(" ")) {
        inMetadata = words.startsWith("metadata:");
      } else if (inMetadata && words.strip().startsWith("name:")) {
        name = value(words);
      }
    }
    return (kind + " " + name).strip();
  }

  private static String value(String line) {
    String said = line.substring(line.indexOf(':') + 1).strip();
    int comment = said.indexOf(" #");
    return (comment < 0 ? said : said.substring(0, comment)).strip();
  }

  /** A marker starts a document, and so does the first line of a text that has none above it. */
  private boolean startsDocument(int line, String words) {
    if (words.startsWith("---")) {
      return isMarker(words);
    }
    if (isAside(words) || words.startsWith(" ") || isMarker(words)) {
      return false;
    }
    for (int above = line - 1; above >= 0; above--) {
      if (!isAside(text.line(above))) {
        return false;
      }
    }
    return true;
  }

  private OptionalInt endOfDocument(int line, int enough) {
    int last = line;
    int seen = 0;
    for (int next = line + 1; next < text.lineCount() && seen < enough; next++) {
      String other = text.line(next);
      if (isMarker(other)) {
        break;
      }
      if (!other.isBlank()) {
        last = next;
        seen++;
      }
    }
    return last > line ? OptionalInt.of(last) : OptionalInt.empty();
  }

  private static boolean isInside(String words, String other) {
    int indent = LineEdits.indentOf(words);
    int deeper = LineEdits.indentOf(other);
    boolean itemsBelowKey =
        deeper == indent && isItem(other, deeper) && !isItem(words, indent) && !isMarker(other);
    return deeper > indent || itemsBelowKey;
  }

  private static boolean isItem(String words, int indent) {
    return words.startsWith("- ", indent) || words.substring(indent).equals("-");
  }

  /** What stands at any indent without ending anything: nothing, or a comment. */
  private static boolean isAside(String words) {
    return words.isBlank() || words.stripLeading().startsWith("#");
  }

  private static boolean isMarker(String words) {
    return (words.startsWith("---") || words.startsWith("..."))
        && (words.length() == 3 || Character.isWhitespace(words.charAt(3)));
  }
}
