package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.kube.valid.field.Violation;
import java.util.Optional;

/**
 * Why the API server refuses an object, whatever its kind: a field that it does not know, a value
 * that it cannot decode, or a rule that is broken. What only one kind has is looked at elsewhere.
 */
public final class Refusal {
  private static final Memo.Key<KubeObject, Optional<String>> WHY = new Memo.Key<>(Refusal::find);

  private Refusal() {}

  /** The first reason, a clause without a full stop; empty where nothing is seen. */
  public static Optional<String> of(KubeObject object) {
    return object.facts().get(WHY, object);
  }

  private static Optional<String> find(KubeObject object) {
    return SchemaCheck.of(object).stream()
        .findFirst()
        .map(Refusal::words)
        .or(() ->
            ObjectRules.of(object).stream()
                .filter(v -> v.when() == Violation.When.APPLIED)
                .findFirst()
                .map(Violation::message));
  }

  private static String words(Mismatch mismatch) {
    String path = Masked.within(mismatch.path().toString());
    return switch (mismatch) {
      case Mismatch.UnknownField _ -> "it has no field " + path;
      case Mismatch.WrongType _ -> path + " has a value of the wrong type";
    };
  }
}
