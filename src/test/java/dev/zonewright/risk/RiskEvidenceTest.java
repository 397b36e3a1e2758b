package dev.zonewright.risk;

import static dev.zonewright.risk.RiskOfPods.ZONED;
import static dev.zonewright.risk.RiskOfPods.analyze;
import static dev.zonewright.risk.RiskOfPods.only;
import static dev.zonewright.risk.RiskOfPods.pod;
import static dev.zonewright.risk.RiskOfPods.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import org.junit.jupiter.api.Test;

/** What the rows of residual risk rest on. */
class RiskEvidenceTest {
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

    assertThat(ResidualRisk.of(analysis).stream().flatMap(RiskOfPods::rows))
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

  @Test
  void aNamespaceOfKubernetesHasNoTickForWhatIsNotAskedOfIt() {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: kube-system\n";
    TenantRisk system =
        ResidualRisk.of(
                analyze(namespace, pod("kube-system", "dns", ZONED), pod("acme", "api", ZONED)))
            .stream()
            .filter(r -> r.tenant().equals("kube-system"))
            .findFirst()
            .orElseThrow();

    assertThat(rows(system).flatMap(r -> r.evidence().stream()))
        .filteredOn(e -> e.state() == Evidence.State.IN_PLACE)
        .extracting(Evidence::text)
        .noneMatch(text -> text.contains("same nodes"))
        .noneMatch(text -> text.contains("quota"))
        .noneMatch(text -> text.contains("admission"));
    assertThat(rows(system).flatMap(r -> r.evidence().stream()))
        .extracting(Evidence::text)
        .contains(
            "workloads of Kubernetes itself serve the nodes of every tenant",
            "no quota is asked of a namespace of Kubernetes itself",
            "no Pod Security level is asked of a namespace of Kubernetes itself");
  }

  @Test
  void aTenantBesideKubernetesAloneIsComparedWithNoOther() {
    TenantRisk acme =
        ResidualRisk.of(analyze(pod("kube-system", "dns", ZONED), pod("acme", "api", ZONED)))
            .getFirst();

    assertThat(rows(acme).flatMap(r -> r.evidence().stream()))
        .extracting(Evidence::text)
        .contains("no other tenant is opened; others may share the nodes");
  }
}
