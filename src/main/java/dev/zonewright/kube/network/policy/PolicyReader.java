package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.schema.KindNames;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.valid.Refusal;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads NetworkPolicies as the API server stores them: defaults filled in. */
public final class PolicyReader {
  private static final String GROUP = "networking.k8s.io";

  private static final Memo.Key<KubeObject, Policy> POLICY =
      new Memo.Key<>(object -> new PolicyReader().policy(object));

  private final Problems problems = new Problems();
  // where fields stand that the server does not know
  private final Set<YamlPath> unknown = new HashSet<>();
  private String because = "";

  private PolicyReader() {}

  /** Whether an object is a NetworkPolicy of Kubernetes itself. */
  public static boolean isPolicy(KubeObject object) {
    return object.kind().equals("NetworkPolicy")
        && (object.group().equals(GROUP) || object.group().equals("extensions"));
  }

  /** Reads a policy, also one that the API server refuses. */
  public static Policy read(KubeObject object) {
    return object.facts().get(POLICY, object);
  }

  /** The policy that an object is; empty for others, and where it cannot be judged as a whole. */
  public static Optional<Policy> judged(KubeObject object) {
    return isPolicy(object)
        ? Optional.of(read(object)).filter(p -> p.because().isEmpty())
        : Optional.empty();
  }

  private Policy policy(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    SchemaCheck.of(object).stream()
        .filter(Mismatch.UnknownField.class::isInstance)
        .forEach(mismatch -> unknown.add(mismatch.path().parent()));
    if (!Patch.is(object)) {
      // not decoded either, like a value of a wrong type: who reports it does so at the version
      KindNames.removed(object.apiVersion(), object.kind())
          .ifPresent(words -> problems.type(object.root().get("apiVersion"), words));
    }
    if (UnknownValue.hides(spec) || (spec.isSet() && !spec.isMapping())) {
      because = spec.path() + " cannot be read";
    }
    YamlCursor namespace = object.root().get("metadata", "namespace");
    if (namespace.isPlaceholder()) {
      because = namespace.path() + " is filled in later";
    }
    Selector pods = SelectorReader.read(spec.get("podSelector"), problems);
    List<Rule> egress = rules(spec.get("egress"), Direction.EGRESS);
    List<Rule> ingress = rules(spec.get("ingress"), Direction.INGRESS);
    Set<Direction> types = types(spec.get("policyTypes"), !egress.isEmpty());
    List<Problem> found = problems.found();
    if (because.isEmpty() && !Patch.is(object)) {
      Refusal.of(object)
          .ifPresent(why ->
              because =
                  "the API server refuses NetworkPolicy %s: %s".formatted(object.name(), why));
    }
    if (because.isEmpty() && !found.isEmpty()) {
      because =
          "the API server refuses NetworkPolicy " + object.name() + ": " + found.getFirst().words();
    }
    return new Policy(
        ObjectRef.of(object),
        object.root().path(),
        object.namespace().isEmpty() ? Tenants.DEFAULT : object.namespace(),
        pods,
        types,
        egress,
        ingress,
        because,
        found);
  }

  private Set<Direction> types(YamlCursor at, boolean hasEgress) {
    if (UnknownValue.isPlaceholder(at) || (at.isSet() && !at.isSequence())) {
      if (!UnknownValue.isPlaceholder(at)) {
        problems.type(at, "policyTypes must be a list");
      }
      because = at.path() + " cannot be read";
      return EnumSet.allOf(Direction.class);
    }
    List<YamlCursor> items = at.items();
    if (items.isEmpty()) {
      return hasEgress ? EnumSet.allOf(Direction.class) : EnumSet.of(Direction.INGRESS);
    }
    if (items.size() > 2) {
      problems.add(at, "policyTypes has more than two entries");
    }
    Set<Direction> types = EnumSet.noneOf(Direction.class);
    for (YamlCursor item : items) {
      if (item.isPlaceholder()) {
        because = item.path() + " is filled in later";
        return EnumSet.allOf(Direction.class);
      }
      Optional<Direction> type =
          List.of(Direction.values()).stream().filter(d -> d.type().equals(item.raw())).findFirst();
      type.ifPresent(types::add);
      if (type.isEmpty()) {
        problems.add(item, "“" + item.raw() + "” is not Ingress or Egress");
      }
    }
    return types.isEmpty() ? EnumSet.allOf(Direction.class) : types;
  }

  private List<Rule> rules(YamlCursor at, Direction direction) {
    if (at.isSet() && !at.isSequence()) {
      if (!UnknownValue.isPlaceholder(at)) {
        problems.type(at, direction.word() + " must be a list");
      }
      because = at.path() + " cannot be read";
      return List.of();
    }
    List<Rule> out = new ArrayList<>();
    for (YamlCursor rule : at.items()) {
      if (rule.isSet() && (!rule.isMapping() || UnknownValue.isPlaceholder(rule))) {
        if (!UnknownValue.isPlaceholder(rule)) {
          problems.type(rule, "a rule must be a mapping");
        }
        Peer unclear = new Peer.Unclear(rule.path() + " cannot be read", rule.path());
        out.add(
            new Rule(out.size() + 1, rule.path(), Rule.Action.ALLOW, List.of(unclear), List.of()));
      } else {
        out.add(rule(rule, out.size() + 1, direction));
      }
    }
    return out;
  }

  private Rule rule(YamlCursor at, int number, Direction direction) {
    List<Peer> peers = new ArrayList<>();
    YamlCursor list = at.get(direction.peers());
    if (list.isSet() && !list.isSequence()) {
      if (!UnknownValue.isPlaceholder(list)) {
        problems.type(list, direction.peers() + " must be a list");
      }
      peers.add(new Peer.Unclear(list.path() + " cannot be read", list.path()));
    }
    if (unknown.contains(at.path())) {
      peers.add(new Peer.Unclear(at.path() + " has a field that is not known", at.path()));
    } else {
      list.items().forEach(peer -> peers.add(peer(peer)));
    }
    List<PortMatch> ports = new ArrayList<>();
    YamlCursor portList = at.get("ports");
    if (portList.isSet() && !portList.isSequence()) {
      if (!UnknownValue.isPlaceholder(portList)) {
        problems.type(portList, "ports must be a list");
      }
      ports.add(PortMatch.unclear(portList.path() + " cannot be read"));
    }
    PortReader reader = new PortReader(problems);
    portList.items().forEach(port -> ports.add(reader.read(port)));
    return new Rule(number, at.path(), Rule.Action.ALLOW, peers, ports);
  }

  private Peer peer(YamlCursor at) {
    YamlCursor block = at.get("ipBlock");
    YamlCursor namespaces = at.get("namespaceSelector");
    YamlCursor pods = at.get("podSelector");
    if (unknown.contains(at.path())) {
      return new Peer.Unclear(at.path() + " has a field that is not known", at.path());
    }
    if (UnknownValue.isPlaceholder(at) || UnknownValue.isPlaceholder(block)) {
      return new Peer.Unclear(at.path() + " is filled in later", at.path());
    }
    boolean bySelector = namespaces.isSet() || pods.isSet();
    if (!block.isSet() && !bySelector) {
      problems.add(at, "a peer must name pods, namespaces or an ipBlock");
      return new Peer.Unclear(at.path() + " names nobody", at.path());
    }
    if (block.isSet() && bySelector) {
      problems.add(at, "a peer may not have both an ipBlock and selectors");
      return new Peer.Unclear(at.path() + " names two things", at.path());
    }
    return block.isSet()
        ? new BlockReader(problems).read(block, at)
        : new Peer.Pods(selector(namespaces), selector(pods), at.path());
  }

  private Optional<Selector> selector(YamlCursor at) {
    return at.isSet() ? Optional.of(SelectorReader.read(at, problems)) : Optional.empty();
  }
}
