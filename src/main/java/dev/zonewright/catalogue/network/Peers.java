package dev.zonewright.catalogue.network;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;

/** Where to point at in a rule. */
final class Peers {
  private static final int DNS = 53;

  private Peers() {}

  /** Whether a rule is about DNS and nothing else. */
  static boolean isDns(Rule rule) {
    return !rule.ports().isEmpty()
        && rule.ports().stream()
            .allMatch(p -> p.because().isEmpty() && p.from() == DNS && p.to() == DNS);
  }

  static YamlCursor at(KubeObject object, YamlPath path) {
    return object.root().document().cursor().at(path);
  }

  /** The range that opens one of these addresses first; the rule where it names no peer. */
  static YamlCursor firstBlock(KubeObject object, Rule rule, AddressSet unwanted) {
    for (Peer peer : rule.peers()) {
      if (peer instanceof Peer.Block block && block.addresses().meets(unwanted)) {
        return at(object, peer.path()).get("ipBlock", "cidr");
      }
    }
    return peers(object, rule, Direction.EGRESS);
  }

  /** The list of peers of a rule, where it would stand if it is absent. */
  static YamlCursor peers(KubeObject object, Rule rule, Direction direction) {
    return at(object, rule.path()).get(direction.peers());
  }
}
