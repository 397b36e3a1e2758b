package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Known;
import dev.zonewright.ui.BackgroundRunner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Facts for tests of the pages of a review. */
public final class Reviews {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  /** Two tenants with a pod each; one is open to the whole internet, the other closed. */
  public static final String TWO_TENANTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
        containers: [{name: api, image: 'registry.example/api:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: worker, namespace: shop}
      spec:
        containers: [{name: worker, image: 'registry.example/worker:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: ledger, namespace: bank}
      spec:
        runtimeClassName: edera
        containers: [{name: ledger, image: 'registry.example/ledger:1'}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: wide, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
        - to:
          - ipBlock: {cidr: 0.0.0.0/0}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: closed, namespace: bank}
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
      """;

  private Reviews() {}

  /** What is said of one text, and of a review file unless that is empty. */
  public static ReviewFacts of(String text, String review) {
    return of(text, "zonewright-review.yaml", review);
  }

  /** The same where the review file has another name. */
  public static ReviewFacts of(String text, String name, String review) {
    List<Manifest> manifests = new ArrayList<>(List.of(Manifest.of("a.yaml", text)));
    if (!review.isEmpty()) {
      manifests.add(Manifest.of(name, review));
    }
    return new ReviewApplication(Known.of(ControlCatalogue.all(), ChecklistItem.ids()), () -> TODAY)
        .apply(new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(manifests));
  }

  /** Finds out what closes most. */
  public static Closing closing() {
    return new Closing(
        new Fixer(new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)),
        new ReviewApplication(Known.of(ControlCatalogue.all(), ChecklistItem.ids()), () -> TODAY));
  }

  /** Does everything at once, on the thread that asks. */
  public static BackgroundRunner runner() {
    return new BackgroundRunner(
        Runnable::run, Runnable::run, Runnable::run, (_, task) -> () -> task.run());
  }
}
