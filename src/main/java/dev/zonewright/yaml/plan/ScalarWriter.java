package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.ScalarResolver;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlValue;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Writes scalars so that every parser reads the same: what any version of YAML could take for a
 * number, a date, a truth value or null is quoted.
 */
public final class ScalarWriter {
  private static final Pattern NUMBER_LIKE = Pattern.compile("[.0-9][0-9a-fA-F_.:xXoOtTzZ+ -]*");

  private ScalarWriter() {}

  static String write(YamlValue value, YamlScalar.Style strings) {
    return switch (value) {
      case YamlValue.Text(String text) -> text(text, strings);
      case YamlValue.Bool(boolean bool) -> bool ? "true" : "false";
      case YamlValue.Whole(long whole) -> Long.toString(whole);
      case YamlValue.Day(LocalDate day) -> day.toString();
      case YamlValue.Mapping _, YamlValue.Items _ ->
          throw new IllegalArgumentException("no scalar: " + value);
    };
  }

  /** The string in this style, or in double quotes where the style cannot hold it. */
  public static String text(String text, YamlScalar.Style style) {
    return switch (style) {
      case PLAIN -> isPlain(text) ? text : doubleQuoted(text);
      case SINGLE_QUOTED ->
          isPrintable(text) ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
      case DOUBLE_QUOTED, LITERAL, FOLDED -> doubleQuoted(text);
    };
  }

  private static boolean isPlain(String text) {
    return isSimple(text)
        && !NUMBER_LIKE.matcher(text).matches()
        && ScalarResolver.resolvePlain(text) instanceof ScalarValue.Text;
  }

  /** Words of harmless characters, with single colons or spaces between them. */
  private static boolean isSimple(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || "_/.".indexOf(c) >= 0
              || (i > 0 && "@+=-".indexOf(c) >= 0);
      if (!plain && !(inWord && (c == ':' || c == ' '))) {
        return false;
      }
      inWord = plain;
    }
    return inWord;
  }

  private static boolean isPrintable(String text) {
    return text.chars().noneMatch(c -> c < ' ' || (c >= 0x7F && c <= 0x9F) || isBreak(c));
  }

  private static boolean isBreak(int c) {
    return c == 0x2028 || c == 0x2029 || c == 0xFEFF || Character.isSurrogate((char) c);
  }

  /** In double quotes as JSON knows them. */
  static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
