package dev.zonewright.yaml;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads scalars as Kubernetes does, which is YAML 1.1 as its decoder (go-yaml, version 2) knows it:
 * {@code yes}, {@code on} and {@code y} are true, {@code 0644} is octal, {@code 1_000} and {@code
 * 1e3} a thousand, {@code 1:30} and dates are strings, and whatever stands in quotes is a string.
 */
public final class ScalarResolver {
  private static final Map<String, ScalarValue> WORDS =
      Map.ofEntries(
          word("", ScalarValue.NULL),
          word("~", ScalarValue.NULL),
          word("null", ScalarValue.NULL),
          word("Null", ScalarValue.NULL),
          word("NULL", ScalarValue.NULL),
          word("y", ScalarValue.TRUE),
          word("Y", ScalarValue.TRUE),
          word("yes", ScalarValue.TRUE),
          word("Yes", ScalarValue.TRUE),
          word("YES", ScalarValue.TRUE),
          word("true", ScalarValue.TRUE),
          word("True", ScalarValue.TRUE),
          word("TRUE", ScalarValue.TRUE),
          word("on", ScalarValue.TRUE),
          word("On", ScalarValue.TRUE),
          word("ON", ScalarValue.TRUE),
          word("n", ScalarValue.FALSE),
          word("N", ScalarValue.FALSE),
          word("no", ScalarValue.FALSE),
          word("No", ScalarValue.FALSE),
          word("NO", ScalarValue.FALSE),
          word("false", ScalarValue.FALSE),
          word("False", ScalarValue.FALSE),
          word("FALSE", ScalarValue.FALSE),
          word("off", ScalarValue.FALSE),
          word("Off", ScalarValue.FALSE),
          word("OFF", ScalarValue.FALSE),
          word(".nan", new ScalarValue.Real(Double.NaN)),
          word(".NaN", new ScalarValue.Real(Double.NaN)),
          word(".NAN", new ScalarValue.Real(Double.NaN)),
          word(".inf", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word(".Inf", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word(".INF", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word("+.inf", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word("+.Inf", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word("+.INF", new ScalarValue.Real(Double.POSITIVE_INFINITY)),
          word("-.inf", new ScalarValue.Real(Double.NEGATIVE_INFINITY)),
          word("-.Inf", new ScalarValue.Real(Double.NEGATIVE_INFINITY)),
          word("-.INF", new ScalarValue.Real(Double.NEGATIVE_INFINITY)));

  private static final Pattern REAL =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

  /** Digits of the largest number of 64 bits, written in twos. */
  private static final int MOST_DIGITS = 64;

  private ScalarResolver() {}

  private static Map.Entry<String, ScalarValue> word(String text, ScalarValue value) {
    return Map.entry(text, value);
  }

  public static ScalarValue resolve(YamlScalar scalar) {
    String tag = scalar.tag();
    if (tag != null) {
      return resolveTagged(tag, scalar);
    }
    return scalar.style() == YamlScalar.Style.PLAIN
        ? resolvePlain(scalar.value())
        : new ScalarValue.Text(scalar.value());
  }

  private static ScalarValue resolveTagged(String tag, YamlScalar scalar) {
    return switch (tag) {
      case "tag:yaml.org,2002:null",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float" ->
          resolvePlain(scalar.value());
      default -> new ScalarValue.Text(scalar.value());
    };
  }

  /** What a plain scalar with these characters is. */
  public static ScalarValue resolvePlain(String text) {
    if (text.isEmpty()) {
      return ScalarValue.NULL;
    }
    char first = text.charAt(0);
    boolean numberLike = (first >= '0' && first <= '9') || first == '-' || first == '+';
    if (!numberLike && first != '.' && text.length() > 5) {
      return new ScalarValue.Text(text);
    }
    ScalarValue word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    ScalarValue number = numberLike ? number(text) : first == '.' ? dotted(text) : null;
    return number == null ? new ScalarValue.Text(text) : number;
  }

  private static @Nullable ScalarValue dotted(String text) {
    if (!separatesDigits(text)) {
      return null;
    }
    String digits = text.replace("_", "");
    return REAL.matcher(digits).matches() ? real(digits) : null;
  }

  /** Where a dot comes first, an underscore is allowed between two digits only. */
  private static boolean separatesDigits(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (i == 0
          || i + 1 == text.length()
          || !isDigit(text.charAt(i - 1))
          || !isDigit(text.charAt(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable ScalarValue number(String text) {
    String digits = text.replace("_", "");
    BigInteger whole = whole(digits);
    if (whole != null) {
      return new ScalarValue.Int(whole);
    }
    return REAL.matcher(digits).matches() ? real(digits) : null;
  }

  /** A number too large for 64 bits stays a string. */
  private static @Nullable ScalarValue real(String digits) {
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value) ? null : new ScalarValue.Real(value);
  }

  /** An integer of 64 bits, signed or unsigned, in any base that Go knows by prefix. */
  private static @Nullable BigInteger whole(String digits) {
    boolean negative = digits.startsWith("-");
    boolean signed = negative || digits.startsWith("+");
    String rest = signed ? digits.substring(1) : digits;
    int radix = 10;
    if (rest.length() > 1 && rest.charAt(0) == '0') {
      char mark = Character.toLowerCase(rest.charAt(1));
      radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
      rest = rest.substring(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    int zeros = 0;
    while (zeros + 1 < rest.length() && rest.charAt(zeros) == '0') {
      zeros++;
    }
    rest = rest.substring(zeros);
    // more digits are never 64 bits, and reading them would take the square of their number
    if (rest.isEmpty() || rest.length() > MOST_DIGITS) {
      return null;
    }
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) > 'f' || Character.digit(rest.charAt(i), radix) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(negative ? "-" + rest : rest, radix);
    return value.bitLength() <= (signed ? 63 : 64) ? value : null;
  }
}
