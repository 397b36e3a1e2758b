package dev.zonewright.kube.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what a template would write as a credential, as in {@code default "x" .Values.password}.
 */
final class MaskedTemplates {
  private static final Pattern ACTION = Pattern.compile("\\{\\{[^{}\\n]{1,500}}}");

  /** A word, not a sentence; the name of a template is none. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "((?:include|template|tpl|lookup|printf|get|hasKey|index)\\s+(?:[$.]\\S*\\s+)?)?"
              + "([\"'`])([^\\s\"'`…]++)\\2");

  private MaskedTemplates() {}

  static String in(String text) {
    return text.contains("{{")
        ? ACTION.matcher(text).replaceAll(m -> Matcher.quoteReplacement(action(m.group())))
        : text;
  }

  private static String action(String action) {
    if (!TellingName.mayBeIn(action)) {
      return action;
    }
    return LITERAL
        .matcher(action)
        .replaceAll(m ->
            Matcher.quoteReplacement(
                m.group(1) == null ? m.group(2) + Masked.of(m.group(3)) + m.group(2) : m.group()));
  }
}
