package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest way of an account to a power. An account becomes another one by running,
 * changing or entering a pod of it, by its token, or by impersonation ({@link Lending}); it has
 * what its bindings give, what roles give that it can bind to itself ({@link Binding}), and what it
 * can give to itself ({@link Escalation}). Pods also come of custom resources. What depends on
 * things that no manifest says is followed last, and leaves it undetermined. Remembers what each
 * account that it looked at has.
 */
public final class Chains {
  // more than any way costs
  private static final long FIRST = 1L << 40;

  private final AccessGraph graph;

  /** What there would be if the server took what it refuses; empty where it refuses nothing. */
  private final Optional<Chains> asWritten;

  private final List<String> accounts;
  private final Map<String, List<TokenHolder>> holders;
  private final Map<String, KubeObject> opened = new HashMap<>();
  private final List<AccessRequest.OnResource> podMakers;
  private final Lending lending;
  private final Endings endings;
  private final OtherWays others;
  private final Ways ways = new Ways(this::edges);
  private final Map<String, List<Powers.Held>> held = new HashMap<>();
  private final Map<Identity, Means> means = new HashMap<>();
  private final Map<Asked, Found> found = new HashMap<>();
  private Ways.@Nullable Toward unknown;
  private Ways.@Nullable Toward limited;

  public Chains(Collection<KubeObject> all, AccessGraph graph) {
    this.graph = graph;
    List<KubeObject> objects = Existing.of(all);
    accounts = Powers.accounts(objects);
    List<TokenHolder> pods = TokenHolder.of(objects);
    holders = pods.stream().collect(Collectors.groupingBy(TokenHolder::account));
    podMakers = PodMakers.in(objects);
    lending = new Lending(objects, graph, accounts, pods);
    var byKind = objects.stream().collect(Collectors.groupingBy(KubeObject::kind));
    for (KubeObject account : byKind.getOrDefault("ServiceAccount", List.of())) {
      String namespace = account.tenant().orElse(Tenants.DEFAULT);
      opened.putIfAbsent(namespace + "/" + account.name(), account);
    }
    endings = new Endings(byKind);
    others = new OtherWays(graph, podMakers, lending, endings);
    asWritten = graph.asWritten().map(written -> new Chains(all, written));
  }

  /** All accounts that the objects speak of, as {@code NAMESPACE/NAME}, sorted. */
  public List<String> accounts() {
    return accounts;
  }

  /** The workloads that run as an account. */
  public List<TokenHolder> holdersOf(String account) {
    return holders.getOrDefault(account, List.of());
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
    explore(who);
    String account = who.label();
    return told(who, power, Search.OPEN)
        .or(() -> told(who, power, Search.STOPPED))
        .or(() -> refused(account, power, who))
        .or(() -> unknown(account, power, who))
        .or(() -> told(who, power, Search.PARTS))
        .orElseGet(() -> new Chain(account, power, Chain.Outcome.NONE, List.of(), ""));
  }

  /**
   * Some ways that are left when the first right of the shortest is taken away, the shortest of
   * them first; empty where the shortest is not known hop by hop.
   */
  public List<Chain> others(Identity who, Power power) {
    Chain shortest = of(who, power);
    Search search = shortest.outcome() == Chain.Outcome.STOPPED ? Search.STOPPED : Search.OPEN;
    Found all = found.computeIfAbsent(new Asked(power, search), this::found);
    if (shortest.hops().isEmpty() || !all.toward().has(who)) {
      return List.of();
    }
    return others.of(means(who), power, all.toward(), all.endings(), search::isFor).stream()
        .map(way -> chain(who, power, way.steps(), way.ending()))
        .toList();
  }

  /** How many places and ways were looked at. */
  long looked() {
    return ways.looked();
  }

  private void explore(Identity who) {
    boolean more = false;
    if (ways.all().isEmpty()) {
      for (String account : accounts) {
        more |= Identity.parse(account).filter(ways::explore).isPresent();
      }
    }
    more |= ways.explore(who);
    if (more) {
      found.clear();
      unknown = null;
      limited = null;
    }
  }

  private Means means(Identity who) {
    return means.computeIfAbsent(
        who,
        one -> {
          Rights rights = Binding.lent(Rights.of(one, graph));
          return new Means(
              rights,
              Powers.of(rights, podMakers),
              Escalation.of(rights),
              Impersonation.constrained(rights));
        });
  }

  private List<Ways.Edge> edges(Identity who) {
    Means has = means(who);
    return lending.edges(has.rights(), has.held(), has.escalations());
  }

  /** What a search is for. */
  private enum Search {
    OPEN,
    STOPPED,
    PARTS;

    boolean isFor(Chain.Outcome outcome) {
      return this
          == switch (outcome) {
            case REACHES, UNDETERMINED -> OPEN;
            case STOPPED -> STOPPED;
            case NONE -> PARTS;
          };
    }
  }

  private record Asked(Power power, Search search) {}

  /** The ways to a power, and with what each ends. */
  private record Found(Ways.Toward toward, Map<Identity, Endings.Ending> endings) {}

  private Found found(Asked asked) {
    Map<Identity, Endings.Ending> best = new HashMap<>();
    Map<Identity, Long> costs = new LinkedHashMap<>();
    for (Identity who : ways.all()) {
      endings.of(means(who), asked.power()).stream()
          .filter(e -> asked.search().isFor(e.outcome()))
          .min(Comparator.comparingLong(Endings.Ending::cost))
          .ifPresent(e -> {
            best.put(who, e);
            costs.put(who, e.cost());
          });
    }
    return new Found(ways.toward(costs), best);
  }

  private Optional<Chain> told(Identity who, Power power, Search search) {
    Found all = found.computeIfAbsent(new Asked(power, search), this::found);
    if (!all.toward().has(who)) {
      return Optional.empty();
    }
    List<Ways.Step> way = all.toward().of(who);
    Identity end = way.isEmpty() ? who : way.getLast().next();
    return Optional.ofNullable(all.endings().get(end)).map(e -> chain(who, power, way, e));
  }

  private Chain chain(Identity who, Power power, List<Ways.Step> way, Endings.Ending ending) {
    String account = who.label();
    if (ending.outcome() == Chain.Outcome.NONE) {
      return new Chain(account, power, Chain.Outcome.NONE, List.of(), ending.because());
    }
    List<Hop> hops = new ArrayList<>(start(who));
    String unsure = ending.because();
    for (Ways.Step step : way) {
      Lent lent = step.edge().how().apply(step.next());
      lent.grants().forEach(held -> hops.addAll(ChainHops.grant(held)));
      hops.add(lent.act());
      if (unsure.isEmpty()) {
        unsure = step.edge().unsure().replace("%s", step.next().label());
      }
    }
    hops.addAll(ending.hops());
    if (ending.outcome() == Chain.Outcome.STOPPED) {
      return new Chain(account, power, Chain.Outcome.STOPPED, hops, "");
    }
    Chain.Outcome outcome = unsure.isEmpty() ? Chain.Outcome.REACHES : Chain.Outcome.UNDETERMINED;
    return new Chain(account, power, outcome, hops, unsure);
  }

  private List<Hop> start(Identity who) {
    String account = who.label();
    return who.isAccount()
        ? ChainHops.start(account, holdersOf(account), Optional.ofNullable(opened.get(account)))
        : List.of(Hop.said(Hop.Kind.ACCOUNT, account, "asks the API server"));
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
  private Optional<Chain> unknown(String account, Power power, Identity who) {
    Ways.Toward bindings = unknown;
    if (bindings == null) {
      Map<Identity, Long> costs = new LinkedHashMap<>();
      ways.all()
          .forEach(one -> graph.firstUnknown(one).ifPresent(at -> costs.put(one, at * FIRST)));
      bindings = ways.toward(costs);
      unknown = bindings;
    }
    Ways.Toward limits = limited;
    if (limits == null) {
      Map<Identity, Long> costs = new LinkedHashMap<>();
      ways.all().stream()
          .filter(one -> means(one).limits().isPresent())
          .forEach(one -> costs.put(one, 0L));
      limits = ways.toward(costs);
      limited = limits;
    }
    Optional<String> why =
        bindings.has(who)
            ? graph
                .firstUnknown(bindings.end(who))
                .map(at -> graph.whyUnknown(graph.bindings().get(at)))
            : limits.has(who) ? means(limits.end(who)).limits() : Optional.empty();
    return why.map(w -> new Chain(account, power, Chain.Outcome.UNDETERMINED, List.of(), w));
  }
}
