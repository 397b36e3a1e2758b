package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Chains;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.Expected;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.PortScan;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.ObjectPlaces;
import dev.zonewright.report.ReachDecision;
import dev.zonewright.risk.Evidence.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks manifests what their tenants reach, and what their accounts may do. */
final class WayFinder {
  /** So many pairs of workloads are asked about in a few seconds. */
  private static final long MOST_PAIRS = 200_000;

  /** What an answer rests on. */
  record Deciding(String words, Optional<Place> place) {
    static final Deciding NOTHING = new Deciding("", Optional.empty());
  }

  private final Analysis analysis;
  private final ObjectPlaces places;
  private final NetworkModel network;
  private final PortScan scan;
  private final Set<NetworkPod> serving = new HashSet<>();
  private final Chains chains;
  private final Map<Way.Ends, Reach> open = new HashMap<>();
  private final Map<Way.Ends, Reach> closed = new HashMap<>();

  WayFinder(Analysis analysis) {
    this.analysis = analysis;
    places = new ObjectPlaces(analysis);
    List<KubeObject> objects = analysis.objects().stream().map(LocatedObject::object).toList();
    network = NetworkModel.of(objects);
    scan = new PortScan(network, new Reachability(network, Readings.DOCUMENTED));
    chains = new Chains(objects, AccessGraph.of(objects));
    for (NetworkPod pod : pods()) {
      boolean objected =
          places
              .object(pod.ref())
              .filter(o -> Platform.objection(o.object()).isPresent())
              .isPresent();
      if (objected || analysis.platform().contains(tenantOf(pod))) {
        serving.add(pod);
      }
    }
  }

  private List<NetworkPod> pods() {
    return network.pods().values().stream().flatMap(List::stream).toList();
  }

  private String tenantOf(NetworkPod pod) {
    return analysis.tenantOf(pod.namespace());
  }

  /** All that is asked about. */
  Ways find() {
    Map<Way.Ends, Way> ways = new LinkedHashMap<>();
    List<NetworkPod> all = pods();
    boolean between = (long) all.size() * all.size() <= MOST_PAIRS;
    for (NetworkPod from : all) {
      for (Destination to : Destinations.nodePorts(Readings.DOCUMENTED)) {
        ask(from, "node ports", to, ways);
      }
      Destinations.metadata().forEach(to -> ask(from, "metadata addresses", to, ways));
      Destinations.internet().forEach(to -> ask(from, to.label(), to, ways));
      Destinations.dns(network).forEach(to -> ask(from, to.label(), to, ways));
      for (NetworkPod to : between ? all : List.<NetworkPod>of()) {
        if (!to.equals(from)) {
          boolean own = tenantOf(to).equals(tenantOf(from));
          ask(from, own ? Way.OWN : tenantOf(to), Destinations.workload(to), ways);
        }
      }
    }
    return new Ways(List.copyOf(ways.values()), rights(), between);
  }

  private void ask(NetworkPod from, String to, Destination destination, Map<Way.Ends, Way> ways) {
    Way.Ends ends = new Way.Ends(tenantOf(from), to);
    Reach reach = scan.ask(from, destination);
    boolean unwanted =
        Expected.of(from, destination, analysis::tenantOf, serving::contains)
            == Expected.MUST_BE_DENIED;
    Outcome outcome = reach.answer().outcome();
    Way one =
        new Way(ends.from(), to, false, 0, 0, 0)
            .and(outcome == Outcome.ALLOWED, outcome == Outcome.UNDETERMINED, unwanted);
    ways.merge(
        ends,
        one,
        (was, _) -> was.and(outcome == Outcome.ALLOWED, outcome == Outcome.UNDETERMINED, unwanted));
    (outcome == Outcome.ALLOWED ? open : closed).putIfAbsent(ends, reach);
  }

  private List<Right> rights() {
    List<Right> out = new ArrayList<>();
    for (String account : chains.accounts()) {
      for (Power power : Power.values()) {
        Chain chain = chains.of(account, power);
        if (chain.outcome() != Chain.Outcome.NONE) {
          out.add(new Right(account, power, chain.outcome()));
        }
      }
    }
    return out;
  }

  /** What a way rests on, once it was asked about. */
  Deciding deciding(Way way) {
    Map<Way.Ends, Reach> first = way.allowed() > 0 ? open : closed;
    Reach reach = first.get(way.ends());
    return reach == null
        ? Deciding.NOTHING
        : new Deciding(
            ReachDecision.of(reach.answer()).orElse(""),
            ReachDecision.place(reach.answer(), places));
  }

  /** What a right rests on: the object that gives it, or else that stops it. */
  Deciding deciding(String account, Power power) {
    List<Hop> hops = chains.of(account, power).hops();
    return hops.stream()
        .filter(h -> h.kind() == Hop.Kind.BINDING)
        .findFirst()
        .or(() -> hops.stream().filter(h -> h.object().isPresent()).reduce((_, b) -> b))
        .map(h -> new Deciding(h.title(), h.object().flatMap(o -> places.of(o, h.path()))))
        .orElse(Deciding.NOTHING);
  }
}
