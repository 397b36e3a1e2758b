package dev.zonewright.control;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * A tenant among the opened manifests.
 *
 * @param objects all that belong to it, its Namespace included, in the order of files and
 *     documents; never empty
 */
public record TenantView(String name, List<KubeObject> objects) {
  public TenantView {
    objects = List.copyOf(objects);
  }

  /** Its Namespace, where that is opened; of several that which a server has. */
  public Optional<KubeObject> namespace() {
    return Standing.of(
        objects.stream().filter(o -> o.kind().equals("Namespace") && o.group().isEmpty()));
  }

  /**
   * The object at which to report what the tenant lacks: its Namespace, else its first workload.
   */
  public KubeObject anchor() {
    return namespace()
        .or(() -> objects.stream().filter(o -> !PodViews.of(o).isEmpty()).findFirst())
        .orElseGet(objects::getFirst);
  }

  /** Where to report what the tenant lacks: at the name that makes the object part of it. */
  public YamlCursor at() {
    KubeObject anchor = anchor();
    YamlCursor metadata = anchor.root().get("metadata");
    return anchor.kind().equals("Namespace") ? metadata.get("name") : metadata.get("namespace");
  }

  /** Its objects of a kind. */
  public List<KubeObject> objects(String kind) {
    return objects.stream().filter(o -> o.kind().equals(kind)).toList();
  }

  /** The pods of its workloads. */
  public List<PodView> pods() {
    return objects.stream().flatMap(o -> PodViews.of(o).stream()).toList();
  }
}
