package dev.zonewright.yaml;

import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * stopped in a line that begins with one. Actions may stand in strings of a manifest that is
   * broken for another reason.
   *
   * @param offset where the parser stopped
   */
  static Optional<YamlProblem> problem(String text, int offset) {
    Templates templates = new Templates(text);
    return !templates.actions.isEmpty()
            && (templates.beginsLine(offset) || YamlParser.isYaml(templates.withoutActions()))
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

  private boolean beginsLine(int offset) {
    int at = layout.skipWhite(layout.lineStart(Math.min(offset, text.length())));
    return actions.stream().anyMatch(action -> action.start() == at);
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

  /** Actions that fill lines go with these; any other becomes a word. */
  private String withoutActions() {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (TextRange action : actions) {
      out.append(text, from, action.start());
      if (!layout.startsLine(action.start()) || !layout.endsLine(action.end())) {
        out.append('x');
      }
      from = action.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private YamlProblem problem(TextRange action) {
    boolean jinja = text.startsWith("{%", action.start());
    int end = Math.min(action.end(), layout.lineEnd(action.start()));
    String shown = text.substring(action.start(), Math.min(end, action.start() + SHOWN)).strip();
    return new YamlProblem(
        YamlProblem.Kind.TEMPLATE,
        action.start(),
        end,
        "this is a template that was not rendered ("
            + shown
            + (action.start() + SHOWN < end ? "…" : "")
            + ")",
        jinja
            ? "Render it first, with the tool that it is written for, and open the result."
            : "Render it first, a Helm chart with `helm template`, and open the result.");
  }
}
