package dev.zonewright.ui.review.reach;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Family;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.PortScan;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.ObjectPlaces;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine of the page, made for one analysis. */
final class ReachFacts {
  /** The control of what puts a pod out of the reach of policies. */
  static final String HOST_NETWORK = "host-network";

  private final ReviewFacts facts;
  private final NetworkModel model;
  private final Readings readings;
  private final PortScan scan;
  private final ObjectPlaces places;
  private final List<LocatedFinding> network;
  private final Map<String, ZoneState> zones = new HashMap<>();

  ReachFacts(ReviewFacts facts) {
    this.facts = facts;
    List<KubeObject> objects =
        facts.analysis().objects().stream().map(LocatedObject::object).toList();
    model = NetworkModel.of(objects);
    readings =
        facts
            .review()
            .map(r -> r.file().ranges().fill(Readings.DOCUMENTED))
            .orElse(Readings.DOCUMENTED);
    scan = new PortScan(model, new Reachability(model, readings));
    places = new ObjectPlaces(facts.analysis());
    facts.analysis().workloads().forEach(w -> zones.putIfAbsent(w.path(), w.zone()));
    // once, for each row that is chosen asks for them on the window's thread
    network =
        facts.analysis().findings().stream()
            .filter(f ->
                f.finding().control().family() == Family.NETWORK
                    || f.finding().control().id().equals(HOST_NETWORK))
            .filter(f -> f.accepted().isEmpty())
            .toList();
  }

  NetworkModel model() {
    return model;
  }

  Readings readings() {
    return readings;
  }

  PortScan scan() {
    return scan;
  }

  ObjectPlaces places() {
    return places;
  }

  /** All workloads, in the order of the manifests. */
  List<NetworkPod> pods() {
    return model.pods().values().stream().flatMap(List::stream).toList();
  }

  /** The findings about the network that nobody accepted. */
  List<LocatedFinding> network() {
    return network;
  }

  /** Where a workload runs; empty for what is not opened. */
  Optional<ZoneState> zone(String path) {
    return Optional.ofNullable(zones.get(path));
  }

  Optional<ZoneState> zone(NetworkPod pod) {
    return zone(pod.path());
  }

  String tenantOf(String namespace) {
    return facts.analysis().tenantOf(namespace);
  }

  /** Whether a pod is on the network of its node, so that no policy selects it. */
  boolean isBeyondPolicies(NetworkPod pod) {
    return pod.isPoliced(readings).isNo();
  }

  boolean isPlatform(NetworkPod pod) {
    return facts.platform().contains(tenantOf(pod.namespace()))
        || places
            .object(pod.ref())
            .filter(o -> Platform.objection(o.object()).isPresent())
            .isPresent();
  }
}
