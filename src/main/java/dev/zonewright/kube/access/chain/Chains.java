package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import dev.zonewright.kube.access.Share;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.text.Sentences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the shortest way of an account to a power. An account becomes another one by running,
 * changing or entering a pod of it, by its token, or by impersonation ({@link Lending}); it has
 * what its bindings give, what roles give that it can bind to itself ({@link Binding}), and what it
 * can give to itself ({@link Escalation}). Pods also come of custom resources. What depends on
 * things that no manifest says is followed last, and leaves it undetermined. Remembers what each
 * account that it looked at has.
 */
public final class Chains {
  // a binding, a rule and the power
  private static final int LEAST = 3;

  private final AccessGraph graph;

  /** What there would be if the server took what it refuses; empty where it refuses nothing. */
  private final Optional<Chains> asWritten;

  private final List<String> accounts;
  private final List<TokenHolder> holders;
  private final Map<String, List<KubeObject>> byKind;
  private final List<AccessRequest.OnResource> podMakers;
  private final Lending lending;
  private final Map<String, List<Powers.Held>> held = new HashMap<>();
  private final Map<Identity, Means> means = new HashMap<>();

  /** What somebody has, and what they can give to themselves. */
  private record Means(
      Rights rights,
      List<Powers.Held> held,
      List<Escalation> escalations,
      Lending.Sources sources,
      Optional<String> limits) {}

  public Chains(Collection<KubeObject> all, AccessGraph graph) {
    this.graph = graph;
    List<KubeObject> objects = Existing.of(all);
    accounts = Powers.accounts(objects);
    holders = TokenHolder.of(objects);
    podMakers = PodMakers.in(objects);
    lending = new Lending(objects, graph, accounts, holders);
    byKind = objects.stream().collect(Collectors.groupingBy(KubeObject::kind));
    asWritten = graph.asWritten().map(written -> new Chains(all, written));
  }

  /** All accounts that the objects speak of, as {@code NAMESPACE/NAME}, sorted. */
  public List<String> accounts() {
    return accounts;
  }

  /** The workloads that run as an account. */
  public List<TokenHolder> holdersOf(String account) {
    return holders.stream().filter(h -> h.account().equals(account)).toList();
  }

  /** The powers that an account has itself. */
  public List<Powers.Held> held(String account) {
    return held.computeIfAbsent(
        account, name -> Identity.parse(name).map(this::heldBy).orElse(List.of()));
  }

  /** The powers that somebody, who need not be a ServiceAccount, has themselves. */
  public List<Powers.Held> heldBy(Identity who) {
    return Powers.of(who, graph, podMakers).stream()
        .map(held -> held.share().isPart() ? held.with(means(who).rights()) : held)
        .toList();
  }

  /**
   * The powers that somebody would have, and has not, because a server refuses what grants them.
   */
  public List<Powers.Held> refusedTo(Identity who) {
    if (asWritten.isEmpty()) {
      return List.of();
    }
    Set<Power> has =
        heldBy(who).stream()
            .filter(h -> h.share().isEnough())
            .map(Powers.Held::power)
            .collect(Collectors.toSet());
    return asWritten.get().heldBy(who).stream().filter(h -> !has.contains(h.power())).toList();
  }

  /** The shortest way of an account to a power. */
  public Chain of(String account, Power power) {
    return Identity.parse(account)
        .map(who -> of(who, power))
        .orElseGet(() -> new Chain(account, power, Chain.Outcome.NONE, List.of(), ""));
  }

  /** The shortest way of somebody, who need not be a ServiceAccount, to a power. */
  public Chain of(Identity who, Power power) {
    String account = who.label();
    List<Hop> start =
        who.isAccount()
            ? ChainHops.start(account, holdersOf(account), objects("ServiceAccount"))
            : List.of(Hop.said(Hop.Kind.ACCOUNT, account, "asks the API server"));
    Walk walk = new Walk(who, start);
    List<Chain> others = new ArrayList<>();
    Optional<Chain> best = Optional.empty();
    for (var next = walk.next(); next.isPresent(); next = walk.next()) {
      Walk.Stop at = next.get();
      if (best.filter(b -> b.hops().size() <= at.length() + LEAST).isPresent()) {
        return best.get();
      }
      for (Chain end : ends(account, power, at)) {
        if (end.outcome() != Chain.Outcome.REACHES) {
          others.add(end);
        } else if (best.filter(b -> b.hops().size() <= end.hops().size()).isEmpty()) {
          best = Optional.of(end);
        }
      }
      Means has = means(at.who());
      lending.of(has.sources(), walk, at);
      has.escalations().forEach(way -> lending.of(way, walk, at));
    }
    return best.or(() -> first(others, Chain.Outcome.UNDETERMINED))
        .or(() -> first(others, Chain.Outcome.STOPPED))
        .or(() -> refused(account, power, who))
        .or(() -> unknown(account, power, walk.seen()))
        .or(() -> first(others, Chain.Outcome.NONE))
        .orElseGet(() -> new Chain(account, power, Chain.Outcome.NONE, List.of(), ""));
  }

  private static Optional<Chain> first(List<Chain> all, Chain.Outcome outcome) {
    return all.stream().filter(c -> c.outcome() == outcome).findFirst();
  }

  private Means means(Identity who) {
    return means.computeIfAbsent(
        who,
        one -> {
          Rights rights = Binding.lent(Rights.of(one, graph));
          List<Powers.Held> has = Powers.of(rights, podMakers);
          return new Means(
              rights,
              has,
              Escalation.of(rights),
              lending.sources(rights, has),
              Impersonation.constrained(rights));
        });
  }

  /** Where a place leads to a power, or nearly does. */
  private List<Chain> ends(String account, Power power, Walk.Stop at) {
    Means has = means(at.who());
    List<Chain> out = new ArrayList<>();
    for (Powers.Held one : has.held()) {
      // who may do everything in a namespace has the powers that there are in it one by one
      boolean all = one.power() == Power.EVERYTHING && one.namespace().isEmpty();
      if (one.power() == power || all) {
        out.add(
            one.share().isPart()
                ? new Chain(account, power, Chain.Outcome.NONE, List.of(), ChainHops.half(one))
                : end(account, power, at, ChainHops.grant(one), one.namespace(), one));
      }
    }
    for (Escalation way : has.escalations()) {
      if (way.gives(power)) {
        Powers.Held first = way.grants().getFirst();
        out.add(end(account, power, at, ChainHops.escalated(way), way.namespace(), first));
      }
    }
    return out;
  }

  private Chain end(
      String account, Power power, Walk.Stop at, List<Hop> by, String namespace, Powers.Held held) {
    List<Hop> hops = new ArrayList<>(at.hops());
    hops.addAll(by);
    boolean inPod = power == Power.CREATE_PODS && held.isContainerInPod();
    if (power == Power.CREATE_PODS) {
      Rights rights = means(at.who()).rights();
      // what looks for a hostPath lets a privileged container pass; a level refuses both
      Optional<HostPathRestraint> restraint =
          restraint(namespace).filter(r -> !inPod || r.by().kind().equals("Namespace"));
      List<Hop> round =
          restraint
              .filter(_ -> !inPod)
              .map(r -> VolumeWay.round(r, rights, namespace, this::objects))
              .orElse(List.of());
      if (!round.isEmpty()) {
        hops.addAll(round);
      } else if (restraint.isEmpty()) {
        hops.add(ChainHops.admitted(namespace, objects("Namespace"), inPod));
      } else if (changes(rights, restraint.get())) {
        hops.add(ChainHops.changed(restraint.get()));
      } else {
        hops.add(ChainHops.refused(restraint.get()));
        return new Chain(account, power, Chain.Outcome.STOPPED, hops, "");
      }
    }
    String words = inPod ? "may reach a node from a privileged container" : power.words();
    hops.add(Hop.said(Hop.Kind.POWER, Sentences.begin(words), ""));
    String unsure = held.share().kind() == Share.Kind.UNSURE ? held.share().words() : at.unsure();
    Chain.Outcome outcome = unsure.isEmpty() ? Chain.Outcome.REACHES : Chain.Outcome.UNDETERMINED;
    return new Chain(account, power, outcome, hops, unsure);
  }

  /** Whether somebody may take away what refuses them. */
  private static boolean changes(Rights ask, HostPathRestraint restraint) {
    ObjectRef by = restraint.by();
    boolean label = by.kind().equals("Namespace");
    String resource =
        switch (by.kind()) {
          case "Namespace" -> "namespaces";
          case "ClusterPolicy" -> "clusterpolicies";
          case "ValidatingPolicy" -> "validatingpolicies";
          case "ValidatingAdmissionPolicy" -> "validatingadmissionpolicies";
          // Gatekeeper calls the resource of a constraint like its kind
          default -> by.kind().toLowerCase(Locale.ROOT);
        };
    // who deletes a namespace loses what is in it
    List<String> verbs = label ? List.of("update", "patch") : List.of("update", "patch", "delete");
    return ask.any(
            Power.CHANGE_ADMISSION, verbs, by.group(), resource, by.name(), label ? by.name() : "")
        .isPresent();
  }

  /** What would lead there is refused by the server: nobody has it until it is written right. */
  private Optional<Chain> refused(String account, Power power, Identity who) {
    return asWritten
        .flatMap(written ->
            written.of(who, power).hops().stream()
                .flatMap(h -> h.object().stream())
                .distinct()
                .flatMap(ref -> graph.objection(ref).stream())
                .findFirst())
        .map(why -> new Chain(account, power, Chain.Outcome.UNDETERMINED, List.of(), why));
  }

  /** No way was found; what an account on the way may do can still be unknown. */
  private Optional<Chain> unknown(String account, Power power, Set<Identity> reached) {
    return graph.bindings().stream()
        .filter(graph::isUnknown)
        .filter(b -> b.subjects().stream().anyMatch(s -> reached.stream().anyMatch(s::means)))
        .findFirst()
        .map(graph::whyUnknown)
        .or(() -> reached.stream().flatMap(w -> means(w).limits().stream()).findFirst())
        .map(why -> new Chain(account, power, Chain.Outcome.UNDETERMINED, List.of(), why));
  }

  private Optional<HostPathRestraint> restraint(String namespace) {
    return HostPathRestraint.of(namespace, this::namespace, this::objects);
  }

  private Optional<KubeObject> namespace(String name) {
    return Standing.of(
        objects("Namespace").stream().filter(n -> n.group().isEmpty() && n.name().equals(name)));
  }

  private List<KubeObject> objects(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
