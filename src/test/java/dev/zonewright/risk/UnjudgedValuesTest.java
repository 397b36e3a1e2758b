package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A placeholder hides all that should stand below it, and no row that needs it may pass. */
class UnjudgedValuesTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private static final String AGENT =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: helper
        namespace: acme
        labels: {zonewright.dev/workload: agent}
        annotations: {dev.edera/kernel: "ghcr.io/edera-dev/zone-kernel:latest"}
      spec:
        runtimeClassName: edera
        automountServiceAccountToken: false
        hostPID: false
        hostIPC: false
        hostNetwork: false
        volumes: []
        containers:
          - name: main
            image: registry.example/main:1
            securityContext:
              privileged: false
              capabilities: {drop: [ALL], add: []}
      """;

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  /** What a tenant needs beside the agent, so that its rows hang on the agent alone. */
  private static final String TENANT =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: acme}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader, namespace: acme}
      rules: [{apiGroups: [""], resources: [services], verbs: [get]}]
      """;

  private static TenantRisk risk(String text) {
    return ResidualRisk.of(ANALYZER.analyze(List.of(Manifest.of("a.yaml", text + TENANT))))
        .getFirst();
  }

  private static ResidualLevel level(String text, String row) {
    return risk(text).rows().stream()
        .filter(r -> r.id().equals(row))
        .findFirst()
        .orElseThrow()
        .level();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runtimeClassName: edera             | runtimeClassName: ${X}       | edera-memory
          hostPID: false                      | hostPID: ${X}                | edera-pid-namespace
          hostIPC: false                      | hostIPC: ${X}                | edera-ipc-namespace
          hostNetwork: false                  | hostNetwork: ${X}            | network-fabric
          hostNetwork: false                  | hostNetwork: ${X}            | agent-exfiltration
          hostNetwork: false                  | hostNetwork: "true"          | operator-node
          volumes: []                         | volumes: ${X}                | edera-block-storage
          volumes: []                         | volumes: ${X}                | dom0-kernel
          volumes: []                         | volumes: [{name: v, hostPath: "${X}"}] | dom0-kernel
          automountServiceAccountToken: false | automountServiceAccountToken: ${X} | operator-api
          privileged: false                   | privileged: ${X}             | edera-xenstore
          privileged: false                   | privileged: ${X}             | agent-code-execution
          [ALL]                               | ["${X}"]                     | agent-code-execution
          "{drop: [ALL], add: []}"            | ${X}                         | agent-code-execution
          "{dev.edera/kernel: \"ghcr.io/edera-dev/zone-kernel:latest\"}" | ${X} | edera-kernel
          """,
      quoteCharacter = '\'')
  void noRowPassesOnAPlaceholder(String value, String unknown, String row) {
    String instead = unquoted(value);
    assertThat(AGENT).contains(instead);
    assertThat(level(AGENT, row)).isNotIn(ResidualLevel.OPEN, ResidualLevel.UNDETERMINED);

    assertThat(level(AGENT.replace(instead, unknown), row))
        .isIn(ResidualLevel.UNDETERMINED, ResidualLevel.OPEN);
  }

  @Test
  void aValueThatNoRowIsMadeOfChangesNone() {
    String unknown =
        AGENT
            .replace("annotations: {", "annotations: {" + APP_ARMOR + "main: '${X}', ")
            .replace("hostPID: false", "hostPID: false\n  hostUsers: ${X}")
            .replace(
                "volumes: []", "volumes: [{name: v, persistentVolumeClaim: {claimName: '${X}'}}]")
            .replace("securityContext:", "securityContext:\n        procMount: ${X}")
            .replace(
                "name: main\n",
                "name: main\n      livenessProbe: {httpGet: {host: '${X}', port: 1}}\n");
    assertThat(ANALYZER.analyze(List.of(Manifest.of("a.yaml", unknown + TENANT))).findings())
        .filteredOn(f -> f.finding().control().id().equals("undetermined-value"))
        .hasSize(5);
    assertThat(risk(unknown).rows())
        .extracting(row -> row.id() + " " + row.level())
        .isEqualTo(
            risk(
                    AGENT.replace(
                        "volumes: []",
                        "volumes: [{name: v, persistentVolumeClaim: {claimName: v}}]"))
                .rows()
                .stream()
                .map(row -> row.id() + " " + row.level())
                .toList());
  }

  private static String unquoted(String value) {
    return value.startsWith("\"{")
        ? value.substring(1, value.length() - 1).replace("\\\"", "\"")
        : value;
  }

  @Test
  void aContainerListThatIsNotKnownHidesEveryContainer() {
    String hidden = AGENT.substring(0, AGENT.indexOf("  containers:")) + "  containers: ${X}\n";

    assertThat(level(hidden, "edera-xenstore")).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(level(hidden, "agent-code-execution")).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(level(hidden, "edera-memory")).isEqualTo(ResidualLevel.CONTROLLED);
  }

  @Test
  void aPinnedZoneKernelIsNoUnknownValueButWhoRenewsItIsNotVisible() {
    String pinned = AGENT.replace("zone-kernel:latest", "zone-kernel@sha256:" + "a".repeat(64));

    assertThat(level(AGENT, "edera-kernel")).isEqualTo(ResidualLevel.CONTROLLED);
    assertThat(level(pinned, "edera-kernel")).isEqualTo(ResidualLevel.REDUCED);
  }

  @Test
  void aDocumentThatCannotBeReadIsNamedInEveryVerdict() {
    assertThat(risk(AGENT + "---\nkind: [\n").verdict())
        .endsWith(" 1 document could not be read and is not counted.");
    assertThat(risk(AGENT).verdict()).doesNotContain("could not be read");
  }

  @Test
  void noRowIsControlledBesideADocumentThatCannotBeRead() {
    String unread = AGENT + "---\nkind: [\n";

    assertThat(level(AGENT, "edera-memory")).isEqualTo(ResidualLevel.CONTROLLED);
    assertThat(level(unread, "edera-memory")).isEqualTo(ResidualLevel.UNDETERMINED);
    assertThat(risk(unread).rows()).noneMatch(r -> r.level() == ResidualLevel.CONTROLLED);
    assertThat(risk(unread).rows().stream().flatMap(r -> r.evidence().stream()))
        .extracting(Evidence::text)
        .contains("a document that could not be read may hold anything");
    assertThat(level(unread, "dom0-kernel")).isEqualTo(level(AGENT, "dom0-kernel"));
  }
}
