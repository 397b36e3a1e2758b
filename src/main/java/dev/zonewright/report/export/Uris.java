package dev.zonewright.report.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names files as URIs. */
final class Uris {
  private static final String UNRESERVED = "-._~/";

  private Uris() {}

  /**
   * A reference relative to where the review was made; absolute names get the scheme {@code file}.
   */
  static String of(String file) {
    String name = file.replace('\\', '/');
    String prefix = "";
    if (name.startsWith("/")) {
      prefix = "file://";
    } else if (name.length() > 1 && name.charAt(1) == ':') {
      prefix = "file:///";
    }
    StringBuilder out = new StringBuilder(prefix);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 0x80
              && (Character.isLetterOrDigit(c)
                  || UNRESERVED.indexOf(c) >= 0
                  || (c == ':' && !prefix.isEmpty()));
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}
