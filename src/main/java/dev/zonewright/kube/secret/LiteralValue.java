package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Locale;

/** Tells a value that is used as it is from one that only says where the real one is. */
final class LiteralValue {
  private static final List<String> REFERENCES =
      List.of(
          "arn:aws:",
          "projects/",
          "vault:",
          "vault://",
          "ref+",
          "secretref:",
          "secret:",
          "sm://",
          "gcp-secret:",
          "akvs:",
          "ssm:",
          "op://",
          "file:",
          "env:",
          "enc[",
          "env://",
          "file://",
          "awssm://",
          "gsm://",
          "keyvault:",
          "akv:",
          "bank-vaults:");

  private LiteralValue() {}

  /**
   * Whether the value is a placeholder, a path, or the address of a secret in a store: what is used
   * comes from elsewhere.
   */
  static boolean isReference(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()
        || lower.contains("${")
        || lower.contains("{{")
        || lower.contains("$(")
        || lower.contains("$__")) {
      return true;
    }
    if (lower.startsWith("<")
        || lower.startsWith("%")
        || lower.startsWith("[")
        || lower.startsWith("/")
        || lower.startsWith("./")
        || lower.startsWith("{")) {
      return true;
    }
    return isVariable(value.strip()) || REFERENCES.stream().anyMatch(lower::startsWith);
  }

  /** {@code $PASSWORD}, and {@code @PASSWORD@} or {@code __PASSWORD__}. */
  private static boolean isVariable(String value) {
    boolean dollar = value.length() > 1 && value.charAt(0) == '$' && isName(value.substring(1));
    boolean marked =
        value.length() > 4
            && ((value.startsWith("@") && value.endsWith("@"))
                || (value.startsWith("__") && value.endsWith("__")));
    return dollar || marked;
  }

  private static boolean isName(String text) {
    return text.chars().allMatch(c -> c < 128 && KeyShapes.isWord((char) c));
  }

  /** Whether the value is a truth value, a small number or a duration: a setting. */
  static boolean isSetting(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "null",
          "none",
          "nil",
          "auto",
          "default",
          "enabled",
          "disabled",
          "required",
          "optional",
          "~",
          "n/a" ->
          true;
      default -> lower.length() < 12 && lower.matches("[0-9]{1,4}[a-z]{0,2}");
    };
  }
}
