package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ports at which opened Services expect a pod to listen. A container need not declare a port to
 * open it (Kubernetes: Container v1 core, {@code ports}), so a Service may be all that shows it.
 */
final class ServedPorts {
  // a pod asks all Services of its namespace, and few of them send to such a port
  private static final Memo.Key<KubeObject, Served> SERVED = new Memo.Key<>(ServedPorts::read);

  private ServedPorts() {}

  /**
   * What a Service says.
   *
   * @param ports those below 1024 that it sends to
   * @param selector the labels of the pods that it sends to
   */
  private record Served(List<Integer> ports, Map<String, String> selector) {
    static final Served NONE = new Served(List.of(), Map.of());

    boolean selects(PodView pod) {
      return !selector.isEmpty()
          && selector.entrySet().stream()
              .allMatch(label ->
                  pod.metadata().get("labels", label.getKey()).raw().equals(label.getValue()));
    }
  }

  private static Served read(KubeObject service) {
    if (!service.group().isEmpty()) {
      return Served.NONE;
    }
    List<Integer> ports = new ArrayList<>();
    for (YamlCursor served : service.root().get("spec", "ports").items()) {
      YamlCursor target = served.get("targetPort");
      LowPorts.low(target.isSet() ? target.raw() : served.get("port").raw()).ifPresent(ports::add);
    }
    if (ports.isEmpty()) {
      return Served.NONE;
    }
    Map<String, String> selector = new LinkedHashMap<>();
    service
        .root()
        .get("spec", "selector")
        .entries()
        .forEach(label -> selector.put(label.key(), label.raw()));
    return new Served(List.copyOf(ports), Collections.unmodifiableMap(selector));
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
      Served served = service.facts().get(SERVED, service);
      if (!served.ports().isEmpty()
          && service.namespace().equals(container.pod().object().namespace())
          && served.selects(container.pod())) {
        for (int port : served.ports()) {
          if (!isDeclaredElsewhere(container, port)) {
            return Optional.of(new Low(port, service.label()));
          }
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
