package dev.zonewright.kube.schema;

import dev.zonewright.yaml.ScalarValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Which scalars Kubernetes' decoder takes for which type. Null is taken everywhere. The API server
 * turns YAML into JSON first, so that {@code 1.0} arrives as {@code 1}.
 */
final class ScalarChecks {
  private static final Pattern QUANTITY =
      Pattern.compile(
          "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?"
              + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

  /** From here on JSON writes an exponent, which no whole number may have. */
  private static final double LARGEST_PLAIN = 1e21;

  private ScalarChecks() {}

  static boolean accepts(ScalarType type, ScalarValue value) {
    if (value instanceof ScalarValue.Null) {
      return true;
    }
    return switch (type) {
      case STRING, DURATION -> value instanceof ScalarValue.Text;
      case BOOL -> value instanceof ScalarValue.Bool;
      case INT32 -> isWhole(value, 31);
      case INT64 -> isWhole(value, 63);
      case NUMBER ->
          value instanceof ScalarValue.Int
              || (value instanceof ScalarValue.Real(double real) && Double.isFinite(real));
      case QUANTITY ->
          value instanceof ScalarValue.Int
              || (value instanceof ScalarValue.Text(String text)
                  && QUANTITY.matcher(text.strip()).matches())
              || (value instanceof ScalarValue.Real(double real) && Double.isFinite(real));
      case INT_OR_STRING -> value instanceof ScalarValue.Text || isWhole(value, 31);
      case TIME, MICRO_TIME ->
          value instanceof ScalarValue.Text(String text) && TIME.matcher(text).matches();
      case BYTES -> value instanceof ScalarValue.Text(String text) && isBase64(text);
    };
  }

  private static boolean isWhole(ScalarValue value, int bits) {
    if (value instanceof ScalarValue.Int(BigInteger whole)) {
      return whole.bitLength() <= bits;
    }
    return value instanceof ScalarValue.Real(double real)
        && Math.abs(real) < LARGEST_PLAIN
        && real == Math.rint(real)
        && new BigDecimal(real).toBigInteger().bitLength() <= bits;
  }

  /** As Go's standard encoding reads it: padded, line breaks ignored. */
  private static boolean isBase64(String text) {
    int digits = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        padding++;
      } else if (c != '\n' && c != '\r') {
        if (padding > 0 || !isDigit(c)) {
          return false;
        }
        digits++;
      }
    }
    return padding <= 2 && (digits + padding) % 4 == 0 && (padding == 0 || digits % 4 >= 2);
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
