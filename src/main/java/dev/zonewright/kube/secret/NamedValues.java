package dev.zonewright.kube.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names and values of a configuration text that a ConfigMap or an argument holds,
 * whatever its format: one {@code name: value}, {@code name = value} or {@code "name": "value"} a
 * line.
 */
final class NamedValues {
  private static final int LONGEST_LINE = 600;
  private static final int LONGEST_NAME = 80;

  private NamedValues() {}

  /**
   * A line with a name and a value.
   *
   * @param line from 1
   */
  record Line(int line, String name, String value) {}

  static List<Line> in(String text) {
    List<Line> out = new ArrayList<>();
    int number = 1;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      String line = stop - start <= LONGEST_LINE ? text.substring(start, stop).strip() : "";
      if (TellingName.mayBeIn(line)) {
        int now = number;
        if (line.startsWith("{") || line.startsWith("[{")) {
          inJson(line).forEach(pair -> out.add(new Line(now, pair.name(), pair.value())));
        } else {
          read(line).ifPresent(pair -> out.add(new Line(now, pair.name(), pair.value())));
        }
      }
      number++;
      start = stop + 1;
    }
    return out;
  }

  private record Pair(String name, String value) {}

  /** {@code "name": "value"} in a document of JSON on one line. */
  private static final Pattern MEMBER =
      Pattern.compile("\"([A-Za-z0-9_.-]{1,80})\"\\s*:\\s*\"([^\"\\\\]{1,512})\"");

  private static List<Pair> inJson(String line) {
    return MEMBER.matcher(line).results().map(m -> new Pair(m.group(1), m.group(2))).toList();
  }

  private static Optional<Pair> read(String line) {
    String rest = line;
    for (String lead : new String[] {"- ", "export ", "ENV ", "set ", "-D"}) {
      if (rest.startsWith(lead)) {
        rest = rest.substring(lead.length()).strip();
      }
    }
    if (rest.isEmpty() || "#;/!<{}[]".indexOf(rest.charAt(0)) >= 0) {
      return Optional.empty();
    }
    int split = separator(rest);
    if (split <= 0) {
      return bySpace(rest);
    }
    String name = unquoted(rest.substring(0, split).strip());
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isName(name)) {
      return Optional.empty();
    }
    return value(rest.substring(split + 1), rest.charAt(split)).map(v -> new Pair(name, v));
  }

  /** {@code requirepass …} of Redis, {@code machine … login … password …} of netrc. */
  private static final Pattern BY_SPACE =
      Pattern.compile(
          "(requirepass|masterauth|(?:sentinel\\s+)?auth-pass\\s+[\\w.-]+"
              + "|(?:machine\\s+\\S+\\s+)?login\\s+\\S+\\s+password)\\s+\"?([^\\s\"]+)\"?");

  private static Optional<Pair> bySpace(String line) {
    Matcher matcher = BY_SPACE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Pair(
                matcher.group(1).startsWith("masterauth") ? "masterauth" : "password",
                matcher.group(2)))
        : Optional.empty();
  }

  /** An equals sign, or a colon before a space, a quote or the end. */
  private static int separator(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '=') {
        boolean compared = i + 1 < line.length() && "=~>".indexOf(line.charAt(i + 1)) >= 0;
        return compared ? -1 : i;
      }
      if (c == ':' && (i + 1 == line.length() || " \"'\t".indexOf(line.charAt(i + 1)) >= 0)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isName(String text) {
    return text.chars()
        .allMatch(c -> c < 128 && (KeyShapes.isWord((char) c) || c == '-' || c == '.'));
  }

  private static Optional<String> value(String after, char separator) {
    String text = after.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char first = text.charAt(0);
    if (first == '"' || first == '\'') {
      int close = text.indexOf(first, 1);
      return close > 1 ? Optional.of(text.substring(1, close)) : Optional.empty();
    }
    int comment = text.indexOf(" #");
    String plain = (comment < 0 ? text : text.substring(0, comment)).strip();
    plain =
        plain.endsWith(",") || plain.endsWith(";") ? plain.substring(0, plain.length() - 1) : plain;
    boolean code = plain.chars().anyMatch(c -> " ()[]{}|&*`\"'<>".indexOf(c) >= 0);
    boolean member = separator == '=' && plain.matches("[A-Za-z_]+(?:[.][A-Za-z_]+)+");
    return plain.isEmpty() || code || member ? Optional.empty() : Optional.of(plain);
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
