package dev.zonewright.analysis;

import dev.zonewright.control.Finding;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.query.Asked;
import dev.zonewright.kube.query.QueryStore;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;

/**
 * What the controls say of one document, in its own offsets.
 *
 * @param findings in the order of the text
 * @param answers what the controls asked of other documents
 * @param failure what stopped unexpectedly, and what to do; empty when nothing did
 */
record DocumentResult(
    List<KubeObject> objects,
    List<Pod> pods,
    List<Marked> findings,
    List<Asked> answers,
    String failure) {
  /** Of a document of which nothing can be said. */
  static DocumentResult failed(List<KubeObject> objects, String failure) {
    return new DocumentResult(objects, List.of(), List.of(), List.of(), failure);
  }

  /** A pod with what is known of it. */
  record Pod(PodView view, ZoneState zone, PssLevel pss) {}

  /**
   * A finding with the basis of its fingerprint.
   *
   * @param document the one that it points into, most often the one that was looked at
   */
  record Marked(Finding finding, String fingerprint, YamlDocument document)
      implements Comparable<Marked> {
    /** By place, then control, then path. */
    @Override
    public int compareTo(Marked other) {
      int byPlace = finding.range().compareTo(other.finding.range());
      if (byPlace != 0) {
        return byPlace;
      }
      int byControl = finding.control().id().compareTo(other.finding.control().id());
      return byControl != 0 ? byControl : finding.path().compareAsWritten(other.finding.path());
    }
  }

  boolean stillHolds(QueryStore store) {
    return store.holds(answers);
  }
}
