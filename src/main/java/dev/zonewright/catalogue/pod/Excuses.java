package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;

/**
 * Fields by which admission lets a pod off, where they hold something that cannot be read. Of a
 * placeholder {@code undetermined-value} speaks.
 */
final class Excuses {
  private Excuses() {}

  /** Whether what admission says of a field is not certain because of such a field. */
  static boolean isUnread(YamlCursor excuse, YamlCursor at) {
    return excuse.isSet() && !UnknownValue.isPlaceholder(excuse) && !UnknownValue.hides(at);
  }

  static String message(String name, YamlCursor excuse) {
    return "Whether this is allowed depends on %s, which is %s and cannot be read"
        .formatted(name, UnknownValue.quoted(excuse));
  }
}
