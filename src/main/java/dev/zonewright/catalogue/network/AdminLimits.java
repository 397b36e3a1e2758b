package dev.zonewright.catalogue.network;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.PortScan;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.policy.AdminReader;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies of the cluster's administrator leave open to pods that no NetworkPolicy isolates,
 * judged as {@code reach} does.
 */
final class AdminLimits {
  private static final List<String> KINDS =
      List.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy");

  /** A namespace that no rule names, and no cluster has: it stands for any other tenant. */
  private static final String STRANGE = "-";

  private static final NetworkPod STRANGER =
      new NetworkPod(
          new ObjectRef("", "Pod", STRANGE, STRANGE),
          YamlPath.ROOT,
          STRANGE,
          Labels.NONE,
          Match.NO,
          List.of(),
          "");

  private final Direction direction;
  private final PortScan scan;
  private final Map<Alike, Left> known = new HashMap<>();

  /** Pods of one shape are alike to policies. */
  private record Alike(
      String namespace, Labels labels, Match hostNetwork, List<NetworkPod.Port> ports) {}

  /**
   * What is left open to a pod.
   *
   * @param open in words
   * @param all whether that is everything
   * @param because why more may be; empty when it is known
   */
  record Left(List<String> open, boolean all, Optional<String> because) {
    Left {
      open = List.copyOf(open);
    }

    /** Whether nothing is open. */
    boolean isClosed() {
      return open.isEmpty() && because.isEmpty();
    }
  }

  private AdminLimits(
      TenantView tenant, List<KubeObject> admin, Direction direction, Readings readings) {
    this.direction = direction;
    List<KubeObject> objects = new ArrayList<>(tenant.objects("Namespace"));
    objects.addAll(tenant.objects("NetworkPolicy"));
    objects.addAll(admin);
    NetworkModel read = NetworkModel.of(objects);
    Map<String, Labels> namespaces = new HashMap<>(read.namespaces());
    namespaces.put(STRANGE, Labels.NONE);
    NetworkModel model =
        new NetworkModel(Map.of(), read.policies(), namespaces, read.admin(), List.of());
    scan = new PortScan(model, new Reachability(model, readings));
  }

  /** Empty where no such policy is opened. */
  static Optional<AdminLimits> of(
      TenantView tenant, Direction direction, Readings readings, Reporter reporter) {
    List<KubeObject> admin =
        KINDS.stream()
            .flatMap(kind -> reporter.cluster().objects(kind).stream())
            .filter(AdminReader::isPolicy)
            .toList();
    return admin.isEmpty()
        ? Optional.empty()
        : Optional.of(new AdminLimits(tenant, admin, direction, readings));
  }

  /** What is left open to a pod, or of it. */
  Left of(NetworkPod pod) {
    return known.computeIfAbsent(
        new Alike(pod.namespace(), pod.labels(), pod.hostNetwork(), pod.ports()),
        _ -> direction == Direction.EGRESS ? egress(pod) : ingress(pod));
  }

  private Left ingress(NetworkPod pod) {
    Answer answer = scan.ask(STRANGER, Destinations.workload(pod)).answer();
    boolean open = answer.outcome() == Answer.Outcome.ALLOWED;
    return new Left(open ? List.of("pods of other tenants") : List.of(), open, unclear(answer));
  }

  private Left egress(NetworkPod pod) {
    Map<String, List<Destination>> parts = new LinkedHashMap<>();
    parts.put("other tenants", List.of(Destinations.workload(STRANGER)));
    parts.put("the internet", Destinations.internet());
    parts.put("the ports of nodes", Destinations.nodePorts(Isolation.READINGS));
    parts.put("the metadata service", Destinations.metadata());
    List<String> open = new ArrayList<>();
    Optional<String> because = Optional.empty();
    for (Map.Entry<String, List<Destination>> part : parts.entrySet()) {
      List<Answer> answers =
          part.getValue().stream().map(to -> scan.ask(pod, to).answer()).toList();
      if (answers.stream().anyMatch(a -> a.outcome() == Answer.Outcome.ALLOWED)) {
        open.add(part.getKey());
      }
      because = because.or(() -> answers.stream().flatMap(a -> unclear(a).stream()).findFirst());
    }
    return new Left(open, open.size() == parts.size(), because);
  }

  private static Optional<String> unclear(Answer answer) {
    return Stream.of(answer)
        .filter(a -> a.outcome() == Answer.Outcome.UNDETERMINED)
        .flatMap(a -> a.because().stream())
        .findFirst();
  }
}
