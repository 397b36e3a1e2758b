package dev.zonewright.catalogue.network;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.function.Predicate;

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

  /**
   * Reports a policy that is filled in later: what it opens is not known. Another policy may
   * isolate the same pods, so that nothing else speaks of it.
   *
   * @param opens what it may open, after “opens”
   */
  static void unclear(KubeObject object, Direction direction, String opens, Reporter reporter) {
    if (!PolicyReader.isPolicy(object)) {
      return;
    }
    Policy policy = PolicyReader.read(object);
    boolean later = !policy.because().isEmpty() && policy.problems().isEmpty();
    if (later && policy.types().contains(direction)) {
      YamlCursor spec = object.root().get("spec");
      YamlCursor rules = spec.get(direction == Direction.EGRESS ? "egress" : "ingress");
      reporter.undetermined(
          rules.exists() ? rules : spec,
          "Whether the policy opens %s is not known: %s".formatted(opens, policy.because()));
    }
  }

  /** Reports the first peer of a rule that cannot be read, of those that are meant. */
  static void unclear(
      KubeObject object, Rule rule, Predicate<YamlCursor> meant, String opens, Reporter reporter) {
    for (Peer peer : rule.peers()) {
      if (peer instanceof Peer.Unclear(String because, YamlPath path)) {
        YamlCursor at = at(object, path);
        if (meant.test(at)) {
          reporter.undetermined(
              at,
              "Whether rule %d opens %s is not known: %s".formatted(rule.number(), opens, because));
          return;
        }
      }
    }
  }

  /** The list of peers of a rule, where it would stand if it is absent. */
  static YamlCursor peers(KubeObject object, Rule rule, Direction direction) {
    return at(object, rule.path()).get(direction.peers());
  }
}
