package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports at which opened Services expect a pod to listen. A container need not declare a port to
 * open it (Kubernetes: Container v1 core, {@code ports}), so a Service may be all that shows it.
 */
final class ServedPorts {
  private ServedPorts() {}

  /**
   * What a Service says of the ports of its pods.
   *
   * @param number by which those of a namespace are in order
   * @param selector the labels that its pods have
   * @param low the ports below 1024 that it sends to
   */
  private record Serving(
      int number, String label, Map<String, String> selector, List<Integer> low) {
    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Serving that
          && number == that.number
          && label.equals(that.label)
          && selector.equals(that.selector)
          && low.equals(that.low);
    }

    @Override
    public int hashCode() {
      return selector.hashCode() * 31 + low.hashCode();
    }

    static Serving of(int number, KubeObject service) {
      List<Integer> low = new ArrayList<>();
      for (YamlCursor served : service.root().get("spec", "ports").items()) {
        YamlCursor target = served.get("targetPort");
        LowPorts.low(target.isSet() ? target.raw() : served.get("port").raw()).ifPresent(low::add);
      }
      Map<String, String> selector = new LinkedHashMap<>();
      if (!low.isEmpty()) {
        service
            .root()
            .get("spec", "selector")
            .entries()
            .forEach(label -> selector.put(label.key(), label.raw()));
      }
      return new Serving(number, service.label(), selector, List.copyOf(low));
    }
  }

  /**
   * The Services of a namespace that send to low ports, by the first label that their pods have;
   * those that say the same as one before them are left out, so that a thousand pods do not look at
   * a thousand Services each.
   */
  private record LowServices(String namespace)
      implements ClusterLookup.Question<Map<Map.Entry<String, String>, List<Serving>>> {
    @Override
    public Map<Map.Entry<String, String>, List<Serving>> answer(ClusterLookup cluster) {
      Map<Map.Entry<String, String>, List<Serving>> out = new HashMap<>();
      Set<Serving> seen = new HashSet<>();
      for (KubeObject service : cluster.objects("Service", namespace)) {
        if (!service.group().isEmpty() || !service.namespace().equals(namespace)) {
          continue;
        }
        Serving serving = Serving.of(seen.size(), service);
        Serving alike = new Serving(0, "", serving.selector(), serving.low());
        if (!serving.selector().isEmpty() && seen.add(alike)) {
          Map.Entry<String, String> first = serving.selector().entrySet().iterator().next();
          out.computeIfAbsent(Map.entry(first.getKey(), first.getValue()), _ -> new ArrayList<>())
              .add(serving);
        }
      }
      return out;
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof LowServices that && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode();
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
    Map<Map.Entry<String, String>, List<Serving>> services =
        cluster.ask(new LowServices(pod.object().namespace()));
    if (services.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    pod.metadata().get("labels").entries().forEach(one -> labels.put(one.key(), one.raw()));
    return labels.entrySet().stream()
        .flatMap(label ->
            services.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of()).stream())
        .filter(serving -> labels.entrySet().containsAll(serving.selector().entrySet()))
        .sorted(Comparator.comparingInt(Serving::number))
        .flatMap(serving -> serving.low().stream().map(port -> new Low(port, serving.label())))
        .filter(low -> !isDeclaredElsewhere(container, low.port()))
        .findFirst();
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
