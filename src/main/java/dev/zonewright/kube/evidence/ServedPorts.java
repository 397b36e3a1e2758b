package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ports at which opened Services expect a pod to listen. A container need not declare a port to
 * open it (Kubernetes: Container v1 core, {@code ports}), so a Service may be all that shows it.
 */
final class ServedPorts {
  private static final Memo.Key<KubeObject, Serving> SERVING = new Memo.Key<>(Serving::of);

  private ServedPorts() {}

  /**
   * What a Service says of the ports of its pods. Every container of its namespace asks for it.
   *
   * @param selector the labels that its pods have; empty where it is no Service of Kubernetes
   * @param low the ports below 1024 that it sends to
   */
  private record Serving(List<YamlCursor> selector, List<Integer> low) {
    static Serving of(KubeObject service) {
      if (!service.group().isEmpty()) {
        return new Serving(List.of(), List.of());
      }
      List<Integer> low = new ArrayList<>();
      for (YamlCursor served : service.root().get("spec", "ports").items()) {
        YamlCursor target = served.get("targetPort");
        LowPorts.low(target.isSet() ? target.raw() : served.get("port").raw()).ifPresent(low::add);
      }
      return new Serving(
          low.isEmpty() ? List.of() : service.root().get("spec", "selector").entries(),
          List.copyOf(low));
    }

    boolean selects(YamlCursor labels) {
      return ServedPorts.selects(selector, labels);
    }
  }

  /**
   * The first well-known port that a Service sends to and that may be this container's: no other
   * container of the pod declares it.
   */
  static Optional<Low> low(ContainerView container, ClusterLookup cluster) {
    if (container.kind() != ContainerView.Kind.APP) {
      return Optional.empty();
    }
    PodView pod = container.pod();
    String namespace = pod.object().namespace();
    YamlCursor labels = pod.metadata().get("labels");
    for (KubeObject service : cluster.objects("Service", namespace)) {
      Serving serving = service.facts().get(SERVING, service);
      if (serving.low().isEmpty()
          || !service.namespace().equals(namespace)
          || !serving.selects(labels)) {
        continue;
      }
      for (int port : serving.low()) {
        if (!isDeclaredElsewhere(container, port)) {
          return Optional.of(new Low(port, service.label()));
        }
      }
    }
    return Optional.empty();
  }

  /** Why a pod to which the API server hands on requests for an APIService asks it in turn. */
  static Optional<String> handsOn(PodView pod, ClusterLookup cluster) {
    String namespace = pod.object().namespace();
    return cluster.objects("APIService").stream()
        .filter(api -> {
          YamlCursor service = api.root().get("spec", "service");
          return service.get("namespace").raw().equals(namespace)
              && cluster
                  .object("Service", namespace, service.get("name").raw())
                  .map(of -> of.root().get("spec", "selector").entries())
                  .filter(selector -> selects(selector, pod.metadata().get("labels")))
                  .isPresent();
        })
        .findFirst()
        .map(api -> "it answers for %s, and asks the API who may do what".formatted(api.label()));
  }

  private static boolean selects(List<YamlCursor> selector, YamlCursor labels) {
    return !selector.isEmpty()
        && selector.stream().allMatch(label -> labels.get(label.key()).raw().equals(label.raw()));
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
