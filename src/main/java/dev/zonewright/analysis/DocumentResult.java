package dev.zonewright.analysis;

import dev.zonewright.control.Finding;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.ZoneState;
import java.util.List;

/**
 * What the controls say of one document, in its own offsets.
 *
 * @param answers what the controls asked of other documents
 */
record DocumentResult(
    List<KubeObject> objects,
    List<Pod> pods,
    List<Marked> findings,
    List<ObjectIndex.Answer> answers) {
  /** A pod with what is known of it. */
  record Pod(PodView view, ZoneState zone, PssLevel pss) {}

  /** A finding with the basis of its fingerprint. */
  record Marked(Finding finding, String fingerprint) {}

  boolean stillHolds(ClusterLookup index) {
    for (ObjectIndex.Answer answer : answers) {
      if (!answer.stillHolds(index)) {
        return false;
      }
    }
    return true;
  }
}
