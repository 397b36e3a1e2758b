package dev.zonewright.kube.valid.field;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes down what the rules find, and reads values without guessing. */
public final class Found {
  private final List<Violation> violations = new ArrayList<>();

  public List<Violation> all() {
    return List.copyOf(violations);
  }

  public void applied(YamlCursor at, String message) {
    violations.add(new Violation(at, Violation.When.APPLIED, message));
  }

  public void started(YamlCursor at, String message) {
    violations.add(new Violation(at, Violation.When.STARTED, message));
  }

  /** The text here; empty where none stands, or one that is filled in later. */
  public static Optional<String> text(YamlCursor at) {
    return at.string().filter(text -> !text.isEmpty() && !UnknownValue.isPlaceholder(at));
  }

  /** The whole number here; empty where none stands. */
  public static Optional<BigInteger> number(YamlCursor at) {
    return at.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger whole)
        ? Optional.of(whole)
        : Optional.empty();
  }

  /** Whether a mapping says itself all that it has: nothing is filled in later, or merged in. */
  public static boolean isWhole(YamlCursor at) {
    return at.isMapping()
        && !UnknownValue.isPlaceholder(at)
        && at.entries().stream().noneMatch(e -> e.key().equals("<<") || e.isPlaceholder());
  }

  public static boolean isZero(YamlCursor at) {
    return number(at).filter(n -> n.signum() == 0).isPresent();
  }
}
