package dev.zonewright.kube;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.Excerpt;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlMapping;
import java.util.Optional;

/**
 * Tells whether a value can be judged at all. A placeholder cannot, and nothing can be said of what
 * should stand below one, or below text but must be a mapping.
 */
public final class UnknownValue {
  private UnknownValue() {}

  /** Whether something else fills in this value later. */
  public static boolean isPlaceholder(YamlCursor at) {
    return at.isPlaceholder() || isBareTemplate(at);
  }

  /** Without quotes, <code>{{ .Values.x }}</code> is read as a mapping with a mapping for a key. */
  private static boolean isBareTemplate(YamlCursor at) {
    return at.node().isPresent()
        && at.node().get() instanceof YamlMapping outer
        && outer.flow()
        && outer.entries().size() == 1
        && outer.entries().getFirst().key() instanceof YamlMapping;
  }

  /**
   * Whether a template stands where an object should: in place of the whole, or of its kind, which
   * decides what all the rest means.
   */
  public static boolean isTemplate(YamlCursor object) {
    boolean whole =
        object.isScalar() ? object.raw().matches("[{$].*") : !object.get("kind").exists();
    return whole ? isPlaceholder(object) : isPlaceholder(object.get("kind"));
  }

  /**
   * Whether nothing can be said of the value here: it is a placeholder; or it is absent, and what
   * it should stand in is a placeholder or no mapping.
   */
  public static boolean hides(YamlCursor at) {
    if (at.exists()) {
      return isPlaceholder(at);
    }
    Optional<YamlCursor> around = at.firstAbsent().parent();
    return around.isPresent()
        && around.get().isSet()
        && (!around.get().isMapping() || isPlaceholder(around.get()));
  }

  /** Whether a value stands here that is neither true nor false, nor a placeholder for one. */
  public static boolean isNoTruthValue(YamlCursor at) {
    return at.isSet() && at.bool().isEmpty() && !isPlaceholder(at);
  }

  /** The value as a short quotation for a message; a collection by its shape. */
  public static String quoted(YamlCursor at) {
    if (at.isScalar()) {
      return "“" + Excerpt.of(Masked.valueOf(at), 60) + "”";
    }
    return at.isSequence() ? "a list" : "a mapping";
  }
}
