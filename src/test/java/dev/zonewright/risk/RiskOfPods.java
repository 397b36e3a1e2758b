package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.stream.Stream;

/** Pods, in a zone or not, and the rows of their residual risk. */
final class RiskOfPods {
  static final Analyzer ANALYZER = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  static String pod(String namespace, String name, String spec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      namespace: %s
      labels: {team: blue}
      annotations:
        dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
    spec:
      automountServiceAccountToken: false
    %s  containers:
        - name: main
          image: registry.example/main:1
          securityContext:
            capabilities:
              drop: ["ALL"]
    """
        .formatted(name, namespace, spec.indent(2));
  }

  static final String ZONED = "runtimeClassName: edera";

  static Analysis analyze(String... documents) {
    return ANALYZER.analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))));
  }

  static TenantRisk only(Analysis analysis) {
    List<TenantRisk> all = ResidualRisk.of(analysis);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static Stream<RiskRow> rows(TenantRisk tenant) {
    return Stream.of(tenant.sharedResources(), tenant.edera(), tenant.operator(), tenant.agents())
        .flatMap(List::stream);
  }

  private RiskOfPods() {}
}
