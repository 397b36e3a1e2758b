package dev.zonewright.ui.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.NaturalOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another tenant whose workload can run on the same node as one of a tenant's.
 *
 * @param own the tenant's workload
 * @param theirs the one of the other tenant
 * @param finding what the control says of all of them
 */
record CoTenant(String tenant, End own, String other, End theirs, String finding) {
  private static final String CONTROL = "shared-node-pool";

  /**
   * A workload of either.
   *
   * @param zone what its pod runs in
   * @param place where it is written
   */
  record End(ObjectRef object, ZoneState zone, Place place) {
    String runs() {
      return switch (zone) {
        case EDERA -> "in a zone";
        case HOST -> "on the host kernel";
        case UNDETERMINED -> "zone undetermined";
      };
    }

    String words() {
      return "%s, %s".formatted(object.label(), runs());
    }
  }

  /** Whether a break-out of either reaches the other's kernel, not the hardware alone. */
  boolean sharesKernel() {
    return own.zone() != ZoneState.EDERA || theirs.zone() != ZoneState.EDERA;
  }

  /** What is between the two, in a few words. */
  String shared() {
    if (own.zone() == ZoneState.HOST && theirs.zone() == ZoneState.HOST) {
      return "the host kernel";
    }
    return sharesKernel() ? "a kernel on one side" : "hardware only";
  }

  String words() {
    return "%s can meet %s of %s, %s: %s"
        .formatted(own.words(), theirs.object().label(), other, theirs.runs(), shared());
  }

  /**
   * The co-tenants of each tenant that the control names, by the tenant's own workload; names that
   * serve the cluster are left out.
   */
  static List<CoTenant> of(Analysis analysis) {
    Map<ObjectRef, ZoneState> zones = new HashMap<>();
    for (Workload workload : analysis.workloads()) {
      zones.merge(workload.object(), workload.zone(), CoTenant::worse);
    }
    Map<String, CoTenant> out = new TreeMap<>();
    for (LocatedFinding found : analysis.findings()) {
      if (found.finding().control().id().equals(CONTROL) && !found.related().isEmpty()) {
        String tenant = tenantOf(found.related().getFirst(), analysis);
        End own = end(found.related().getFirst(), zones);
        for (LocatedRelated at : found.related()) {
          String other = tenantOf(at, analysis);
          if (other.equals(tenant)) {
            own = end(at, zones);
          } else if (!analysis.platform().contains(other)) {
            String says = found.finding().message();
            out.putIfAbsent(
                tenant + "\n" + other, new CoTenant(tenant, own, other, end(at, zones), says));
          }
        }
      }
    }
    return out.values().stream()
        .sorted(Comparator.comparing((CoTenant c) -> c.own().object().path(), NaturalOrder.NAMES))
        .toList();
  }

  private static End end(LocatedRelated at, Map<ObjectRef, ZoneState> zones) {
    return new End(
        at.object(),
        zones.getOrDefault(at.object(), ZoneState.UNDETERMINED),
        new Place(at.file(), at.start().line(), at.range()));
  }

  private static String tenantOf(LocatedRelated at, Analysis analysis) {
    String namespace = at.object().namespace();
    return analysis.tenantOf(namespace.isEmpty() ? Tenants.DEFAULT : namespace);
  }

  private static ZoneState worse(ZoneState one, ZoneState other) {
    return one == ZoneState.EDERA ? other : one;
  }
}
