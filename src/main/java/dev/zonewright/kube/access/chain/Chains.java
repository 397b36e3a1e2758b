package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the shortest way of an account to a power. An account becomes another one by running a pod
 * as it, by a command in a pod that has its token, or by asking for its token. Remembers the powers
 * of each account that it looked at.
 */
public final class Chains {
  private final AccessGraph graph;
  private final List<String> accounts;
  private final List<TokenHolder> holders;
  private final Map<String, List<KubeObject>> byKind;
  private final Map<String, List<Powers.Held>> held = new HashMap<>();

  public Chains(Collection<KubeObject> objects, AccessGraph graph) {
    this.graph = graph;
    accounts = Powers.accounts(objects);
    holders = TokenHolder.of(objects);
    byKind = objects.stream().collect(Collectors.groupingBy(KubeObject::kind));
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
        account, name -> Identity.parse(name).map(who -> Powers.of(who, graph)).orElse(List.of()));
  }

  /** A place on the way: an account, and the hops that lead to it. */
  private record Stop(String account, List<Hop> hops) {}

  /** The shortest way of an account to a power. */
  public Chain of(String account, Power power) {
    return find(account, power, Identity.parse(account));
  }

  /** The shortest way of somebody, who need not be a ServiceAccount, to a power. */
  public Chain of(Identity who, Power power) {
    if (!who.isAccount()) {
      held.put(who.label(), Powers.of(who, graph));
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
    open.add(new Stop(account, start));
    Chain stopped = null;
    while (!open.isEmpty()) {
      Stop at = open.remove();
      for (Powers.Held one : held(at.account())) {
        if (one.power() == power || one.power() == Power.EVERYTHING) {
          Chain end = end(account, power, at, one);
          if (end.outcome() == Chain.Outcome.REACHES) {
            return end;
          }
          stopped = stopped == null ? end : stopped;
        }
      }
      for (Powers.Held one : held(at.account())) {
        for (String next : becomes(one)) {
          if (seen.add(next)) {
            List<Hop> hops = new ArrayList<>(at.hops());
            hops.addAll(ChainHops.grant(one));
            hops.add(ChainHops.become(one, next));
            open.add(new Stop(next, hops));
          }
        }
      }
    }
    return stopped != null ? stopped : without(account, power, who);
  }

  private Chain end(String account, Power power, Stop at, Powers.Held held) {
    List<Hop> hops = new ArrayList<>(at.hops());
    hops.addAll(ChainHops.grant(held));
    if (power == Power.CREATE_PODS) {
      Optional<HostPathRestraint> restraint = restraint(held.namespace());
      if (restraint.isPresent()) {
        hops.add(ChainHops.refused(restraint.get()));
        return new Chain(account, power, Chain.Outcome.STOPPED, hops, "");
      }
      hops.add(ChainHops.admitted(held.namespace(), objects("Namespace")));
    }
    hops.add(Hop.said(Hop.Kind.POWER, ChainHops.capital(power.words()), ""));
    return new Chain(account, power, Chain.Outcome.REACHES, hops, "");
  }

  private Chain without(String account, Power power, Optional<Identity> who) {
    Optional<AccessBinding> unknown =
        graph.bindings().stream()
            .filter(b -> graph.role(b.role()).isEmpty())
            .filter(
                b -> who.filter(w -> b.subjects().stream().anyMatch(s -> s.means(w))).isPresent())
            .findFirst();
    return unknown
        .map(b ->
            new Chain(
                account,
                power,
                Chain.Outcome.UNDETERMINED,
                List.of(),
                "%s grants %s, which is not among the manifests"
                    .formatted(b.ref().label(), b.role().label())))
        .orElseGet(() -> new Chain(account, power, Chain.Outcome.NONE, List.of(), ""));
  }

  /** The accounts that somebody with a power can act as. */
  private List<String> becomes(Powers.Held one) {
    String namespace = one.namespace();
    return switch (one.power()) {
      case CREATE_PODS, REQUEST_TOKENS ->
          accounts.stream()
              .filter(a -> namespace.isEmpty() || a.startsWith(namespace + "/"))
              .toList();
      case EXEC ->
          holders.stream()
              .filter(TokenHolder::mounts)
              .filter(h -> namespace.isEmpty() || h.namespace().equals(namespace))
              .map(TokenHolder::account)
              .distinct()
              .toList();
      default -> List.of();
    };
  }

  private Optional<HostPathRestraint> restraint(String namespace) {
    return HostPathRestraint.of(namespace, this::namespace, this::objects);
  }

  private Optional<KubeObject> namespace(String name) {
    return objects("Namespace").stream()
        .filter(n -> n.group().isEmpty() && n.name().equals(name))
        .findFirst();
  }

  private List<KubeObject> objects(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
