package dev.zonewright.kube.schema;

import dev.zonewright.kube.schema.Mismatch.Level;
import dev.zonewright.text.EditDistance;
import dev.zonewright.text.Hidden;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant by a key that its place does not know. */
public sealed interface FieldAdvice {
  /** Another field of the same place. */
  record Rename(String name, boolean onlyLetterCase) implements FieldAdvice {}

  /**
   * A field of another place.
   *
   * @param place that place, for a person: a path, or “securityContext of every container”
   * @param to where the field would stand, itself included; empty when that is for a person to say
   */
  record Belongs(String place, List<YamlPath> to) implements FieldAdvice {
    public Belongs {
      to = List.copyOf(to);
    }
  }

  /** Nothing comes near. */
  record None() implements FieldAdvice {}

  /** Advice on a key of this document. */
  static FieldAdvice on(Mismatch.UnknownField unknown, YamlCursor document) {
    Level holder = unknown.holder();
    String key = Hidden.without(unknown.key());
    if (holder.type().fields().stream().anyMatch(f -> f.name().equals(key))) {
      return new Rename(key, false);
    }
    for (FieldSchema field : holder.type().fields()) {
      if (field.name().equalsIgnoreCase(key)) {
        return new Rename(field.name(), true);
      }
    }
    Optional<FieldAdvice> elsewhere =
        EarlierFields.on(holder, key, document.at(unknown.path()))
            .or(() -> elsewhere(unknown, document));
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    return nearest(holder.type(), key)
        .<FieldAdvice>map(n -> new Rename(n, false))
        .orElse(new None());
  }

  private static Optional<FieldAdvice> elsewhere(
      Mismatch.UnknownField unknown, YamlCursor document) {
    Level holder = unknown.holder();
    String key = unknown.key();
    if (holder.type().name().equals("LabelSelector") && !key.startsWith("$")) {
      return Optional.of(belongs(holder.path().key("matchLabels"), key));
    }
    if (Places.isMadeByServer(unknown)) {
      return Optional.empty();
    }
    boolean ofRoot = unknown.around().size() == 1;
    if (!ofRoot && Places.COMMON.contains(key)) {
      return Optional.empty();
    }
    return Places.below(holder, key)
        .map(at -> belongs(at, key))
        .or(() -> Places.inContainers(unknown, document))
        .or(() -> Places.above(unknown).map(at -> belongs(at, key)));
  }

  private static FieldAdvice belongs(YamlPath object, String key) {
    return new Belongs(
        object.isRoot() ? "the object itself" : object.toString(), List.of(object.key(key)));
  }

  private static Optional<String> nearest(TypeSchema type, String key) {
    String best = null;
    String lower = key.toLowerCase(Locale.ROOT);
    int least = Math.max(1, Math.min(3, key.length() / 4)) + 1;
    for (FieldSchema field : type.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      int distance = EditDistance.upTo(least - 1, lower, name);
      if (distance < least) {
        least = distance;
        best = field.name();
      }
    }
    return Optional.ofNullable(best);
  }
}
