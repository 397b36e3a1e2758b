package dev.zonewright.yaml;

/**
 * Knows what is written for a value that is filled in later: {@code ${X}}, {@code {{ x }}}, {@code
 * $(X)}; and a value that SOPS encrypted, which is decrypted later. Reads each character a fixed
 * number of times, however many openings are never closed.
 */
public final class Placeholders {
  private Placeholders() {}

  public static boolean isIn(String value) {
    return hasBraces(value) || hasTemplate(value) || hasVariable(value) || isEncrypted(value);
  }

  /** {@code ENC[AES256_GCM,data:…,type:str]}. */
  private static boolean isEncrypted(String value) {
    return value.startsWith("ENC[AES256_GCM,") && value.endsWith("]");
  }

  /** {@code ${…}}, also over several lines, and the opening <code>${{</code> alone. */
  private static boolean hasBraces(String value) {
    int open = value.indexOf("${");
    return open >= 0 && (value.indexOf('}', open) >= 0 || value.indexOf("${{", open) >= 0);
  }

  /** <code>{{ … }}</code> on one line. */
  private static boolean hasTemplate(String value) {
    int open = value.indexOf("{{");
    int close = -1;
    while (open >= 0) {
      if (close < open + 2) {
        close = value.indexOf("}}", open + 2);
      }
      if (close < 0) {
        return false;
      }
      int line = value.indexOf('\n', open);
      if (line < 0 || close < line) {
        return true;
      }
      open = value.indexOf("{{", line);
    }
    return false;
  }

  /** {@code $(NAME)}. */
  private static boolean hasVariable(String value) {
    for (int at = value.indexOf("$("); at >= 0; at = value.indexOf("$(", at + 2)) {
      int i = at + 2;
      while (i < value.length() && isNamePart(value.charAt(i), i > at + 2)) {
        i++;
      }
      if (i > at + 2 && i < value.length() && value.charAt(i) == ')') {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c, boolean inside) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '_'
        || (inside && ((c >= '0' && c <= '9') || c == '.'));
  }
}
