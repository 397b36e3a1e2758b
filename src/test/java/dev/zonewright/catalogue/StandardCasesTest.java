package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.yaml.edit.EditOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rare cases of the controls that speak for single checks of the Pod Security Standards. */
class StandardCasesTest {
  private static String pod(String more) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: p}
    spec:
      runtimeClassName: edera
    """
        + more.indent(2);
  }

  private static String container(String more) {
    return pod("containers:\n  - name: app\n    image: registry.example/app:1\n" + more.indent(4));
  }

  private static String fixed(String id, String text) {
    Control control = ControlCatalogue.byId(id).orElseThrow();
    return new Reviewed(Reviewed.of(text).fixed(control).after()).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unsafe-proc-mount       | {containers: [{name: a, securityContext: {procMount: "${X}"}}]}
          unsafe-sysctl           | {securityContext: {sysctls: [{name: "${X}"}]}, containers: []}
          unsafe-selinux-options  | {securityContext: {seLinuxOptions: {type: "${X}"}}, containers: []}
          unsafe-selinux-options  | {securityContext: {seLinuxOptions: {role: "${X}"}}, containers: []}
          unsafe-selinux-options  | {containers: [{name: a, securityContext: {seLinuxOptions: "${X}"}}]}
          unsafe-apparmor-profile | {securityContext: {appArmorProfile: "${X}"}, containers: []}
          unsafe-apparmor-profile | {containers: [{name: a, securityContext: {appArmorProfile: {type: "${X}"}}}]}
          probe-host              | {containers: [{name: a, readinessProbe: {tcpSocket: {host: "${X}", port: 1}}}]}
          probe-host              | {containers: [{name: a, lifecycle: {preStop: {httpGet: "${X}"}}}]}
          host-path-behind-claim  | {volumes: [{name: v, persistentVolumeClaim: {claimName: "${X}"}}], containers: []}
          host-path-behind-claim  | {volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: "${X}"}}}}], containers: []}
          """,
      quoteCharacter = '\'')
  void aPlaceholderIsUndeterminedAndSaidOnce(String id, String spec) {
    String text = "kind: Pod\nspec: %s\n".formatted(spec);
    assertThat(find("undetermined-value", text)).as(text).hasSize(1);
    assertThat(find(id, text)).as(text).isEmpty();
  }

  @Test
  void aPlaceholderForTheProfileOfAnAnnotationIsUndetermined() {
    String text =
        """
        kind: Pod
        metadata:
          annotations:
            container.apparmor.security.beta.kubernetes.io/app: ${PROFILE}
        spec: {containers: []}
        """;
    assertThat(find("undetermined-value", text)).hasSize(1);
    assertThat(find("unsafe-apparmor-profile", text)).isEmpty();
    assertThat(find("unsafe-apparmor-profile", text.replace("${PROFILE}", "unconfined")))
        .extracting(f -> f.finding().container())
        .containsExactly("app");
  }

  @Test
  void nothingIsFoundWhereAMappingIsMissingButThatIsSaid() {
    String text = container("securityContext:\n  appArmorProfile: Unconfined\n");
    assertThat(find("unsafe-apparmor-profile", text)).isEmpty();
    assertThat(find("undetermined-value", text)).hasSize(1);
  }

  @Test
  void whetherAUserNamespaceExcusesIsNotAssumed() {
    String unmasked = container("securityContext: {procMount: Unmasked}\n");
    assertThat(find("unsafe-proc-mount", unmasked + "  hostUsers: ${X}\n"))
        .extracting(f -> f.finding().severity())
        .containsExactly(Severity.MEDIUM);
    assertThat(find("undetermined-value", unmasked + "  hostUsers: ${X}\n")).hasSize(1);
    assertThat(find("unsafe-proc-mount", unmasked + "  hostUsers: false\n"))
        .extracting(f -> f.finding().severity())
        .containsExactly(Severity.LOW);
  }

  @Test
  void aValueOfTheWrongTypeIsUndeterminedAndCanBeRemoved() {
    String text = container("securityContext: {procMount: 5}\n");
    Finding finding = find("unsafe-proc-mount", text).getFirst().finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(fixed("unsafe-proc-mount", text)).isEqualTo(container(""));
  }

  @Test
  void aSysctlWithoutANameGoesAsAWhole() {
    String text =
        pod("securityContext:\n  sysctls:\n    - value: \"1\"\n  runAsUser: 7\ncontainers: []\n");
    assertThat(find("unsafe-sysctl", text)).hasSize(1);
    assertThat(fixed("unsafe-sysctl", text))
        .isEqualTo(pod("securityContext:\n  runAsUser: 7\ncontainers: []\n"));
  }

  @Test
  void saysWhichSysctlsNoPodCanSet() {
    String text = pod("securityContext: {sysctls: [{name: %s}]}\ncontainers: []\n");
    assertThat(message("unsafe-sysctl", text.formatted("kernel.shm_max")))
        .contains("unless it is set up");
    assertThat(message("unsafe-sysctl", text.formatted("net/core/somaxconn")))
        .contains("unless it is set up");
    assertThat(message("unsafe-sysctl", text.formatted("vm.swappiness"))).contains("whole kernel");
  }

  private static String message(String id, String text) {
    return find(id, text).getFirst().finding().message();
  }

  @Test
  void theContainerStaysWhateverIsTakenFromIt() {
    String text =
        pod("containers:\n  - securityContext: {seLinuxOptions: {user: a, role: b, type: c}}\n");
    assertThat(find("unsafe-selinux-options", text)).hasSize(3);
    assertThat(fixed("unsafe-selinux-options", text)).isEqualTo(pod("containers:\n  - {}\n"));
  }

  @Test
  void aFixMadeTwiceTakesNothingMore() {
    String text = container("securityContext: {seLinuxOptions: {type: spc_t, level: s0}}\n");
    Fix fix = find("unsafe-selinux-options", text).getFirst().finding().fixes().getFirst();
    String once = container("securityContext: {seLinuxOptions: {level: s0}}\n");
    assertThat(fix.on(text))
        .isInstanceOfSatisfying(
            EditOutcome.Edited.class, edited -> assertThat(edited.text()).isEqualTo(once));
    assertThat(fix.on(once))
        .isInstanceOfSatisfying(
            EditOutcome.Edited.class, edited -> assertThat(edited.text()).isEqualTo(once));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 81, false, REVIEW",
    "localhost, 80, false, SAFE",
    "127.0.0.1, 81, true, REVIEW",
    "10.0.0.1, 80, false, SAFE",
    "10.0.0.1, 80, '${X}', REVIEW",
    "10.0.0.1, 80, true, REVIEW",
    "10.0.0.1, web, false, SAFE",
    "10.0.0.1, 3306, false, REVIEW",
  })
  void aProbeOfAnotherMachineIsNotTurnedUnasked(
      String host, String port, String hostNetwork, FixSafety safety) {
    String text =
        container(
                """
                ports: [{containerPort: 80, name: web}]
                readinessProbe: {tcpSocket: {host: %s, port: %s}}
                """
                    .formatted(host, port))
            + "  hostNetwork: %s\n".formatted(hostNetwork);
    assertThat(find("probe-host", text).getFirst().finding().fixes())
        .extracting(fix -> fix.safety())
        .containsExactly(safety);
  }

  @Test
  void aProbeIsNeverLeftWithoutAPort() {
    String text = container("livenessProbe: {httpGet: {host: localhost}}\n");
    Finding finding = find("probe-host", text).getFirst().finding();
    assertThat(finding.fixes()).isEmpty();
    assertThat(finding.guidance()).contains("port");
  }

  @ParameterizedTest
  @CsvSource({"${X}, UNDETERMINED, 0", "node, UNDETERMINED, 0", "{}, VIOLATED, 1"})
  void aClassIsJudgedByItsOwnNodeSelector(String selector, Verdict verdict, int fixes) {
    String text =
        """
        kind: RuntimeClass
        metadata: {name: zone}
        handler: edera
        scheduling:
          nodeSelector: %s
        """
            .formatted(selector);
    Finding finding = find("unschedulable-runtime-class", text).getFirst().finding();
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.fixes()).hasSize(fixes);
    assertThat(find("unschedulable-runtime-class", text.replace("edera", "runc"))).isEmpty();
  }
}
