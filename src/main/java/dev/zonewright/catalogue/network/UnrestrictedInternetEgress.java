package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.yaml.YamlValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Fields: the egress rules of a NetworkPolicy. Accepted: none that opens half of the internet or
 * more, of IPv4 or IPv6, on whatever ports.
 */
public final class UnrestrictedInternetEgress implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          UnrestrictedInternetEgress.class,
          "Unrestricted internet egress",
          "An egress rule opens the whole internet",
          Severity.MEDIUM);

  private static final String WHAT = "the internet";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Peers.unclear(object, Direction.EGRESS, WHAT, reporter);
    Optional<Policy> policy = PolicyReader.judged(object);
    if (policy.isPresent() && policy.get().types().contains(Direction.EGRESS)) {
      policy.get().egress().forEach(rule -> rule(object, policy.get(), rule, reporter));
    }
  }

  private static void rule(KubeObject object, Policy policy, Rule rule, Reporter reporter) {
    AddressSet open = rule.addresses();
    boolean v4 = isMost(open, Destinations.INTERNET_V4);
    boolean v6 = isMost(open, Destinations.INTERNET_V6);
    if (!v4 && !v6) {
      Peers.unclear(object, rule, _ -> true, WHAT, reporter);
      return;
    }
    AddressSet internet = Destinations.INTERNET_V4.union(Destinations.INTERNET_V6);
    String families = v4 && v6 ? "IPv4 and IPv6" : v4 ? "IPv4" : "IPv6";
    Reporter.FindingBuilder finding =
        reporter.violated(
            Peers.firstBlock(object, rule, internet),
            "Rule %d opens the internet over %s: what is stolen in the pod can be sent anywhere"
                .formatted(rule.number(), families));
    finding.fix(
        rule.peers().isEmpty()
            ? inCluster(rule)
            : RuleFixes.without(object, policy, rule, blocks(rule, internet)));
    finding.guidance(
        "Name the addresses that are needed, or send the traffic through a proxy that knows the"
            + " names.");
  }

  private static boolean isMost(AddressSet open, AddressSet internet) {
    return open.intersect(internet).size().multiply(BigInteger.TWO).compareTo(internet.size()) >= 0;
  }

  private static List<Peer> blocks(Rule rule, AddressSet internet) {
    return rule.peers().stream()
        .filter(p -> p instanceof Peer.Block b && b.addresses().meets(internet))
        .toList();
  }

  private static Fix inCluster(Rule rule) {
    return Fix.review(
        "Limit rule %d to pods of the cluster".formatted(rule.number()),
        "what must be reached outside needs its own rule",
        editor ->
            editor.set(
                rule.path().key(Direction.EGRESS.peers()),
                new YamlValue.Items(
                    List.of(YamlValue.mapping("namespaceSelector", YamlValue.mapping())))));
  }
}
