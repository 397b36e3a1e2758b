package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.placement.DemandReader;
import dev.zonewright.kube.placement.NodeDemand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What workloads of the platform open of the nodes that they work on. It concerns every tenant
 * there, whatever the tenant does itself: who takes over one of them stands on the tenant's node.
 */
final class PlatformExposures {
  /**
   * One workload of the platform.
   *
   * @param files the finding that it mounts files of the node; empty when it mounts none
   * @param network the finding that it uses the network of the node; empty when it does not
   */
  record Exposure(
      Workload workload,
      NodeDemand demand,
      Optional<LocatedFinding> files,
      Optional<LocatedFinding> network) {
    boolean isOnHost() {
      return workload.zone() == ZoneState.HOST;
    }
  }

  private final List<Exposure> all;
  private final Map<String, KubeObject> classes;

  private PlatformExposures(List<Exposure> all, Map<String, KubeObject> classes) {
    this.all = all;
    this.classes = classes;
  }

  static PlatformExposures of(Analysis analysis) {
    Map<String, KubeObject> classes = new HashMap<>();
    for (LocatedObject object : analysis.objects()) {
      if (object.object().kind().equals("RuntimeClass")) {
        classes.putIfAbsent(object.object().name(), object.object());
      }
    }
    Map<Owner, LocatedFinding> files = first(analysis, Controls.HOST_PATH_VOLUME);
    Map<Owner, LocatedFinding> network = first(analysis, Controls.HOST_NETWORK);
    List<Exposure> all = new ArrayList<>();
    for (Workload workload : analysis.workloads()) {
      boolean platform =
          analysis.platform().contains(workload.tenant())
              || Platform.of(workload.pod()).isPresent();
      Owner owner = Owner.of(workload);
      Exposure exposure =
          new Exposure(
              workload,
              demand(workload, classes),
              Optional.ofNullable(files.get(owner)),
              Optional.ofNullable(network.get(owner)));
      if (platform
          && (exposure.isOnHost()
              || exposure.files().isPresent()
              || exposure.network().isPresent())) {
        all.add(exposure);
      }
    }
    return new PlatformExposures(List.copyOf(all), Map.copyOf(classes));
  }

  private static Map<Owner, LocatedFinding> first(Analysis analysis, String control) {
    Map<Owner, LocatedFinding> out = new HashMap<>();
    for (LocatedFinding at : analysis.findings()) {
      if (at.finding().control().id().equals(control)
          && at.finding().verdict() == Verdict.VIOLATED) {
        out.putIfAbsent(Owner.of(at), at);
      }
    }
    return out;
  }

  private static NodeDemand demand(Workload workload, Map<String, KubeObject> classes) {
    String name = workload.pod().spec().get("runtimeClassName").raw();
    return DemandReader.read(workload.pod(), Optional.ofNullable(classes.get(name)));
  }

  /**
   * Those that nothing keeps off the nodes of a tenant. Their own tenant has them as its own;
   * taints do not count, as what serves nodes tolerates them.
   */
  List<Exposure> onNodesOf(String tenant, List<Workload> workloads) {
    if (all.isEmpty() || workloads.isEmpty()) {
      return List.of();
    }
    Set<NodeDemand> demands = new HashSet<>();
    workloads.forEach(w -> demands.add(demand(w, classes)));
    return all.stream()
        .filter(e -> !e.workload().tenant().equals(tenant))
        .filter(e -> demands.stream().anyMatch(e.demand()::meets))
        .toList();
  }
}
