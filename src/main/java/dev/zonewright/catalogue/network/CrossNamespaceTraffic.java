package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.kube.network.policy.Selector;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields: the rules of a NetworkPolicy. Accepted: pods of its own namespace and of the cluster's
 * own ones ({@code kube-…}), and DNS.
 */
public final class CrossNamespaceTraffic implements Control.OnObject {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private static final ControlInfo INFO =
      Sources.info(
          CrossNamespaceTraffic.class,
          "Cross-namespace traffic",
          "A rule allows pods of other tenants",
          Severity.MEDIUM);

  private static final String WHAT = "connections with other tenants";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (Direction direction : Direction.values()) {
      Peers.unclear(object, direction, WHAT, reporter);
    }
    Optional<Policy> policy = PolicyReader.judged(object);
    if (policy.isEmpty()) {
      return;
    }
    for (Direction direction : Direction.values()) {
      if (policy.get().types().contains(direction)) {
        policy
            .get()
            .rules(direction)
            .forEach(rule -> rule(object, policy.get(), rule, direction, reporter));
      }
    }
  }

  private static void rule(
      KubeObject object, Policy policy, Rule rule, Direction direction, Reporter reporter) {
    if (direction == Direction.EGRESS && Peers.isDns(rule)) {
      return;
    }
    String way = direction == Direction.EGRESS ? "to" : "from";
    if (rule.peers().isEmpty()) {
      YamlPath list = rule.path().key(direction.peers());
      reporter
          .violated(
              Peers.peers(object, rule, direction),
              "%s rule %d names no peer, and so opens connections %s every pod of every tenant"
                  .formatted(direction.type(), rule.number(), way))
          .fix(
              own(
                  rule,
                  policy,
                  editor ->
                      editor.set(
                          list,
                          new YamlValue.Items(
                              List.of(YamlValue.mapping("podSelector", YamlValue.mapping()))))));
      return;
    }
    Peers.unclear(object, rule, at -> !at.get("ipBlock").exists(), WHAT, reporter);
    for (Peer peer : rule.peers()) {
      if (peer instanceof Peer.Pods pods && pods.namespaces().isPresent()) {
        peer(object, policy, rule, pods, way, reporter);
      }
    }
  }

  private static void peer(
      KubeObject object, Policy policy, Rule rule, Peer.Pods pods, String way, Reporter reporter) {
    Selector selector = pods.namespaces().orElse(Selector.EVERYTHING);
    YamlCursor at = Peers.at(object, pods.path()).get("namespaceSelector");
    if (selector.isEverything()) {
      reporter
          .violated(
              at,
              "Rule %d opens connections %s pods of every namespace".formatted(rule.number(), way))
          .fix(
              own(
                  rule,
                  policy,
                  editor -> {
                    if (pods.pods().isEmpty()) {
                      editor.set(pods.path().key("podSelector"), YamlValue.mapping());
                    }
                    editor.remove(at.path());
                  }));
      return;
    }
    List<String> others = others(policy, selector, reporter);
    if (!others.isEmpty()) {
      reporter
          .violated(
              at,
              "Rule %d opens connections %s pods of %s"
                  .formatted(
                      rule.number(),
                      way,
                      others.stream().limit(5).collect(Collectors.joining(", "))))
          .guidance(
              "If both tenants agreed on it, accept it with a reason. Otherwise, remove " + "it.");
    }
  }

  private static Fix own(Rule rule, Policy policy, Fix.Plan plan) {
    return Fix.review(
        "Limit rule %d to pods of %s".formatted(rule.number(), policy.namespace()),
        "Which other namespaces are needed is not visible in manifests",
        plan);
  }

  /**
   * The namespaces of others that a selector matches: those it names, and those that are opened.
   */
  private static List<String> others(Policy policy, Selector selector, Reporter reporter) {
    List<String> named =
        selector.requirements().stream()
            .filter(r -> r.key().equals(NAME_LABEL) && r.operator() == Selector.Operator.IN)
            .flatMap(r -> r.values().stream())
            .toList();
    List<String> found =
        named.isEmpty()
            ? reporter.cluster().objects("Namespace").stream()
                .filter(n -> selector.matches(labels(n)).isYes())
                .map(KubeObject::name)
                .toList()
            : named;
    return found.stream()
        .filter(n -> !reporter.profile().isOneTenant(n, policy.namespace()))
        .filter(n -> !Tenants.isSystem(n))
        .distinct()
        .sorted()
        .toList();
  }

  private static Labels labels(KubeObject namespace) {
    return Labels.read(namespace.root().get("metadata", "labels"))
        .with(NAME_LABEL, namespace.name());
  }
}
