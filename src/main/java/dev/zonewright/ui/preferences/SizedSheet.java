package dev.zonewright.ui.preferences;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet whose text, and all that must grow with it, has another size than usual. */
final class SizedSheet {
  private static final Pattern SIZES =
      Pattern.compile(
          "(-fx-(?:font-size|icon-size|cell-size|fixed-cell-size|pref-height|min-height|max-height"
              + "|tab-min-height|tab-max-height|size):\\s*)([0-9.]+)px");

  /**
   * A rule of what is as wide as it is high: a mark that grew in height alone would be distorted.
   */
  private static final Pattern SQUARE =
      Pattern.compile(
          "\\{(?=[^}]*-fx-max-width:\\s*([0-9.]+)px)(?=[^}]*-fx-max-height:\\s*\\1px)[^}]*\\}");

  private static final Pattern WIDTHS =
      Pattern.compile("(-fx-(?:pref|min|max)-width:\\s*)([0-9.]+)px");

  /** Padding that makes room for something beside it, which holds text: no gap is so wide. */
  private static final Pattern ROOM = Pattern.compile("(-fx-padding:[^;]*?\\s)([0-9]{3})px");

  /** Bars and lines of a few pixels stay as thin as they are. */
  private static final double THIN = 6;

  private SizedSheet() {}

  /** The sheet as a location that a scene can load. */
  static String location(String css, double factor) {
    byte[] sized = sized(css, factor).getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(sized);
  }

  static String sized(String css, double factor) {
    String squares =
        SQUARE
            .matcher(css)
            .replaceAll(rule -> Matcher.quoteReplacement(scaled(WIDTHS, rule.group(), factor)));
    return scaled(ROOM, scaled(SIZES, squares, factor), factor);
  }

  private static String scaled(Pattern sizes, String css, double factor) {
    return sizes.matcher(css).replaceAll(found -> found.group(1) + pixels(found, factor) + "px");
  }

  private static String pixels(MatchResult found, double factor) {
    double usual = Double.parseDouble(found.group(2));
    double now = usual <= THIN ? usual : Math.round(usual * factor * 2) / 2.0;
    return String.format(Locale.ROOT, "%.1f", now);
  }
}
