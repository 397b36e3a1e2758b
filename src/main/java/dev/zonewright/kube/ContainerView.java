package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;

/**
 * A container of any kind in its pod.
 *
 * @param securityContext its own, else the one that its pod's kind gives to every container
 * @param whole false where an operator completes it, so that what is absent says nothing
 */
public record ContainerView(
    PodView pod, Kind kind, YamlCursor at, YamlCursor securityContext, boolean whole) {

  /**
   * The three lists of a pod spec; a sidecar is an init container with {@code restartPolicy:
   * Always}.
   */
  public enum Kind {
    APP("containers"),
    INIT("initContainers"),
    EPHEMERAL("ephemeralContainers");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /** What it asks for of its node, and how much it may take. */
  public YamlCursor resources() {
    return at.get(pod.place().resources());
  }

  public String name() {
    return at.get("name").raw();
  }
}
