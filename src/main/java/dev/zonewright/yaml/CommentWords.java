package dev.zonewright.yaml;

import java.util.regex.Pattern;

/** Reads what kind of comment a line is. */
final class CommentWords {
  private static final int MOST = 200;

  // three marks in a row at either end, as people draw a line
  private static final Pattern RULED =
      Pattern.compile("#+\\s*(?:[-=*~_+#/]{3,}.*|.*\\s[-=*~_+#/]{3,})\\s*");

  // a key without spaces and its colon, or the dash of an item
  private static final Pattern COMMENTED_OUT =
      Pattern.compile("#+\\s*(?:- .*|-|(?:- )?[\"']?[a-z][A-Za-z0-9_./-]*[\"']?:(?: .*)?)\\s*");

  private CommentWords() {}

  /**
   * Whether the comment does not speak of the key below it: the heading of a section, or YAML that
   * is commented out.
   *
   * @param comment from its {@code #} to the end of its line
   */
  static boolean standsAlone(String comment) {
    String start = comment.length() > MOST ? comment.substring(0, MOST) : comment;
    return RULED.matcher(start).matches() || COMMENTED_OUT.matcher(start).matches();
  }
}
