package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads AdminNetworkPolicy and BaselineAdminNetworkPolicy ({@code v1alpha1}) and
 * ClusterNetworkPolicy ({@code v1alpha2}, {@code v1beta1}) of the group {@code
 * policy.networking.k8s.io}.
 */
public final class AdminReader {
  private static final String GROUP = "policy.networking.k8s.io";
  private static final Set<String> KINDS =
      Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy");

  private final Problems problems = new Problems();
  private String because = "";

  private final boolean cluster;

  private AdminReader(KubeObject object) {
    cluster = object.kind().equals("ClusterNetworkPolicy");
  }

  /** Whether an object is such a policy. */
  public static boolean isPolicy(KubeObject object) {
    return object.group().equals(GROUP) && KINDS.contains(object.kind());
  }

  /** Reads a policy. */
  public static AdminPolicy read(KubeObject object) {
    return new AdminReader(object).policy(object);
  }

  private AdminPolicy policy(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    if (!spec.isMapping() || UnknownValue.hides(spec)) {
      because = spec.path() + " cannot be read";
    }
    boolean baseline =
        object.kind().equals("BaselineAdminNetworkPolicy")
            || (object.kind().equals("ClusterNetworkPolicy")
                && spec.get("tier").raw().equals("Baseline"));
    OptionalInt priority = PortReader.whole(spec.get("priority"));
    if (priority.isEmpty() && !object.kind().equals("BaselineAdminNetworkPolicy")) {
      because = object.label() + " has no priority that can be read";
    }
    List<Peer> subjects = peers(spec.get("subject"));
    List<Rule> egress = rules(spec.get("egress"), Direction.EGRESS);
    List<Rule> ingress = rules(spec.get("ingress"), Direction.INGRESS);
    if (because.isEmpty() && !problems.found().isEmpty()) {
      because = object.label() + " is not valid: " + problems.found().getFirst().words();
    }
    List<Problem> refused = AdminRules.of(object);
    if (because.isEmpty() && !refused.isEmpty()) {
      because =
          "the API server refuses %s: %s".formatted(object.label(), refused.getFirst().words());
    }
    return new AdminPolicy(
        ObjectRef.of(object),
        baseline,
        priority.orElse(0),
        subjects,
        egress,
        ingress,
        because,
        refused);
  }

  private List<Rule> rules(YamlCursor at, Direction direction) {
    if (at.isSet() && !at.isSequence()) {
      because = at.path() + " cannot be read";
    }
    List<Rule> out = new ArrayList<>();
    for (YamlCursor rule : at.items()) {
      List<Peer> peers = new ArrayList<>();
      YamlCursor list = rule.get(direction.peers());
      list.items().forEach(peer -> peers.addAll(peers(peer)));
      if (peers.isEmpty()) {
        peers.add(new Peer.Unclear(list.path() + " names no peer that can be read", list.path()));
      }
      List<PortMatch> ports = new ArrayList<>();
      YamlCursor own = rule.get(cluster ? "protocols" : "ports");
      own.items().forEach(port -> ports.add(cluster ? protocol(port) : port(port)));
      YamlCursor wrong = rule.get(cluster ? "ports" : "protocols");
      if (wrong.exists()) {
        ports.add(PortMatch.unclear(wrong.path() + " is not a field of " + rule.path()));
      }
      Rule.Action action = action(rule.get("action"));
      out.add(new Rule(out.size() + 1, rule.path(), action, peers, ports));
    }
    return out;
  }

  private Rule.Action action(YamlCursor at) {
    if (at.raw().equals(cluster ? "Accept" : "Allow")) {
      return Rule.Action.ALLOW;
    }
    return switch (at.raw()) {
      case "Deny" -> Rule.Action.DENY;
      case "Pass" -> Rule.Action.PASS;
      default -> Rule.Action.UNCLEAR;
    };
  }

  private List<Peer> peers(YamlCursor at) {
    List<Peer> out = new ArrayList<>();
    YamlCursor namespaces = at.get("namespaces");
    YamlCursor pods = at.get("pods");
    YamlCursor nodes = at.get("nodes");
    YamlCursor names = at.get("domainNames");
    if (namespaces.isSet()) {
      Selector selector = SelectorReader.read(namespaces, problems);
      out.add(new Peer.Pods(Optional.of(selector), Optional.empty(), at.path()));
    }
    if (pods.isSet()) {
      Selector inNamespaces = SelectorReader.read(pods.get("namespaceSelector"), problems);
      Selector selector = SelectorReader.read(pods.get("podSelector"), problems);
      out.add(new Peer.Pods(Optional.of(inNamespaces), Optional.of(selector), at.path()));
    }
    if (nodes.isSet()) {
      out.add(new Peer.Nodes(SelectorReader.read(nodes, problems), at.path()));
    }
    for (YamlCursor network : at.get("networks").items()) {
      out.add(
          Cidr.parse(network.raw())
              .<Peer>map(c -> new Peer.Block(c, List.of(), at.path()))
              .orElseGet(
                  () -> new Peer.Unclear(network.path() + " is not a range", network.path())));
    }
    if (names.isSet()) {
      out.add(new Peer.Unclear("which addresses " + names.path() + " stand for", names.path()));
    }
    if (out.isEmpty() || UnknownValue.isPlaceholder(at)) {
      out.add(new Peer.Unclear(at.path() + " cannot be read", at.path()));
    }
    return out;
  }

  private static PortMatch port(YamlCursor at) {
    YamlCursor number = at.get("portNumber");
    YamlCursor range = at.get("portRange");
    YamlCursor name = at.get("namedPort");
    if (number.isSet()) {
      return numbers(at, number.get("protocol").raw(), number.get("port"), number.get("port"));
    }
    if (range.isSet()) {
      return numbers(at, range.get("protocol").raw(), range.get("start"), range.get("end"));
    }
    return named(at, name);
  }

  private static PortMatch protocol(YamlCursor at) {
    for (Protocol protocol : Protocol.values()) {
      YamlCursor of = at.get(protocol.name().toLowerCase(Locale.ROOT));
      if (of.isSet()) {
        YamlCursor port = of.get("destinationPort");
        YamlCursor range = port.get("range");
        if (!port.isSet()) {
          return PortMatch.any(protocol);
        }
        return range.isSet()
            ? numbers(at, protocol.name(), range.get("start"), range.get("end"))
            : numbers(at, protocol.name(), port.get("number"), port.get("number"));
      }
    }
    return named(at, at.get("destinationNamedPort"));
  }

  private static PortMatch named(YamlCursor at, YamlCursor name) {
    return name.string().isEmpty() || name.isPlaceholder()
        ? PortMatch.unclear(at.path() + " cannot be read")
        : new PortMatch(Optional.empty(), 0, 0, name.raw(), "");
  }

  private static PortMatch numbers(YamlCursor at, String protocol, YamlCursor from, YamlCursor to) {
    OptionalInt first = PortReader.whole(from);
    OptionalInt last = PortReader.whole(to);
    Optional<Protocol> known =
        protocol.isEmpty() ? Optional.of(Protocol.TCP) : Protocol.of(protocol);
    return first.isEmpty() || last.isEmpty() || known.isEmpty()
        ? PortMatch.unclear(at.path() + " cannot be read")
        : new PortMatch(known, first.getAsInt(), last.getAsInt(), "", "");
  }
}
