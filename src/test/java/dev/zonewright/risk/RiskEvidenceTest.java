package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RiskEvidenceTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private static String pod(String namespace, String name, String spec) {
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

  private static final String ZONED = "runtimeClassName: edera";

  private static Analysis analyze(String... documents) {
    return ANALYZER.analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))));
  }

  private static TenantRisk only(Analysis analysis) {
    List<TenantRisk> all = ResidualRisk.of(analysis);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Stream<RiskRow> rows(TenantRisk tenant) {
    return Stream.of(tenant.sharedResources(), tenant.edera(), tenant.operator(), tenant.agents())
        .flatMap(List::stream);
  }

  @Test
  void aDeclaredAgentHasItsSevenRowsAndANameIsNoDeclaration() {
    String agent =
        pod("acme", "helper", ZONED).replace("{team: blue}", "{zonewright.dev/workload: agent}");

    assertThat(only(analyze(agent)).agents()).hasSize(7);
    assertThat(only(analyze(pod("acme", "ai-agent", ZONED))).agents()).isEmpty();
  }

  @Test
  void everyRowHasEvidenceAndEveryPlaceIsText() {
    Analysis analysis = analyze(pod("acme", "api", "hostPID: true"), pod("globex", "db", ZONED));
    int length = analysis.manifests().getFirst().stream().text().length();

    assertThat(ResidualRisk.of(analysis).stream().flatMap(RiskEvidenceTest::rows))
        .isNotEmpty()
        .allSatisfy(r -> {
          assertThat(r.evidence()).isNotEmpty();
          assertThat(r.why()).isNotBlank();
          r.evidence().stream()
              .flatMap(e -> e.place().stream())
              .forEach(p -> {
                assertThat(p.range().end()).isLessThanOrEqualTo(length);
                assertThat(p.range().length()).isPositive();
                assertThat(p.line()).isPositive();
              });
        });
  }

  @Test
  void aNamespaceWithoutWorkloadsSaysSo() {
    TenantRisk risk = only(analyze("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: empty\n"));

    assertThat(risk.level()).isEqualTo(ResidualLevel.NOT_ASSESSED);
    assertThat(risk.verdict()).isEqualTo("No workload of this tenant is opened.");
    assertThat(rows(risk))
        .extracting(RiskRow::why)
        .containsOnly("no workload of this tenant is opened");
  }

  @Test
  void theSameAnalysisGivesTheSameRows() {
    String[] documents = {pod("b", "one", ZONED), pod("a", "two", "hostIPC: true")};

    assertThat(ResidualRisk.of(analyze(documents))).isEqualTo(ResidualRisk.of(analyze(documents)));
    assertThat(ResidualRisk.of(analyze(documents)))
        .extracting(TenantRisk::tenant)
        .containsExactly("a", "b");
  }

  @Test
  void oneObjectInTwoDocumentsIsOneWorkloadThatRunsWhereTheWorstHasIt() {
    TenantRisk twice =
        only(analyze(pod("acme", "api", ZONED), pod("acme", "api", ""), pod("acme", "web", ZONED)));

    assertThat(twice.workloads()).isEqualTo(2);
    assertThat(twice.inZone()).isEqualTo(1);
    assertThat(twice.verdict()).startsWith("1 of 2 workloads shares the host kernel");
  }
}
