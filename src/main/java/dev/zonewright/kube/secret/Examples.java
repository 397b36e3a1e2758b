package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
      List.of("changeme", "changeit", "changethis", "todo", "tbd");

  private static final Pattern CHANGE =
      Pattern.compile("(?:please)?change(?:me|it|this)(?:now|please|[0-9]{0,16})");

  private static final Set<String> NAMES =
      Set.of("SECRET", "KEY", "TOKEN", "PASSWORD", "PASS", "VALUE", "VAL", "CREDENTIAL", "HERE");

  private Examples() {}

  /** Whether the value shows how a credential looks and is none. */
  static boolean isExample(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return !isKnownDefault(lower)
        && (lower.startsWith("your")
            || isBlanked(lower)
            || isNameOfValue(value)
            || INSIDE.stream().anyMatch(lower::contains));
  }

  /**
   * Whether the value keeps the place of a credential and may still be in use, as a password that
   * everybody knows: {@code changeme}, {@code 11111111}.
   */
  static boolean isStandIn(String value) {
    return isKnownDefault(value.toLowerCase(Locale.ROOT)) || isCapitals(value);
  }

  /** Whether words say that the value was taken out or is an example: {@code REDACTED}. */
  static boolean isSaidToBeNone(String value) {
    return isExample(value) && !isBlanked(value.toLowerCase(Locale.ROOT));
  }

  /** {@code xxxxx}, {@code ****}: nobody takes that for a value. */
  private static boolean isBlanked(String lower) {
    return isRepeated(lower) && "x*.-_?#".indexOf(lower.charAt(0)) >= 0;
  }

  private static boolean isRepeated(String text) {
    return !text.isEmpty()
        && text.length() < 40
        && text.equals(text.substring(0, 1).repeat(text.length()));
  }

  private static boolean isKnownDefault(String lower) {
    String letters = lower.replaceAll("[-_. !]", "");
    return STAND_INS.contains(lower)
        || CHANGE.matcher(letters).matches()
        || (isRepeated(lower) && !isBlanked(lower));
  }

  /** {@code SECRET}, {@code API_KEY_VALUE}: the name of a value in its place. */
  private static boolean isNameOfValue(String value) {
    return isCapitals(value) && Stream.of(value.split("[_ ]+")).anyMatch(NAMES::contains);
  }

  private static boolean isCapitals(String value) {
    return value.length() > 2
        && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_' || c == ' ');
  }
}
