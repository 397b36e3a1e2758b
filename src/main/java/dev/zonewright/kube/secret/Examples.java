package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Locale;

/** Tells values that only keep a place or show how one looks from those that are in use. */
final class Examples {
  private static final List<String> INSIDE =
      List.of(
          "example",
          "replace",
          "placeholder",
          "your-",
          "your_",
          "<your",
          "my-secret-value",
          "insert-",
          "insert_",
          "fixme",
          "dummy",
          "redacted",
          "sample-",
          "not-a-real",
          "fake",
          "here>",
          "-here",
          "_here",
          "xxxxxxxx",
          "00000000000000",
          "12345678901234567890");

  /** Values that many people take as they are, so that they may be in use. */
  private static final List<String> STAND_INS =
      List.of("changeme", "change-me", "change_me", "changeit", "changethis", "todo", "tbd");

  private Examples() {}

  /** Whether the value shows how a credential looks and is none. */
  static boolean isExample(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return !isKnownDefault(lower)
        && (lower.startsWith("your") || INSIDE.stream().anyMatch(lower::contains));
  }

  /**
   * Whether the value keeps the place of a credential: {@code xxxxx}, {@code ****}, {@code
   * changeme}. It may still be in use, as a password that everybody knows.
   */
  static boolean isStandIn(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return isKnownDefault(lower) || isCapitals(value);
  }

  private static boolean isKnownDefault(String lower) {
    return STAND_INS.contains(lower)
        || (!lower.isEmpty() && lower.chars().distinct().count() == 1 && lower.length() < 40);
  }

  /** {@code SECRET}, {@code API_KEY_VALUE}: the name of a value in its place. */
  private static boolean isCapitals(String value) {
    return value.length() > 2
        && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_' || c == ' ');
  }
}
