package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.kube.network.policy.Selector;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.Optional;

/**
 * Fields: the egress rules of a NetworkPolicy that are about port 53 alone. Accepted: pods of
 * chosen namespaces; not every pod of the cluster.
 */
public final class WideDnsEgress implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          WideDnsEgress.class,
          "Wide DNS egress",
          "An egress rule opens port 53 of every pod, not only of the DNS service",
          Severity.LOW);

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Optional<Policy> policy = PolicyReader.judged(object);
    if (policy.isEmpty() || !policy.get().types().contains(Direction.EGRESS)) {
      return;
    }
    for (Rule rule : policy.get().egress()) {
      if (Peers.isDns(rule)) {
        rule.peers().stream()
            .filter(WideDnsEgress::isEveryPod)
            .findFirst()
            .ifPresent(peer -> report(object, rule, peer, reporter));
      }
    }
  }

  private static boolean isEveryPod(Peer peer) {
    return peer instanceof Peer.Pods pods
        && pods.namespaces().filter(Selector::isEverything).isPresent()
        && pods.pods().orElse(Selector.EVERYTHING).isEverything();
  }

  private static void report(KubeObject object, Rule rule, Peer peer, Reporter reporter) {
    YamlCursor at = Peers.at(object, peer.path());
    YamlPath path = peer.path();
    reporter
        .violated(
            at.get("namespaceSelector"),
            "Rule %d opens port 53 of every pod of every namespace: another tenant can listen there"
                    .formatted(rule.number())
                + " and take data out")
        .fix(
            Fix.review(
                "Narrow rule %d to the DNS pods of kube-system".formatted(rule.number()),
                "A cache on the node (NodeLocal DNSCache) is not one of these pods, and needs a "
                    + "rule",
                editor ->
                    editor
                        .set(
                            path.key("namespaceSelector"),
                            labels("kubernetes.io/metadata.name", "kube-system"))
                        .set(path.key("podSelector"), labels("k8s-app", "kube-dns"))));
  }

  private static YamlValue labels(String key, String value) {
    return YamlValue.mapping("matchLabels", YamlValue.mapping(key, YamlValue.of(value)));
  }
}
