package dev.zonewright.kube.network;

import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.NetworkPod;

/** One end of a connection. */
public sealed interface Endpoint {
  /** How people call it. */
  String label();

  /** A pod of a workload. */
  record OfPod(NetworkPod pod) implements Endpoint {
    @Override
    public String label() {
      return pod.path();
    }
  }

  /**
   * Addresses that belong to no pod.
   *
   * @param node whether they are nodes, which a pod may always reach when it runs there
   */
  record OfAddresses(String label, AddressSet addresses, boolean node) implements Endpoint {}
}
