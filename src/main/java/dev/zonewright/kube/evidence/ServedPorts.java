package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * The ports at which opened Services expect a pod to listen. A container need not declare a port to
 * open it (Kubernetes: Container v1 core, {@code ports}), so a Service may be all that shows it.
 */
final class ServedPorts {
  private ServedPorts() {}

  /** Whether the Service sends to pods with these labels. */
  private static boolean selects(KubeObject service, PodView pod) {
    List<YamlCursor> selector = service.root().get("spec", "selector").entries();
    return service.group().isEmpty()
        && service.namespace().equals(pod.object().namespace())
        && !selector.isEmpty()
        && selector.stream()
            .allMatch(label -> pod.metadata().get("labels", label.key()).raw().equals(label.raw()));
  }

  /**
   * The first well-known port that a Service sends to and that may be this container's: no other
   * container of the pod declares it.
   */
  static Optional<Low> low(ContainerView container, ClusterLookup cluster) {
    if (container.kind() != ContainerView.Kind.APP) {
      return Optional.empty();
    }
    for (KubeObject service : cluster.objects("Service", container.pod().object().namespace())) {
      if (!selects(service, container.pod())) {
        continue;
      }
      for (YamlCursor served : service.root().get("spec", "ports").items()) {
        YamlCursor target = served.get("targetPort");
        Optional<Integer> port =
            LowPorts.low(target.isSet() ? target.raw() : served.get("port").raw());
        if (port.isPresent() && !isDeclaredElsewhere(container, port.get())) {
          return Optional.of(new Low(port.get(), service.label()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A port below 1024.
   *
   * @param service that sends to it
   */
  record Low(int port, String service) {
    String named() {
      return "port %d, to which %s sends,".formatted(port, service);
    }
  }

  private static boolean isDeclaredElsewhere(ContainerView container, int port) {
    return container.pod().containers().stream()
        .filter(other -> !other.at().path().equals(container.at().path()))
        .flatMap(other -> other.at().get("ports").items().stream())
        .anyMatch(other -> other.get("containerPort").raw().equals(String.valueOf(port)));
  }
}
