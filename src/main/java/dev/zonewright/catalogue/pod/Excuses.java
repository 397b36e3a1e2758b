package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.PssViolation;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;

/**
 * Fields by which admission lets a pod off, where they hold something that cannot be read. Of a
 * placeholder {@code undetermined-value} speaks.
 */
final class Excuses {
  private Excuses() {}

  /** Whether a violation is not certain because of such a field. */
  static boolean isUnread(YamlCursor field, PssViolation hit) {
    return field.isSet()
        && !UnknownValue.isPlaceholder(field)
        && !hit.certain()
        && !UnknownValue.hides(hit.at());
  }

  static String message(String name, YamlCursor field) {
    return "Whether this is allowed depends on %s, which is %s and cannot be read"
        .formatted(name, UnknownValue.quoted(field));
  }
}
