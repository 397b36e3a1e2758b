package dev.zonewright.report.export;

import dev.zonewright.report.Printable;

/** Text for XML and HTML. */
final class Xml {
  private Xml() {}

  /** Text between tags; line breaks stay, other control characters are spelled out. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      out.append(escaped(Printable.of(text.substring(from, at)))).append('\n');
      from = at + 1;
    }
    return out.append(escaped(Printable.of(text.substring(from)))).toString();
  }

  /** The value of an attribute, without its quotes. */
  static String attribute(String text) {
    return escaped(Printable.of(text)).replace("\"", "&quot;");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> {
          // half of a pair, and the two that XML forbids
          boolean lone =
              Character.isSurrogate(c)
                  && !(Character.isHighSurrogate(c)
                      && i + 1 < text.length()
                      && Character.isLowSurrogate(text.charAt(i + 1)))
                  && !(Character.isLowSurrogate(c)
                      && i > 0
                      && Character.isHighSurrogate(text.charAt(i - 1)));
          out.append(lone || c == '\ufffe' || c == '\uffff' ? '\ufffd' : c);
        }
      }
    }
    return out.toString();
  }
}
