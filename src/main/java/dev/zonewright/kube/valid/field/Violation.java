package dev.zonewright.kube.valid.field;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;

/**
 * A rule of Kubernetes that an object breaks.
 *
 * @param at the key that must change
 * @param when who refuses it
 * @param message what contradicts what, a clause without a full stop
 */
public record Violation(YamlCursor at, When when, String message) {
  /** Who refuses it, and so when. */
  public enum When {
    /** The API server refuses the object itself. */
    APPLIED,
    /** The object is taken, but none of its pods is, or none of them starts. */
    STARTED
  }

  /** Where it is and what it says, by which it is known again in an edited text. */
  public record Key(YamlPath path, String message) {}

  public Key key() {
    return new Key(at.path(), message);
  }
}
