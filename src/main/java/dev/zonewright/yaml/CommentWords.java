package dev.zonewright.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what kind of comment a line is. */
public final class CommentWords {
  private static final int MOST = 200;

  // three marks in a row at either end, as people draw a line
  private static final Pattern RULED =
      Pattern.compile("#+\\s*(?:[-=*~_+#/]{3,}.*|.*\\s[-=*~_+#/]{3,})\\s*");

  // a key without spaces and its colon, or the dash of an item
  private static final Pattern COMMENTED_OUT =
      Pattern.compile(
          "#+\\s*(?:-\\s+)?(?:([\"']?[a-z][A-Za-z0-9_./-]*[\"']?):(?:\\s+(.*))?|-|- (.*))\\s*");

  // what closes a list or mapping in brackets
  private static final Pattern CLOSING = Pattern.compile("#+\\s*[\\]})]+,?\\s*");

  // several words and nothing that only a program reads
  private static final Pattern SENTENCE =
      Pattern.compile("[\\p{L}(][\\p{L}\\p{N}'’,.()/-]*(?: [\\p{L}\\p{N}'’“”,;.()/-]+){2,}[!?]?");

  private static final Set<String> REMARKS =
      Set.of(
          "todo",
          "fixme",
          "xxx",
          "hack",
          "note",
          "nb",
          "n.b.",
          "warning",
          "caution",
          "important",
          "attention",
          "hint",
          "info",
          "see",
          "reason",
          "why",
          "because",
          "needed",
          "required",
          "ref",
          "careful",
          "tip");

  private CommentWords() {}

  /** What a line of comment is. */
  public enum Kind {
    /** The heading of a section. */
    RULED,
    /** YAML that is commented out. */
    YAML,
    /** Written like commented-out YAML, but the value is a sentence. */
    DOUBTFUL,
    /** Words of a person. */
    WORDS,
    /** Nothing but marks. */
    EMPTY
  }

  /**
   * What the comment is.
   *
   * @param comment from its {@code #} to the end of its line
   */
  public static Kind kind(String comment) {
    String start = comment.length() > MOST ? comment.substring(0, MOST) : comment;
    if (RULED.matcher(start).matches()) {
      return Kind.RULED;
    }
    if (CLOSING.matcher(start).matches()) {
      return Kind.YAML;
    }
    Matcher yaml = COMMENTED_OUT.matcher(start);
    if (yaml.matches()) {
      String key = yaml.group(1);
      if (key != null && REMARKS.contains(key.toLowerCase(Locale.ROOT))) {
        return Kind.WORDS;
      }
      String value = yaml.group(key == null ? 3 : 2);
      return value != null && SENTENCE.matcher(value.strip()).matches() ? Kind.DOUBTFUL : Kind.YAML;
    }
    return start.chars().anyMatch(Character::isLetterOrDigit) ? Kind.WORDS : Kind.EMPTY;
  }

  /**
   * Whether the comment does not speak of the key below it: the heading of a section, or YAML that
   * is commented out.
   */
  static boolean standsAlone(Kind kind) {
    return switch (kind) {
      case RULED, YAML, DOUBTFUL -> true;
      case WORDS, EMPTY -> false;
    };
  }
}
