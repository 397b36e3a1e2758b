package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.text.Sentences;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the shortest way of an account to a power. An account becomes another one by running a pod
 * as it, by a command in a pod that has its token, by asking for its token, or by impersonation.
 * Pods also come of custom resources; who may bind, escalate or impersonate has every right.
 * Remembers the powers of each account that it looked at.
 */
public final class Chains {
  private final AccessGraph graph;

  /** What there would be if the server took what it refuses; empty where it refuses nothing. */
  private final Optional<Chains> asWritten;

  private final List<String> accounts;
  private final List<TokenHolder> holders;
  private final Map<String, List<KubeObject>> byKind;
  private final List<AccessRequest.OnResource> podMakers;
  private final Map<String, List<Powers.Held>> held = new HashMap<>();
  private final Map<String, List<Powers.Held>> lent = new HashMap<>();
  private final Map<String, List<Escalation>> escalations = new HashMap<>();

  public Chains(Collection<KubeObject> objects, AccessGraph graph) {
    this.graph = graph;
    accounts = Powers.accounts(objects);
    holders = TokenHolder.of(objects);
    podMakers = PodMakers.in(objects);
    byKind = objects.stream().collect(Collectors.groupingBy(KubeObject::kind));
    asWritten = graph.asWritten().map(all -> new Chains(objects, all));
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
    return Powers.of(who, graph, podMakers);
  }

  /**
   * The powers that somebody would have, and has not, because a server refuses what grants them.
   */
  public List<Powers.Held> refusedTo(Identity who) {
    if (asWritten.isEmpty()) {
      return List.of();
    }
    Set<Power> has = heldBy(who).stream().map(Powers.Held::power).collect(Collectors.toSet());
    return asWritten.get().heldBy(who).stream().filter(h -> !has.contains(h.power())).toList();
  }

  /** A place on the way: an account, and the hops that lead to it. */
  private record Stop(String account, Asking ask, List<Hop> hops) {}

  /** The shortest way of an account to a power. */
  public Chain of(String account, Power power) {
    return find(account, power, Identity.parse(account));
  }

  /** The shortest way of somebody, who need not be a ServiceAccount, to a power. */
  public Chain of(Identity who, Power power) {
    if (!who.isAccount()) {
      held.put(who.label(), heldBy(who));
      escalations.remove(who.label());
      lent.remove(who.label());
    }
    return find(who.label(), power, Optional.of(who));
  }

  private Chain find(String account, Power power, Optional<Identity> who) {
    Queue<Stop> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>(Set.of(account));
    List<Hop> start =
        who.filter(w -> !w.isAccount()).isPresent()
            ? List.of(Hop.said(Hop.Kind.ACCOUNT, account, "asks the API server"))
            : ChainHops.start(account, holdersOf(account), objects("ServiceAccount"));
    who.ifPresent(w -> open.add(new Stop(account, new Asking(w, graph), start)));
    Chain stopped = null;
    while (!open.isEmpty()) {
      Stop at = open.remove();
      for (Powers.Held one : held(at.account())) {
        // who may do everything in a namespace has the powers that there are in it one by one
        boolean all = one.power() == Power.EVERYTHING && one.namespace().isEmpty();
        if (one.power() == power || all) {
          Chain end = end(account, power, at, ChainHops.grant(one), one.namespace());
          if (end.outcome() == Chain.Outcome.REACHES) {
            return end;
          }
          stopped = stopped == null ? end : stopped;
        }
      }
      for (Escalation way : escalations(at)) {
        if (way.gives(power)) {
          Chain end = end(account, power, at, ChainHops.escalated(way), way.namespace());
          if (end.outcome() == Chain.Outcome.REACHES) {
            return end;
          }
          stopped = stopped == null ? end : stopped;
        }
      }
      follow(at, seen, open);
    }
    return stopped != null
        ? stopped
        : refused(account, power, who).orElseGet(() -> without(account, power, who, seen));
  }

  private List<Escalation> escalations(Stop at) {
    return escalations.computeIfAbsent(
        at.account(), _ -> Escalation.of(at.ask(), Powers.namespacesOf(at.ask().who(), graph)));
  }

  /** Puts the accounts that somebody can act as, and that are new, behind those to be looked at. */
  private void follow(Stop at, Set<String> seen, Queue<Stop> open) {
    List<Powers.Held> ways =
        lent.computeIfAbsent(
            at.account(),
            _ -> Escalation.impersonated(at.ask(), Powers.namespacesOf(at.ask().who(), graph)));
    for (Powers.Held one : Stream.concat(held(at.account()).stream(), ways.stream()).toList()) {
      for (String next : becomes(one)) {
        go(at, next, ChainHops.grant(one), ChainHops.become(one, next), seen, open);
      }
    }
    for (Escalation way : escalations(at)) {
      for (String next : accountsIn(way.namespace())) {
        Hop act = Hop.said(Hop.Kind.ACT, "ServiceAccount " + next, "runs a pod as " + next);
        go(at, next, ChainHops.escalated(way), act, seen, open);
      }
    }
  }

  private void go(Stop at, String next, List<Hop> by, Hop act, Set<String> seen, Queue<Stop> open) {
    Optional<Identity> who = Identity.parse(next);
    if (who.isPresent() && seen.add(next)) {
      List<Hop> hops = new ArrayList<>(at.hops());
      hops.addAll(by);
      hops.add(act);
      open.add(new Stop(next, new Asking(who.get(), graph), hops));
    }
  }

  private Chain end(String account, Power power, Stop at, List<Hop> by, String namespace) {
    List<Hop> hops = new ArrayList<>(at.hops());
    hops.addAll(by);
    if (power == Power.CREATE_PODS) {
      Optional<HostPathRestraint> restraint = restraint(namespace);
      List<Hop> round =
          restraint
              .map(r -> VolumeWay.round(r, at.ask(), namespace, this::objects))
              .orElse(List.of());
      if (!round.isEmpty()) {
        hops.addAll(round);
      } else if (restraint.isEmpty()) {
        hops.add(ChainHops.admitted(namespace, objects("Namespace")));
      } else if (changes(at.ask(), restraint.get())) {
        hops.add(ChainHops.changed(restraint.get()));
      } else {
        hops.add(ChainHops.refused(restraint.get()));
        return new Chain(account, power, Chain.Outcome.STOPPED, hops, "");
      }
    }
    hops.add(Hop.said(Hop.Kind.POWER, Sentences.begin(power.words()), ""));
    return new Chain(account, power, Chain.Outcome.REACHES, hops, "");
  }

  /** Whether somebody may take away what refuses them. */
  private static boolean changes(Asking ask, HostPathRestraint restraint) {
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
  private Optional<Chain> refused(String account, Power power, Optional<Identity> who) {
    return asWritten
        .flatMap(all -> who.map(one -> all.of(one, power)))
        .flatMap(chain ->
            chain.hops().stream()
                .flatMap(h -> h.object().stream())
                .distinct()
                .flatMap(ref -> graph.objection(ref).stream())
                .findFirst())
        .map(why -> new Chain(account, power, Chain.Outcome.UNDETERMINED, List.of(), why));
  }

  /** No way was found; what an account on the way may do can still be unknown. */
  private Chain without(String account, Power power, Optional<Identity> who, Set<String> reached) {
    List<Identity> all =
        Stream.concat(who.stream(), reached.stream().map(Identity::parse).flatMap(Optional::stream))
            .toList();
    Optional<AccessBinding> unknown =
        graph.bindings().stream()
            .filter(graph::isUnknown)
            .filter(
                b -> b.subjects().stream().anyMatch(s -> all.stream().anyMatch(w -> s.means(w))))
            .findFirst();
    return unknown
        .map(b ->
            new Chain(account, power, Chain.Outcome.UNDETERMINED, List.of(), graph.whyUnknown(b)))
        .orElseGet(() -> new Chain(account, power, Chain.Outcome.NONE, List.of(), ""));
  }

  /** The accounts that somebody with a power can act as. */
  private List<String> becomes(Powers.Held one) {
    String namespace = one.namespace();
    return switch (one.power()) {
      case CREATE_PODS -> one.isContainerInPod() ? mountedIn(namespace) : accountsIn(namespace);
      case REQUEST_TOKENS -> accountsIn(namespace);
      case IMPERSONATE ->
          one.request().resource().equals("serviceaccounts") ? accountsIn(namespace) : List.of();
      case EXEC -> mountedIn(namespace);
      default -> List.of();
    };
  }

  /** The accounts whose token is mounted by a pod. */
  private List<String> mountedIn(String namespace) {
    return holders.stream()
        .filter(TokenHolder::mounts)
        .filter(h -> namespace.isEmpty() || h.namespace().equals(namespace))
        .map(TokenHolder::account)
        .distinct()
        .toList();
  }

  private List<String> accountsIn(String namespace) {
    return accounts.stream()
        .filter(a -> namespace.isEmpty() || a.startsWith(namespace + "/"))
        .toList();
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
