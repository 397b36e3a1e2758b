package dev.zonewright.kube.evidence;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that are true or false. One that is filled in later may be true, and text in quotes says
 * what was meant although Kubernetes refuses it.
 */
public final class Switches {
  private static final Set<String> OFF = Set.of("", "false", "no", "off", "n", "0");

  private Switches() {}

  /** The clause where the field is on, or may be; empty where it is off or not set. */
  static Optional<String> sign(YamlCursor at, String clause) {
    if (UnknownValue.isPlaceholder(at)) {
      return Optional.of("%s is filled in later; if it is true, %s".formatted(at.key(), clause));
    }
    boolean on = at.isTrue() || (UnknownValue.isNoTruthValue(at) && !isMeantFalse(at));
    return on ? Optional.of(clause) : Optional.empty();
  }

  /** Whether it is false, or text in quotes that says so. */
  public static boolean isMeantFalse(YamlCursor at) {
    return at.isFalse() || (at.isScalar() && OFF.contains(at.raw().toLowerCase(Locale.ROOT)));
  }
}
