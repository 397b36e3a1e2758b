package dev.zonewright.kube.custom;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * A field in which containers stand.
 *
 * @param keys the way to it from the pod's fields; empty where the pod's fields are the container's
 * @param list whether it holds a list, not one container
 * @param whole false where an operator completes what stands there, so that what is absent says
 *     nothing
 */
public record ContainerField(
    ContainerView.Kind kind, List<String> keys, boolean list, boolean whole) {
  static ContainerField list(ContainerView.Kind kind, String... keys) {
    return new ContainerField(kind, List.of(keys), true, true);
  }

  static ContainerField one(String... keys) {
    return new ContainerField(ContainerView.Kind.APP, List.of(keys), false, true);
  }

  /** The same, of containers that an operator completes. */
  ContainerField part() {
    return new ContainerField(kind, keys, list, false);
  }

  /** Where it stands, or would stand. */
  public YamlCursor in(YamlCursor spec) {
    YamlCursor at = spec;
    for (String key : keys) {
      at = at.get(key);
    }
    return at;
  }

  /** The containers in it. */
  public List<YamlCursor> containersIn(YamlCursor spec) {
    YamlCursor at = in(spec);
    List<YamlCursor> found = list ? at.items() : List.of(at);
    return found.stream().filter(YamlCursor::isMapping).toList();
  }

  /** As people write it: {@code containerSet.containers[]}. */
  public String words() {
    return String.join(".", keys) + (list ? "[]" : "");
  }
}
