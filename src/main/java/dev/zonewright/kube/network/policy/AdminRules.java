package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the definitions of the administrators' policies refuse. Source: Network Policy API, its
 * custom resource definitions of version 0.3.0, and of 0.1.1 for {@code v1alpha1}.
 */
final class AdminRules {
  private static final String CLUSTER = "ClusterNetworkPolicy";
  private static final String BASELINE = "BaselineAdminNetworkPolicy";
  private static final Set<String> OLD = Set.of("v1alpha1");
  private static final Map<String, Set<String>> VERSIONS =
      Map.of("AdminNetworkPolicy", OLD, BASELINE, OLD, CLUSTER, Set.of("v1alpha2", "v1beta1"));

  private static final int HIGHEST_PRIORITY = 1000;
  private static final int MOST_RULES = 100;
  private static final int MOST_RULES_OF_CLUSTER = 25;
  private static final int MOST_NETWORKS = 25;
  private static final List<String> WITHIN = List.of("namespaces", "pods");
  private static final List<String> OUTWARD =
      List.of("namespaces", "pods", "nodes", "networks", "domainNames");

  /** Peers that have no pods, and so no named ports. */
  private static final List<String> NO_PODS = List.of("nodes", "networks", "domainNames");

  private final Problems problems = new Problems();
  private final boolean cluster;
  private final boolean baseline;

  private AdminRules(KubeObject object) {
    cluster = object.kind().equals(CLUSTER);
    baseline = object.kind().equals(BASELINE);
  }

  /** Why the API server refuses a policy; a patch says too little to be judged. */
  static List<Problem> of(KubeObject object) {
    if (Patch.is(object)) {
      return List.of();
    }
    AdminRules rules = new AdminRules(object);
    rules.object(object);
    return rules.problems.found();
  }

  private void object(KubeObject object) {
    String version = object.apiVersion().substring(object.apiVersion().indexOf('/') + 1);
    YamlCursor written = object.root().get("apiVersion");
    if (!written.isPlaceholder()
        && !VERSIONS.getOrDefault(object.kind(), Set.of()).contains(version)) {
      problems.add(written, "%s has no kind %s".formatted(object.apiVersion(), object.kind()));
    }
    YamlCursor name = object.root().get("metadata", "name");
    if (baseline && name.isSet() && !name.isPlaceholder() && !name.raw().equals("default")) {
      problems.add(name, "the only BaselineAdminNetworkPolicy of a cluster is named default");
    }
    YamlCursor spec = object.root().get("spec");
    if (UnknownValue.hides(spec)) {
      return;
    }
    if (!spec.isMapping()) {
      problems.add(spec, "spec must be a mapping");
      return;
    }
    if (cluster) {
      word(spec.get("tier"), List.of("Admin", "Baseline"));
    }
    if (!baseline) {
      number(spec.get("priority"), 0, HIGHEST_PRIORITY);
    }
    one(spec.get("subject"), WITHIN);
    for (Direction direction : Direction.values()) {
      YamlCursor rules = spec.get(direction.word());
      list(rules, 0, cluster ? MOST_RULES_OF_CLUSTER : MOST_RULES);
      rules.items().forEach(rule -> rule(rule, direction));
    }
  }

  private void rule(YamlCursor at, Direction direction) {
    if (UnknownValue.hides(at)) {
      return;
    }
    List<String> actions = new ArrayList<>(List.of(cluster ? "Accept" : "Allow", "Deny"));
    if (!baseline) {
      actions.add("Pass");
    }
    word(at.get("action"), actions);
    YamlCursor wrong = at.get(cluster ? "ports" : "protocols");
    if (wrong.exists()) {
      problems.add(wrong, "a rule of this kind has no field " + wrong.key());
    }
    YamlCursor peers = at.get(direction.peers());
    list(peers, 1, cluster ? MOST_RULES_OF_CLUSTER : MOST_RULES);
    peers.items().forEach(peer -> peer(peer, direction));
    YamlCursor ports = at.get(cluster ? "protocols" : "ports");
    if (ports.isSet()) {
      list(ports, cluster ? 1 : 0, cluster ? MOST_RULES_OF_CLUSTER : MOST_RULES);
      ports.items().forEach(cluster ? this::protocol : this::port);
    }
    boolean named =
        ports.items().stream()
            .anyMatch(p -> p.get(cluster ? "destinationNamedPort" : "namedPort").isSet());
    if (named && peers.items().stream().anyMatch(p -> has(p, NO_PODS))) {
      problems.add(ports, "only pods have named ports, and a peer of the rule is not a pod");
    }
  }

  private static boolean has(YamlCursor at, List<String> keys) {
    return keys.stream().anyMatch(key -> at.get(key).isSet());
  }

  private void peer(YamlCursor at, Direction direction) {
    one(at, direction == Direction.EGRESS ? OUTWARD : WITHIN);
    YamlCursor networks = at.get("networks");
    if (networks.isSet()) {
      list(networks, 1, MOST_NETWORKS);
    }
    for (YamlCursor network : networks.items()) {
      if (!network.isPlaceholder() && !isBlock(network.raw())) {
        problems.add(network, "“" + network.raw() + "” is not a valid address range");
      }
    }
  }

  /** Whether it is a block whose address has no bits beyond the prefix. */
  private static boolean isBlock(String text) {
    Optional<Cidr> block = Cidr.parse(text);
    return block.isPresent()
        && Address.parse(text.substring(0, text.indexOf('/'))).equals(block.map(Cidr::first));
  }

  private void port(YamlCursor at) {
    one(at, List.of("portNumber", "portRange", "namedPort"));
    YamlCursor number = at.get("portNumber");
    if (number.isSet()) {
      number(number.get("port"), 1, PortMatch.LAST);
    }
    range(at.get("portRange"));
  }

  private void protocol(YamlCursor at) {
    one(at, List.of("tcp", "udp", "sctp", "destinationNamedPort"));
    for (String word : List.of("tcp", "udp", "sctp")) {
      YamlCursor of = at.get(word);
      if (!of.isSet()) {
        continue;
      }
      one(of, List.of("destinationPort"));
      YamlCursor port = of.get("destinationPort");
      if (port.isSet()) {
        one(port, List.of("number", "range"));
        if (port.get("number").isSet()) {
          number(port.get("number"), 1, PortMatch.LAST);
        }
        range(port.get("range"));
      }
    }
  }

  private void range(YamlCursor at) {
    if (!at.isSet() || UnknownValue.hides(at)) {
      return;
    }
    YamlCursor start = at.get("start");
    YamlCursor end = at.get("end");
    number(start, 1, PortMatch.LAST);
    number(end, 1, PortMatch.LAST);
    OptionalInt first = PortReader.whole(start);
    OptionalInt last = PortReader.whole(end);
    // v1alpha1 leaves the order of the two to the plugin
    if (cluster && first.isPresent() && last.isPresent() && first.getAsInt() >= last.getAsInt()) {
      problems.add(end, "the end of a range of ports must be higher than its start");
    }
  }

  /** Exactly one of the fields must be there. */
  private void one(YamlCursor at, List<String> fields) {
    if (UnknownValue.hides(at) || UnknownValue.isPlaceholder(at)) {
      return;
    }
    List<String> found = fields.stream().filter(f -> at.get(f).isSet()).toList();
    if (found.size() > 1) {
      problems.add(
          at, String.join(" and ", found) + " are both given, but only one of them may be");
    } else if (found.isEmpty()) {
      problems.add(at, "one of " + String.join(", ", fields) + " must be given");
    }
  }

  private void list(YamlCursor at, int least, int most) {
    if (UnknownValue.hides(at) || UnknownValue.isPlaceholder(at)) {
      return;
    }
    int size = at.items().size();
    if ((at.isSet() && !at.isSequence()) || size < least || size > most) {
      problems.add(at, "%s must be a list of %d to %d items".formatted(at.key(), least, most));
    }
  }

  private void number(YamlCursor at, int least, int most) {
    if (UnknownValue.isPlaceholder(at)) {
      return;
    }
    OptionalInt number = PortReader.whole(at);
    if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
      problems.add(at, "%s must be a whole number from %d to %d".formatted(at.key(), least, most));
    }
  }

  private void word(YamlCursor at, List<String> words) {
    if (!UnknownValue.isPlaceholder(at) && !words.contains(at.raw())) {
      problems.add(at, at.key() + " must be one of " + String.join(", ", words));
    }
  }
}
