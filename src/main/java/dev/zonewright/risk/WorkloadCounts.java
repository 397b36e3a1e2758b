package dev.zonewright.risk;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ZoneState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many workloads there are. What several documents write under one kind, namespace and name is
 * one workload, which runs where the worst of them has it run; {@code duplicate-object} tells of
 * it. One without a name is one of its own, and so is each pod of an object that makes several.
 *
 * @param all of them
 * @param inZone that run in a zone
 * @param onHost that share the kernel of the host
 * @param unknown of which it is not known
 */
record WorkloadCounts(int all, int inZone, int onHost, int unknown) {
  static WorkloadCounts of(List<Workload> workloads) {
    Map<String, Integer> before = new HashMap<>();
    Map<String, ZoneState> zones = new LinkedHashMap<>();
    for (Workload workload : workloads) {
      String object = workload.pod().object().group() + "/" + workload.path();
      String place = workload.file() + "#" + workload.document() + " " + object;
      int number = before.merge(place, 1, Integer::sum);
      String name = workload.name().isEmpty() ? place : object;
      // the pod of an object, by its place among those of one document
      zones.merge(name + " " + number, workload.zone(), WorkloadCounts::worse);
    }
    Collection<ZoneState> each = zones.values();
    return new WorkloadCounts(
        each.size(),
        Collections.frequency(each, ZoneState.EDERA),
        Collections.frequency(each, ZoneState.HOST),
        Collections.frequency(each, ZoneState.UNDETERMINED));
  }

  private static ZoneState worse(ZoneState one, ZoneState other) {
    if (one == ZoneState.HOST || other == ZoneState.HOST) {
      return ZoneState.HOST;
    }
    return one == ZoneState.UNDETERMINED ? one : other;
  }
}
