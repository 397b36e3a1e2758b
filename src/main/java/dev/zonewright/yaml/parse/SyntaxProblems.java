package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlProblem;
import java.util.Optional;

/** Says in plain words what the parser stumbled over. */
final class SyntaxProblems {
  /** YAML 1.2.2, 7.4.2: a key on one line may be no longer. */
  private static final int LONGEST_KEY = 1_024;

  private SyntaxProblems() {}

  /**
   * Where the parser gave up, and what it said.
   *
   * @param context what it was doing; may be empty
   * @param contextAt where that began; -1 when it does not say
   * @param problem what it did not expect
   * @param at where that stands
   * @param bracket the innermost bracket or brace that was open; -1 when none was
   * @param quote where the value just read begins, if it is one in quotes over several lines; else
   *     -1
   */
  record Stumble(String context, int contextAt, String problem, int at, int bracket, int quote) {}

  static YamlProblem explain(String text, Stumble stumble) {
    int at = Math.min(stumble.at(), text.length());
    Optional<YamlProblem> template = Templates.problem(text, at, stumble.contextAt());
    if (template.isPresent()) {
      return template.get();
    }
    int tab = tabInIndent(text, text.lastIndexOf('\n', at - 1) + 1);
    if (tab >= 0) {
      return problem(
          tab, "a tab is used for indentation, which YAML forbids", "Indent the line with spaces.");
    }
    if (stumble.context().contains("quoted scalar")
        && stumble.problem().contains("end of stream")
        && stumble.contextAt() >= 0) {
      return neverClosed(text, stumble.contextAt(), "quote", "where the value ends");
    }
    if (stumble.quote() >= 0 && stumble.problem().contains("found '<scalar>'")) {
      return new YamlProblem(
          YamlProblem.Kind.SYNTAX,
          stumble.quote(),
          ProblemMark.endOfLine(text, stumble.quote()),
          "the quote "
              + text.charAt(stumble.quote())
              + " that opens here closes only on a later line, where another value follows",
          "Close it where the value ends.");
    }
    int bracket = bracket(text, stumble);
    if (bracket >= 0 && Brackets.isNeverClosed(text, bracket)) {
      return text.charAt(bracket) == '['
          ? neverClosed(text, bracket, "bracket", "with ]")
          : neverClosed(text, bracket, "brace", "with }");
    }
    return inBlock(text, stumble, at);
  }

  private static YamlProblem inBlock(String text, Stumble stumble, int at) {
    if (stumble.context().contains("simple key") && stumble.contextAt() >= 0) {
      int key = stumble.contextAt();
      return isLong(text, key)
          ? longKey(text, key)
          : problem(
              key,
              "this line has no colon, so it is not a key, and it does not continue a value",
              "Write it as `key: value`, or indent it deeper than the key that it belongs to.");
    }
    if (stumble.problem().contains("mapping values are not allowed")) {
      int line = text.lastIndexOf('\n', at - 1) + 1;
      return at - line > LONGEST_KEY
          ? longKey(text, line)
          : problem(
              at,
              "a colon stands where no key can be",
              "Put the value in quotes if the colon belongs to it; otherwise check the"
                  + " indentation.");
    }
    int flowKey = longFlowKey(text, at);
    if (flowKey >= 0) {
      return longKey(text, flowKey);
    }
    if (stumble.problem().contains("<document start>")) {
      return afterTheEnd(text, at);
    }
    ParserWords words = ParserWords.of(stumble.context(), stumble.problem());
    return problem(at, words.what(), words.cure());
  }

  private static YamlProblem problem(int at, String what, String cure) {
    return new YamlProblem(YamlProblem.Kind.SYNTAX, at, what, cure);
  }

  private static YamlProblem neverClosed(String text, int at, String thing, String how) {
    return new YamlProblem(
        YamlProblem.Kind.SYNTAX,
        at,
        ProblemMark.endOfLine(text, at),
        "the " + thing + " " + text.charAt(at) + " that opens here is never closed",
        "Close it " + how + ".");
  }

  /** The parser knows of a bracket that it was inside; else what it was doing may begin at one. */
  private static int bracket(String text, Stumble stumble) {
    if (stumble.bracket() >= 0) {
      return stumble.bracket();
    }
    int at = stumble.contextAt();
    boolean flow = stumble.context().contains("flow") && at >= 0 && at < text.length();
    return flow && "[{".indexOf(text.charAt(at)) >= 0 ? at : -1;
  }

  private static boolean isLong(String text, int key) {
    int newline = text.indexOf('\n', key);
    return (newline < 0 ? text.length() : newline) - key > LONGEST_KEY;
  }

  private static YamlProblem longKey(String text, int at) {
    return problem(
        Math.min(at, text.length()),
        "this is longer than the " + LONGEST_KEY + " characters that a key may have",
        "Use a shorter key; if it is a value, put it in quotes or indent it deeper.");
  }

  /** Where a key of flow style begins that is too long for the colon here to be seen as its own. */
  private static int longFlowKey(String text, int at) {
    if (at <= LONGEST_KEY || at >= text.length() || text.charAt(at) != ':') {
      return -1;
    }
    int last = at - 1;
    while (last > 0 && text.charAt(last) == ' ') {
      last--;
    }
    boolean quoted = "\"'".indexOf(text.charAt(last)) >= 0;
    String before = quoted ? text.substring(last, last + 1) : ",[{\n";
    int start = last - 1;
    while (start >= 0 && before.indexOf(text.charAt(start)) < 0) {
      start--;
    }
    return at - start > LONGEST_KEY ? Math.max(0, quoted ? start : start + 1) : -1;
  }

  private static YamlProblem afterTheEnd(String text, int at) {
    boolean json = at < text.length() && "{[".indexOf(text.charAt(at)) >= 0;
    return json
        ? problem(
            at,
            "a second JSON value begins here, and nothing separates it from the one before",
            "Put a line with --- between the two, or make both items of one List.")
        : problem(
            at,
            "more text follows although the document is complete",
            "Put a line with --- before it if it is another document; otherwise remove it.");
  }

  private static int tabInIndent(String text, int lineStart) {
    for (int i = lineStart; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        return i;
      }
      if (c != ' ') {
        return -1;
      }
    }
    return -1;
  }
}
