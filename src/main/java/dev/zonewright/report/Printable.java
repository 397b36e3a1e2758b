package dev.zonewright.report;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.Excerpt;
import dev.zonewright.text.Hidden;

/** Makes text from manifests harmless to a terminal. */
public final class Printable {
  /** More than any message has, and than Kubernetes lets any name have. */
  private static final int MOST = 1_000;

  private static final int MOST_ECHOED = 60;

  private Printable() {}

  /**
   * The text on one line, with control characters, line separators and characters that turn the
   * direction of writing spelled out as {@code \}{@code u001b}. A name in a manifest can so neither
   * colour, move nor hide what stands around it. A credential in it is masked.
   */
  public static String of(String written) {
    String text = Masked.within(written);
    for (int i = 0; i < text.length(); i++) {
      if (Hidden.is(text.charAt(i))) {
        return escaped(text, i);
      }
    }
    return text;
  }

  /** The same of a text that nobody reads to its end, such as a name of a megabyte. */
  public static String brief(String text) {
    return of(Excerpt.of(text.length() > MOST ? Masked.within(text) : text, MOST));
  }

  /**
   * The beginning of something that somebody gave and that makes no sense, with how long it is: who
   * reads it knows it by that, be it a megabyte.
   */
  public static String echo(String given) {
    String text = given.length() > MOST_ECHOED ? Masked.within(given) : given;
    return text.length() <= MOST_ECHOED
        ? of(text)
        : "%s (%,d characters)".formatted(of(Excerpt.of(text, MOST_ECHOED)), given.length());
  }

  private static String escaped(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Hidden.is(c)) {
            out.append(String.format("\\u%04x", (int) c));
            // the other half of a tag, which nothing shows either
            if (c == Hidden.TAGS
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
              i++;
              out.append(String.format("\\u%04x", (int) text.charAt(i)));
            }
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
