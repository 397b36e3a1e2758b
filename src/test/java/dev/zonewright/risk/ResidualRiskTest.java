package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResidualRiskTest {
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

  private static RiskRow row(TenantRisk tenant, String id) {
    return rows(tenant).filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void oneWorkloadOnTheHostKernelOpensWhatEderaWouldIsolate() {
    List<TenantRisk> risks =
        ResidualRisk.of(
            analyze(
                pod("acme", "api", "hostPID: false"),
                pod("acme", "job", ZONED),
                pod("globex", "db", ZONED)));
    TenantRisk acme = risks.getFirst();

    assertThat(acme.level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(acme.verdict())
        .isEqualTo(
            "1 of 2 workloads shares the host kernel with globex; nothing below holds until"
                + " that is closed.");
    assertThat(acme.edera()).hasSize(7).extracting(RiskRow::level).containsOnly(ResidualLevel.OPEN);
    assertThat(row(acme, "dom0-kernel").evidence().getFirst())
        .satisfies(e -> {
          assertThat(e.text()).isEqualTo("api runs on the host kernel");
          assertThat(e.place().orElseThrow().toString()).isEqualTo("a.yaml:9");
        });
    assertThat(risks.get(1).level()).isEqualTo(ResidualLevel.REDUCED);
  }

  @Test
  void closingTheFindingChangesTheRow() {
    Analysis before = analyze(pod("acme", "api", "hostIPC: false"));
    FixRun run = new Fixer(ANALYZER).fixAll(before, _ -> true, false, () -> false);

    assertThat(row(only(before), "edera-memory").level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(row(only(run.after()), "edera-memory").level()).isEqualTo(ResidualLevel.CONTROLLED);
    assertThat(only(run.after()).verdict()).startsWith("The only workload runs in a zone;");
  }

  @Test
  void whatNoManifestShowsKeepsARowFromBeingControlled() {
    RiskRow dom0 = row(only(analyze(pod("acme", "api", ZONED))), "dom0-kernel");

    assertThat(dom0.level()).isEqualTo(ResidualLevel.REDUCED);
    assertThat(dom0.evidence())
        .extracting(Evidence::state)
        .containsExactly(Evidence.State.IN_PLACE, Evidence.State.NOT_VISIBLE);
  }

  @Test
  void whatIsNotAnalysedYetIsNotAssessed() {
    TenantRisk risk = only(analyze(pod("acme", "api", ZONED)));

    assertThat(
            Stream.of(
                "physical-hardware",
                "network-fabric",
                "node-kubelet",
                "operator-network",
                "operator-secrets",
                "operator-limits"))
        .allSatisfy(id -> {
          assertThat(row(risk, id).level()).isEqualTo(ResidualLevel.NOT_ASSESSED);
          assertThat(row(risk, id).evidence())
              .extracting(Evidence::state)
              .contains(Evidence.State.NOT_ASSESSED);
        });
  }

  @Test
  void anUnknownValueIsNeverAPass() {
    TenantRisk risk =
        only(analyze(pod("acme", "api", "runtimeClassName: ${CLASS}\nhostNetwork: ${NET}")));

    assertThat(row(risk, "edera-memory").level()).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(row(risk, "operator-node").level()).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(risk.level()).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(risk.verdict()).isEqualTo("Where the only workload runs is not known.");
  }

  @Test
  void hostPathAndHostNetworkOpenTheRowsThatTheyTouchOnly() {
    TenantRisk risk =
        only(
            analyze(
                pod(
                    "acme",
                    "api",
                    ZONED
                        + "\nhostNetwork: true\nvolumes: [{name: log, hostPath: {path: /var/log}}]")));

    assertThat(rows(risk).filter(r -> r.level() == ResidualLevel.OPEN).map(RiskRow::id))
        .containsExactly(
            "dom0-kernel",
            "network-fabric",
            "node-kubelet",
            "edera-block-storage",
            "operator-network",
            "operator-node");
    assertThat(risk.verdict())
        .isEqualTo("The only workload runs in a zone, but api mounts files of the node.");
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

    assertThat(ResidualRisk.of(analysis).stream().flatMap(ResidualRiskTest::rows))
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
}
