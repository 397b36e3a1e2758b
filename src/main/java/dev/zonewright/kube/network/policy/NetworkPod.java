package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * The pods of a workload, which are all alike to a policy.
 *
 * @param ref the workload
 * @param spec where the pod's spec stands in its document
 * @param namespace where it runs
 * @param labels of the pod, not of its controller
 * @param hostNetwork whether it uses the network of its node
 * @param ports the named ports of its containers
 * @param portsBecause why there may be other ports; empty when there are none
 */
public record NetworkPod(
    ObjectRef ref,
    YamlPath spec,
    String namespace,
    Labels labels,
    Match hostNetwork,
    List<Port> ports,
    String portsBecause) {
  /**
   * A port that a container declares.
   *
   * @param name empty when it has none
   */
  public record Port(String name, Protocol protocol, int number) {}

  public NetworkPod {
    ports = List.copyOf(ports);
  }

  /** {@code NAMESPACE/KIND/NAME}, with the namespace that it runs in. */
  public String path() {
    return namespace + "/" + ref.kind() + "/" + ref.name();
  }

  /** The same pod with other labels. */
  public NetworkPod with(Labels other) {
    return new NetworkPod(ref, spec, namespace, other, hostNetwork, ports, portsBecause);
  }

  /** Whether policies look at it as a pod; those on the network of a node are the node's. */
  public Match isPoliced(Readings readings) {
    return readings.hostNetworkPoliced() ? Match.YES : hostNetwork.not();
  }

  public Match hasPort(String name, Protocol protocol, int number, Readings readings) {
    Match declared =
        Match.of(
            ports.stream()
                .anyMatch(
                    p -> p.name.equals(name) && p.protocol == protocol && p.number == number));
    if (declared.isNo() && !portsBecause.isEmpty()) {
      declared = Match.unknown(portsBecause);
    }
    return isPoliced(readings).and(declared);
  }
}
