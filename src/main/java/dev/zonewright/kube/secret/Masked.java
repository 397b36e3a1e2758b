package dev.zonewright.kube.secret;

/** Names a credential without showing it: at most its first three characters, and its length. */
public final class Masked {
  private static final int SHOWN = 3;

  /** Of a shorter one, three characters would be too much of the whole. */
  private static final int LONG_ENOUGH = 8;

  private Masked() {}

  /** For instance {@code “ghp…” (40 characters)}. */
  public static String of(String value) {
    int length = value.codePointCount(0, value.length());
    if (length < LONG_ENOUGH) {
      return length == 1 ? "1 character" : length + " characters";
    }
    return "“%s…” (%d characters)".formatted(start(value), length);
  }

  private static String start(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }
}
