package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text that is no YAML is a template for YAML: text of Helm or Jinja, with actions
 * <code>{{ … }}</code> and <code>{% … %}</code>, that is filled in before anybody reads it.
 */
final class Templates {
  private static final int SHOWN = 40;

  private final String text;
  private final Layout layout;
  private final List<TextRange> actions;

  private Templates(String text) {
    this.text = text;
    this.layout = new Layout(text);
    this.actions = actionsIn(text);
  }

  /**
   * The problem, where a template is to blame: without its actions the text is YAML, or the parser
   * stopped in a line in which one stands bare. Actions may stand in strings of a manifest that is
   * broken for another reason.
   *
   * @param offset where the parser stopped
   * @param began where that began which it could not finish; -1 when it does not say
   */
  static Optional<YamlProblem> problem(String text, int offset, int began) {
    Templates templates = new Templates(text);
    return !templates.actions.isEmpty()
            && (templates.isBareInLine(offset)
                || (began >= 0 && templates.isBareInLine(began))
                || YamlParser.isYaml(templates.withActionsAs(""))
                || YamlParser.isYaml(templates.withActionsAs("x")))
        ? Optional.of(templates.problem(templates.nearest(offset)))
        : Optional.empty();
  }

  /** From the opening braces to the closing ones, or to the end of the line without those. */
  private static List<TextRange> actionsIn(String text) {
    List<TextRange> out = new ArrayList<>();
    boolean[] unclosed = new boolean[2];
    int at = opening(text, 0);
    while (at >= 0) {
      int kind = text.charAt(at + 1) == '{' ? 0 : 1;
      int close = unclosed[kind] ? -1 : text.indexOf(kind == 0 ? "}}" : "%}", at + 2);
      unclosed[kind] = close < 0;
      int newline = text.indexOf('\n', at);
      int end = close >= 0 ? close + 2 : newline < 0 ? text.length() : newline;
      out.add(new TextRange(at, end));
      at = opening(text, end);
    }
    return out;
  }

  private static int opening(String text, int from) {
    for (int at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
      if (at + 1 < text.length() && (text.charAt(at + 1) == '{' || text.charAt(at + 1) == '%')) {
        return at;
      }
    }
    return -1;
  }

  /** Whether an action stands outside quotes in the line of the offset. */
  private boolean isBareInLine(int offset) {
    int start = layout.lineStart(Math.min(offset, text.length()));
    int end = layout.lineEnd(start);
    return actions.stream()
        .filter(action -> action.start() >= start && action.start() < end)
        .anyMatch(action -> !isQuoted(start, action.start()));
  }

  private boolean isQuoted(int lineStart, int at) {
    char open = 0;
    for (int i = lineStart; i < at; i++) {
      char c = text.charAt(i);
      if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (c == open) {
        open = 0;
      }
    }
    return open != 0;
  }

  /** The last action that begins before the end of the line, else the first. */
  private TextRange nearest(int offset) {
    int end = layout.lineEnd(Math.min(offset, text.length()));
    TextRange nearest = actions.getFirst();
    for (TextRange action : actions) {
      if (action.start() >= end) {
        break;
      }
      nearest = action;
    }
    return nearest;
  }

  /** Actions that fill lines go with these; any other becomes the word. */
  private String withActionsAs(String word) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i < actions.size(); i++) {
      int start = actions.get(i).start();
      out.append(text, from, start);
      while (i + 1 < actions.size()
          && layout.skipWhite(actions.get(i).end()) == actions.get(i + 1).start()) {
        i++;
      }
      from = actions.get(i).end();
      if (!layout.startsLine(start) || !layout.endsLine(from)) {
        out.append(word);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private YamlProblem problem(TextRange action) {
    boolean jinja = text.startsWith("{%", action.start());
    int end = Math.min(action.end(), layout.lineEnd(action.start()));
    String shown = shown(text.substring(action.start(), end));
    return new YamlProblem(
        YamlProblem.Kind.TEMPLATE,
        action.start(),
        end,
        "this is a template that was not rendered (" + shown + ")",
        jinja
            ? "Render it first, with the tool that it is written for, and open the result."
            : "Render it first, a Helm chart with `helm template`, and open the result.");
  }

  /** A text in the action, which may be a credential; the name of a template is none. */
  private static final Pattern LITERAL =
      Pattern.compile("((?:include|template|tpl|lookup)\\s+)?(\"[^\"]*\"|'[^']*'|`[^`]*`)");

  /** Names of values, as far as they can be no credential: {@code .Values.service}. */
  private static final Pattern NAMES = Pattern.compile("[ (]*[$.A-Za-z_|]*");

  /** The beginning of an action, without its texts; no word is cut that might be a credential. */
  private static String shown(String action) {
    String words =
        LITERAL
            .matcher(action)
            .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? "\"…\"" : m.group()))
            .strip();
    if (words.length() <= SHOWN) {
      return words;
    }
    int space = Math.max(words.lastIndexOf(' ', SHOWN), 2);
    String last = words.substring(space, SHOWN);
    return (NAMES.matcher(last).matches()
            ? words.substring(0, SHOWN).strip()
            : words.substring(0, space))
        + "…";
  }
}
