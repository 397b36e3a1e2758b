package dev.zonewright.yaml;

import java.util.regex.Pattern;

/** Knows what stands for a value that is filled in later. */
final class Placeholders {
  private static final Pattern ANY =
      Pattern.compile("\\$\\{[^}]*}|\\{\\{.*?}}|\\$\\([A-Za-z_][A-Za-z0-9_.]*\\)|\\$\\{\\{");

  private Placeholders() {}

  static boolean isIn(String value) {
    return (value.indexOf('$') >= 0 || value.indexOf('{') >= 0) && ANY.matcher(value).find();
  }
}
