package dev.zonewright.kube;

import dev.zonewright.kube.custom.ContainerField;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.custom.PodPlace;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod, or the pod template of a workload, wherever it is wrapped.
 *
 * @param object the workload that holds it
 * @param metadata the pod's own metadata: for a controller that of its template
 * @param spec the pod's spec
 * @param annotations those of the pod
 * @param securityContext that of the pod
 * @param place where it stands, and which fields of a pod its kind has
 * @param facts what has been worked out about it
 */
public record PodView(
    KubeObject object,
    YamlCursor metadata,
    YamlCursor spec,
    YamlCursor annotations,
    YamlCursor securityContext,
    PodPlace place,
    Memo facts) {
  private static final Memo.Key<PodView, List<ContainerView>> CONTAINERS =
      new Memo.Key<>(PodView::findContainers);

  PodView(KubeObject object, PodPlace place) {
    this(
        object,
        place.metadata(),
        place.spec(),
        place.metadata().get("annotations"),
        place.securityContext(),
        place,
        new Memo());
  }

  /** Whether the object is itself the pod, not a controller with a template. */
  public boolean isBarePod() {
    return place.form().isComplete()
        && spec.path().segments().size() == object.root().path().segments().size() + 1;
  }

  /** Whether a pod is made of it: not of a patch, for one, that has no pod template. */
  public boolean isMade() {
    return spec.isMapping() || place.isImplied();
  }

  /** Whether the pod is declared to run on Windows ({@code spec.os.name}). */
  public boolean isWindows() {
    return spec.get("os", "name").string().orElse("").equals("windows");
  }

  /** All containers: app, init and ephemeral, in this order. */
  public List<ContainerView> containers() {
    return facts.get(CONTAINERS, this);
  }

  private List<ContainerView> findContainers() {
    List<ContainerView> out = new ArrayList<>();
    for (ContainerField field : place.form().containers()) {
      for (YamlCursor at : field.containersIn(spec)) {
        if (Patch.deletes(at)) {
          continue;
        }
        out.add(
            new ContainerView(
                this,
                field.kind(),
                at,
                place.form().contextOf(spec, at),
                place.form().isWhole(field, spec, at)));
      }
    }
    return List.copyOf(out);
  }
}
