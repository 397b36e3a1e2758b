package dev.zonewright.ui.editor.find;

import java.util.regex.MatchResult;

/**
 * What a match of a regular expression is replaced by: {@code $0} to {@code $9} and {@code ${name}}
 * stand for its groups, {@code \n} and {@code \t} for a new line and a tab, and a backslash before
 * any other character for that character.
 */
final class Replacement {
  private Replacement() {}

  /**
   * The text that comes for one match.
   *
   * @throws IllegalArgumentException when a group is named that the expression has not; the message
   *     is for people
   */
  static String of(String template, MatchResult match) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      char next = i + 1 < template.length() ? template.charAt(i + 1) : '\0';
      if (c == '\\' && next != '\0') {
        out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
        i += 2;
      } else if (c == '$' && next >= '0' && next <= '9') {
        out.append(group(match, next - '0'));
        i += 2;
      } else if (c == '$' && next == '{' && template.indexOf('}', i) > 0) {
        int end = template.indexOf('}', i);
        out.append(group(match, template.substring(i + 2, end)));
        i = end + 1;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static String group(MatchResult match, int number) {
    if (number > match.groupCount()) {
      throw new IllegalArgumentException("The expression has no group " + number);
    }
    String group = match.group(number);
    return group == null ? "" : group;
  }

  private static String group(MatchResult match, String name) {
    Integer number = match.namedGroups().get(name);
    if (number == null) {
      throw new IllegalArgumentException("The expression has no group named “" + name + "”");
    }
    return group(match, number);
  }
}
