package dev.zonewright.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.time.LocalDate;
import java.util.List;

/** The review of two pods by a review file, and what its audit says. */
final class ReviewOfPods {
  static final LocalDate TODAY = LocalDate.of(2026, 12, 4);

  static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        hostPID: true
        containers:
          - name: api
            image: registry.example/api:1
            securityContext:
              capabilities: {drop: [ALL], add: [NET_ADMIN, SYS_TIME]}
          - name: log
            image: registry.example/log:1
            securityContext:
              capabilities: {drop: [ALL], add: [NET_ADMIN]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api}
      spec:
        hostPID: true
        containers:
          - name: api
            image: registry.example/api:1
      """;

  static final Analysis ANALYSIS =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
          .analyze(List.of(Manifest.of("a.yaml", PODS)));

  static Reviewed review(String text) {
    return Reviewed.of(
        ReviewReader.read(Manifest.of("zonewright-review.yaml", text)),
        ANALYSIS,
        TODAY,
        Known.of(ControlCatalogue.all(), ChecklistItem.ids()));
  }

  static List<String> audit(Reviewed review) {
    return review.analysis().findings().stream()
        .filter(f -> f.file().equals("zonewright-review.yaml"))
        .map(f -> f.finding().control().id() + " " + f.start().line())
        .toList();
  }

  static ItemState dom0(Reviewed review, String tenant) {
    return Checklist.of(review).stream()
        .filter(t -> t.tenant().equals(tenant))
        .map(t -> t.items().get(ChecklistItem.DOM0_RESTRICTED.ordinal()).state())
        .findFirst()
        .orElseThrow();
  }

  private ReviewOfPods() {}
}
