package dev.zonewright.yaml.parse;

/**
 * JSON indented by tabs is valid for Kubernetes, but the parser stops at such a tab. In a document
 * that is one flow collection a tab outside quotes separates and nothing more, so a space stands in
 * for it; offsets stay as they are.
 */
public final class FlowTabs {
  private FlowTabs() {}

  public static String asSpaces(String text) {
    if (text.indexOf('\t') < 0 || !isFlow(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    char quote = 0;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (quote == 0) {
        if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '#' && (i == 0 || Character.isWhitespace(out.charAt(i - 1)))) {
          while (i + 1 < out.length() && out.charAt(i + 1) != '\n') {
            i++;
          }
        } else if (c == '\t') {
          out.setCharAt(i, ' ');
        }
      } else if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return out.toString();
  }

  private static boolean isFlow(String text) {
    int i = text.startsWith("---") ? 3 : 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#') {
        int line = text.indexOf('\n', i);
        i = line < 0 ? text.length() : line;
      } else if (Character.isWhitespace(c)) {
        i++;
      } else {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
