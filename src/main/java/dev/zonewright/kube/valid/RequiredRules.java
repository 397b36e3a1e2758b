package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/**
 * What must stand in an object that runs pods: containers, and a selector where the server makes
 * none. Asked of the kinds of Kubernetes only, and not of what is, or likely is, a patch, for the
 * manifest that it is laid over says the rest.
 */
final class RequiredRules {
  private static final Set<String> SELECTING =
      Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");

  private RequiredRules() {}

  static void check(KubeObject object, Found found) {
    if (PodViews.specPath(object).isEmpty()
        || object.kind().equals("DeploymentConfig")
        || Patch.objection(object).isPresent()) {
      return;
    }
    for (PodView pod : PodViews.of(object)) {
      YamlCursor containers = pod.spec().get("containers");
      boolean none =
          !containers.isSet() || (containers.isSequence() && containers.items().isEmpty());
      if (none && !UnknownValue.hides(containers)) {
        found.applied(containers, "a pod needs at least one container, and there is none");
      }
    }
    YamlCursor spec = object.root().get("spec");
    YamlCursor selector = spec.get("selector");
    boolean asked =
        SELECTING.contains(object.kind())
            && object.root().get("apiVersion").raw().equals("apps/v1");
    boolean empty = !selector.isSet() || (selector.isMapping() && selector.entries().isEmpty());
    if (asked && empty && !UnknownValue.hides(selector)) {
      found.applied(selector, "a %s needs a selector for its pods".formatted(object.kind()));
    }
  }
}
