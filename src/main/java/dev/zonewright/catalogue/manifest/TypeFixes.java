package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Fix;
import dev.zonewright.kube.schema.FieldType;
import dev.zonewright.kube.schema.ScalarType;
import dev.zonewright.yaml.ScalarResolver;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a value the type that its field holds, where the characters leave no doubt. Nothing that
 * runs can change by it: Kubernetes takes no object with the value as it was.
 */
final class TypeFixes {
  private TypeFixes() {}

  static Optional<Fix> of(YamlCursor at, FieldType expected) {
    if (!at.isScalar()) {
      return Optional.empty();
    }
    return switch (expected) {
      case FieldType.Scalar(ScalarType type) -> scalar(at, type);
      case FieldType.ListOf(FieldType.Scalar(ScalarType item))
          when item == ScalarType.STRING && isOneWord(at) ->
          Optional.of(
              Fix.review(
                  "Change it to a list of one",
                  "a list of several may have been intended",
                  editor -> editor.set(at.path(), YamlValue.strings(at.raw()))));
      default -> Optional.empty();
    };
  }

  private static boolean isOneWord(YamlCursor at) {
    return at.string().isPresent() && !at.raw().isEmpty() && at.raw().indexOf(' ') < 0;
  }

  private static Optional<Fix> scalar(YamlCursor at, ScalarType type) {
    return switch (type) {
      case STRING -> Optional.of(set("Put the value in quotes", at, YamlValue.of(at.raw()), true));
      case BOOL -> bool(at);
      case INT32 -> whole(at, 31);
      case INT64 -> whole(at, 63);
      case NUMBER, QUANTITY, INT_OR_STRING, TIME, MICRO_TIME, DURATION, BYTES -> Optional.empty();
    };
  }

  private static Optional<Fix> bool(YamlCursor at) {
    return switch (at.raw().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(truth(at, true, true));
      case "false" -> Optional.of(truth(at, false, true));
      case "1", "yes", "on" -> Optional.of(truth(at, true, false));
      case "0", "no", "off" -> Optional.of(truth(at, false, false));
      default -> Optional.empty();
    };
  }

  private static Fix truth(YamlCursor at, boolean value, boolean plainly) {
    boolean safe = plainly && !Widening.isIn(at);
    return set("Change it to the boolean " + value, at, YamlValue.of(value), safe);
  }

  private static Optional<Fix> whole(YamlCursor at, int bits) {
    boolean number =
        at.string().isPresent()
            && ScalarResolver.resolvePlain(at.raw()) instanceof ScalarValue.Int(BigInteger whole)
            && whole.bitLength() <= bits
            && whole.toString().equals(at.raw());
    return number
        ? Optional.of(
            set(
                "Change it to the number " + at.raw(),
                at,
                YamlValue.of(Long.parseLong(at.raw())),
                !Widening.isIn(at)))
        : Optional.empty();
  }

  private static Fix set(String title, YamlCursor at, YamlValue value, boolean safe) {
    YamlPath path = at.path();
    return safe
        ? Fix.safe(
            title,
            "Kubernetes does not accept the object with this value",
            editor -> editor.set(path, value))
        : Fix.review(
            title,
            "another value may have been intended, or it opens something",
            editor -> editor.set(path, value));
  }
}
