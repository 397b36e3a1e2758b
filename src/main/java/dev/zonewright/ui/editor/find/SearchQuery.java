package dev.zonewright.ui.editor.find;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is looked for.
 *
 * @param text the words or the regular expression
 * @param wholeWord whether no letter, digit or underscore may stand beside a match
 */
record SearchQuery(String text, boolean regex, boolean matchCase, boolean wholeWord) {
  /**
   * The query as a pattern.
   *
   * @throws PatternSyntaxException when the regular expression is none
   */
  Pattern pattern() {
    int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    if (regex) {
      // on its own first, so that a stray bracket is not closed by what is put around it
      Pattern alone = Pattern.compile(text, flags | Pattern.MULTILINE);
      return wholeWord ? Pattern.compile(alone(text), flags | Pattern.MULTILINE) : alone;
    }
    return wholeWord
        ? Pattern.compile(alone(Pattern.quote(text)), flags)
        : Pattern.compile(text, flags | Pattern.LITERAL);
  }

  private static String alone(String expression) {
    return "(?<![\\p{L}\\p{N}_])(?:" + expression + ")(?![\\p{L}\\p{N}_])";
  }
}
