package dev.zonewright.risk;

import static dev.zonewright.risk.RiskOfPods.ANALYZER;
import static dev.zonewright.risk.RiskOfPods.ZONED;
import static dev.zonewright.risk.RiskOfPods.analyze;
import static dev.zonewright.risk.RiskOfPods.only;
import static dev.zonewright.risk.RiskOfPods.pod;
import static dev.zonewright.risk.RiskOfPods.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualRiskTest {
  /** Policies that isolate all pods of a namespace. */
  private static String isolated(String namespace) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: deny, namespace: %s}
    spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
    """
        .formatted(namespace);
  }

  private static RiskRow row(TenantRisk tenant, String id) {
    return rows(tenant).filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  /** A role that gives nothing dangerous, so that it is known what accounts may do. */
  private static String role(String namespace) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: reader, namespace: %s}
    rules: [{apiGroups: [""], resources: [services], verbs: [get]}]
    """
        .formatted(namespace);
  }

  @Test
  void oneWorkloadOnTheHostKernelOpensWhatEderaWouldIsolate() {
    List<TenantRisk> risks =
        ResidualRisk.of(
            analyze(
                pod("acme", "api", "hostPID: false"),
                pod("acme", "job", ZONED),
                pod("globex", "db", ZONED),
                isolated("globex"),
                role("globex")));
    TenantRisk acme = risks.getFirst();

    assertThat(acme.level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(acme.verdict())
        .isEqualTo(
            "1 of 2 workloads shares the host kernel with globex; nothing below applies until "
                + "that is fixed.");
    assertThat(acme.edera()).hasSize(7).extracting(RiskRow::level).containsOnly(ResidualLevel.OPEN);
    assertThat(row(acme, "dom0-kernel").evidence().getFirst())
        .satisfies(e -> {
          assertThat(e.text()).isEqualTo("api runs on the host kernel");
          assertThat(e.place().orElseThrow().toString()).isEqualTo("a.yaml:9");
        });
    assertThat(risks.get(1).level()).isEqualTo(ResidualLevel.REDUCED);
  }

  @Test
  void aWorkloadWithoutANameIsCalledByItsKind() {
    TenantRisk risk = only(analyze(pod("acme", "''", "hostPID: false")));

    assertThat(row(risk, "edera-memory").evidence())
        .extracting(Evidence::text)
        .contains("Pod runs on the host kernel");
  }

  @Test
  void closingTheFindingChangesTheRow() {
    Analysis before = analyze(pod("acme", "api", "hostIPC: false"), isolated("acme"), role("acme"));
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
  void whatATenantLacksOpensOrReducesItsRows() {
    TenantRisk bare = only(analyze(pod("acme", "api", ZONED)));

    assertThat(rows(bare).map(RiskRow::level)).doesNotContain(ResidualLevel.NOT_ASSESSED);
    assertThat(row(bare, "operator-network").level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(row(bare, "node-kubelet").level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(row(bare, "operator-api").level()).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(row(bare, "operator-secrets").level()).isEqualTo(ResidualLevel.CONTROLLED);
    assertThat(row(bare, "operator-limits").level()).isEqualTo(ResidualLevel.REDUCED);

    TenantRisk kept = only(analyze(pod("acme", "api", ZONED), isolated("acme"), role("acme")));
    assertThat(row(kept, "operator-network").level()).isEqualTo(ResidualLevel.REDUCED);
    assertThat(row(kept, "operator-api").level()).isEqualTo(ResidualLevel.CONTROLLED);
  }

  @Test
  void whatARoleOfTheClusterGivesToAnAccountOpensItsTenant() {
    String give =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: all}
        rules: [{apiGroups: [""], resources: [secrets], verbs: [list]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: all}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all}
        subjects: [{kind: ServiceAccount, name: api, namespace: acme}]
        """;
    List<TenantRisk> risks =
        ResidualRisk.of(analyze(pod("acme", "api", ZONED), pod("globex", "db", ZONED), give));
    assertThat(row(risks.getFirst(), "operator-api").level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(row(risks.get(1), "operator-api").level()).isEqualTo(ResidualLevel.CONTROLLED);
  }

  @Test
  void aRoleThatNobodyIsBoundToLeavesNoTenantOpen() {
    String role = role("acme").replace("services", "secrets").replace("get", "list");
    String bind =
        """
        {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace: acme},
         roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader},
         subjects: [{kind: ServiceAccount, name: api, namespace: acme}]}
        """;
    TenantRisk nobody = only(analyze(pod("acme", "api", ZONED), role));
    assertThat(row(nobody, "operator-api").level()).isEqualTo(ResidualLevel.CONTROLLED);
    TenantRisk bound = only(analyze(pod("acme", "api", ZONED), role, bind));
    assertThat(row(bound, "operator-api").level()).isEqualTo(ResidualLevel.OPEN);
  }

  @Test
  void tenantsThatCanMeetShareTheirHardware() {
    String pooled = ZONED + "\nnodeSelector: {pool: %s}";
    List<TenantRisk> apart =
        ResidualRisk.of(
            analyze(
                pod("acme", "api", pooled.formatted("a")),
                pod("globex", "db", pooled.formatted("b"))));
    List<TenantRisk> together =
        ResidualRisk.of(analyze(pod("acme", "api", ZONED), pod("globex", "db", ZONED)));
    assertThat(row(apart.getFirst(), "physical-hardware").evidence().getFirst().state())
        .isEqualTo(Evidence.State.IN_PLACE);
    assertThat(row(together.getFirst(), "physical-hardware").evidence().getFirst().text())
        .contains("globex");
  }

  @Test
  void anUnknownValueIsNeverAPass() {
    TenantRisk risk =
        only(
            analyze(
                pod("acme", "api", "runtimeClassName: ${CLASS}\nhostNetwork: ${NET}"),
                isolated("acme"),
                role("acme")));

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
                        + "\n"
                        + "hostNetwork: true\n"
                        + "volumes: [{name: log, hostPath: {path: /var/log}}]"),
                isolated("acme"),
                role("acme")));

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
}
