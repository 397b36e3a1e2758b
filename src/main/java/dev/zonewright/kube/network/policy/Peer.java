package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/** Who a rule is about. */
public sealed interface Peer {
  /** Where it stands. */
  YamlPath path();

  /**
   * Pods by their labels and those of their namespace; both must match.
   *
   * @param namespaces empty for the policy's own namespace
   * @param pods empty for all
   */
  record Pods(Optional<Selector> namespaces, Optional<Selector> pods, YamlPath path)
      implements Peer {}

  /** Addresses outside the cluster. */
  record Block(Cidr block, List<Cidr> except, YamlPath path) implements Peer {
    public Block {
      except = List.copyOf(except);
    }

    /** The addresses that it covers. */
    public AddressSet addresses() {
      return AddressSet.of(block).minus(AddressSet.of(except));
    }
  }

  /** Nodes by their labels; only admin policies name these. */
  record Nodes(Selector nodes, YamlPath path) implements Peer {}

  /** Something that cannot be judged. */
  record Unclear(String because, YamlPath path) implements Peer {}
}
