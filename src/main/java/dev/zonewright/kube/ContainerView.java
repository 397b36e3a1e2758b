package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;

/** A container of any kind in its pod. */
public record ContainerView(PodView pod, Kind kind, YamlCursor at, YamlCursor securityContext) {
  ContainerView(PodView pod, Kind kind, YamlCursor at) {
    this(pod, kind, at, at.get("securityContext"));
  }

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

  public String name() {
    return at.get("name").raw();
  }
}
