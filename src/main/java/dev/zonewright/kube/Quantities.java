package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as Kubernetes writes them: {@code 500m}, {@code 10Gi}, {@code 1e3}. */
public final class Quantities {
  // a number that is small enough to be reckoned with, and its unit
  private static final Pattern FORM =
      Pattern.compile(
          "(?<number>[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30}))"
              + "(?:(?<unit>[numkKMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?[0-9]{1,2}))?");

  private static final String BINARY = "KMGTPE";

  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

  private Quantities() {}

  /** The amount in its unit of one (bytes, cores); empty where none is written. */
  public static Optional<BigDecimal> of(YamlCursor at) {
    return parse(at.raw());
  }

  /** The amount that a text says; empty when it says none. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group("number"));
    String unit = form.group("unit");
    if (form.group("exponent") != null) {
      return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(form.group("exponent"))));
    }
    if (unit == null) {
      return Optional.of(number);
    }
    if (unit.endsWith("i")) {
      int power = BINARY.indexOf(unit.charAt(0)) + 1;
      return Optional.of(number.multiply(BigDecimal.valueOf(1024).pow(power)));
    }
    Integer power = DECIMAL.get(unit);
    return power == null ? Optional.empty() : Optional.of(number.scaleByPowerOfTen(power));
  }
}
