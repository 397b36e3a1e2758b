package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import org.junit.jupiter.api.Test;

/** What the pages leave out because it is rare. */
class ControlCasesTest {
  private static final String IN_ZONE =
      "apiVersion: v1\nkind: Pod\nspec:\n  runtimeClassName: edera\n";

  private static Control control(String id) {
    return ControlCatalogue.byId(id).orElseThrow();
  }

  private static String fixed(String id, String text) {
    return new Reviewed(Reviewed.of(text).fixed(control(id)).after()).text();
  }

  /** The text after one of the fixes of the only finding. */
  private static String applied(String id, int fix, String text) {
    Reviewed reviewed = Reviewed.of(text);
    LocatedFinding finding = reviewed.of(control(id)).toList().getFirst();
    FixOutcome outcome =
        Fixer.apply(
            reviewed.analysis().manifests().getFirst(),
            finding,
            finding.finding().fixes().get(fix));
    return switch (outcome) {
      case FixOutcome.Applied applied -> applied.after().stream().text();
      case FixOutcome.Refused(String reason) -> "refused: " + reason;
    };
  }

  @Test
  void nullIsUnset() {
    String text =
        IN_ZONE
            + """
              hostNetwork:
              hostPID: null
              automountServiceAccountToken: ~
              volumes:
                - name: a
                  hostPath:
            """;
    assertThat(find("host-network", text)).isEmpty();
    assertThat(find("host-pid", text)).isEmpty();
    assertThat(find("host-path-volume", text)).isEmpty();
    assertThat(find("disallowed-volume-type", text)).isEmpty();
    assertThat(find("undetermined-value", text)).isEmpty();
    assertThat(find("mounted-service-account-token", text)).hasSize(1);
  }

  @Test
  void offersTheNameEderaOnlyWhereItLeadsToEdera() {
    String pod = "\n---\napiVersion: v1\nkind: Pod\nspec: {containers: []}\n";
    String taken = "kind: RuntimeClass\nmetadata: {name: edera}\nhandler: runc\n";
    String other = "---\nkind: RuntimeClass\nmetadata: {name: zone}\nhandler: edera\n";
    assertThat(find("missing-edera-runtime", taken + pod).getFirst().finding().fixes()).isEmpty();
    assertThat(fixed("missing-edera-runtime", taken + other + pod))
        .contains("runtimeClassName: zone");
  }

  @Test
  void anUnknownHandlerLeavesTheZoneUndetermined() {
    String text =
        """
        kind: RuntimeClass
        metadata: {name: vm}
        handler: ${HANDLER}
        ---
        kind: Pod
        spec: {runtimeClassName: vm}
        """;
    Finding finding = find("missing-edera-runtime", text).getFirst().finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(find("undetermined-value", text)).hasSize(1);
  }

  @Test
  void movesAnAnnotationOnlyWhereNothingContradictsIt() {
    String text =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          annotations: {dev.edera/virt-backend: pv}
        spec:
          jobTemplate:
            spec:
              template:
                metadata:
                  annotations: {dev.edera/virt-backend: pvh}
                spec: {}
        """;
    assertThat(applied("misplaced-edera-annotation", 0, text))
        .isEqualTo("refused: dev.edera/virt-backend is already there with another value");
    assertThat(applied("misplaced-edera-annotation", 0, text.replace("pvh", "pv")))
        .isEqualTo(
            text.replace("pvh", "pv")
                .replace("  annotations: {dev.edera/virt-backend: pv}\nspec", "spec")
                .replace("metadata:\nspec", "metadata: {}\nspec"));
  }

  @Test
  void findsAnAnnotationBetweenTheObjectAndItsPod() {
    String text =
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            metadata: {annotations: {dev.edera/cpu: "2"}}
            spec: {template: {spec: {}}}
        """;
    assertThat(find("misplaced-edera-annotation", text))
        .extracting(f -> f.finding().path().toString())
        .containsExactly("spec.jobTemplate.metadata.annotations['dev.edera/cpu']");
  }

  @Test
  void theKernelNamedOnTheControllerIsTheOneSetOnThePod() {
    String text =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          annotations:
            dev.edera/kernel: registry.example/kernel:6.18
        spec:
          template:
            spec:
              runtimeClassName: edera
        """;
    String once = fixed("unmanaged-zone-kernel", text);
    assertThat(once).contains("        dev.edera/kernel: registry.example/kernel:6.18");
    assertThat(find("misplaced-edera-annotation", fixed("misplaced-edera-annotation", once)))
        .isEmpty();
  }

  @Test
  void leavesEscalationAloneBesideCapSysAdmin() {
    String text =
        IN_ZONE
            + """
              containers:
                - name: app
                  securityContext: {privileged: true, capabilities: {add: [CAP_SYS_ADMIN]}}
            """;
    assertThat(fixed("privileged-container", text))
        .isEqualTo(text.replace("privileged: true", "privileged: false"));
  }

  @Test
  void removesAVolumeWithItsMountsInEveryContainer() {
    String text =
        IN_ZONE
            + """
              initContainers:
                - name: init
                  volumeMounts:
                    - {name: logs, mountPath: /logs}
                    - {name: tmp, mountPath: /tmp}
                    - {name: logs, mountPath: /logs2}
              containers:
                - name: app
                  image: x
                  volumeMounts:
                    - {name: logs, mountPath: /logs}
              volumes:
                - name: tmp
                - name: logs
                  hostPath: {path: /var/log}
            """;
    assertThat(applied("host-path-volume", 1, text))
        .isEqualTo(
            IN_ZONE
                + """
                  initContainers:
                    - name: init
                      volumeMounts:
                        - {name: tmp, mountPath: /tmp}
                  containers:
                    - name: app
                      image: x
                  volumes:
                    - name: tmp
                """);
  }

  @Test
  void windowsPodsHaveNoCapabilitiesAndNoZone() {
    String text = "kind: Pod\nspec: {os: {name: windows}, containers: [{name: a}]}\n";
    assertThat(find("undropped-capabilities", text)).isEmpty();
    assertThat(find("missing-edera-runtime", text).getFirst().finding().fixes()).isEmpty();
  }

  @Test
  void whatDropsAllInOtherLettersDropsAllAlready() {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers:
            - name: a
              image: r.example/cart:1
              ports: [{containerPort: 80}]
              securityContext:
                capabilities: {drop: [all], add: [NET_BIND_SERVICE]}
        """;
    Finding finding = find("undropped-capabilities", text).getFirst().finding();
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.message()).contains("“all”").doesNotContain("zone");
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(FixSafety.SAFE);
    assertThat(fixed("undropped-capabilities", text)).contains("{drop: [ALL], add: [NET_BIND");
  }

  @Test
  void capabilitiesAreReadWhateverTheirSpelling() {
    String text =
        IN_ZONE
            + """
              containers:
                - name: a
                  securityContext:
                    capabilities: {add: [sys_admin, CAP_BPF, NET_RAW, FROBNICATE, 7]}
            """;
    assertThat(find("added-capability", text))
        .extracting(f -> f.finding().severity())
        .containsExactly(
            Severity.HIGH, Severity.HIGH, Severity.MEDIUM, Severity.MEDIUM, Severity.MEDIUM);
    assertThat(find("added-capability", text).getLast().finding().verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void theServiceAccountIsFollowedInItsOwnNamespace() {
    String account =
        """
        kind: ServiceAccount
        metadata: {name: default, namespace: %s}
        automountServiceAccountToken: false
        ---
        """;
    String pod = "kind: Pod\nmetadata: {namespace: a}\nspec: {containers: []}\n";
    assertThat(find("mounted-service-account-token", account.formatted("a") + pod)).isEmpty();
    assertThat(find("mounted-service-account-token", account.formatted("b") + pod)).hasSize(1);
  }

  @Test
  void aVolumeWithTwoTypesIsUndetermined() {
    String text = IN_ZONE + "  volumes: [{name: a, emptyDir: {}, configMap: {name: b}}]\n";
    assertThat(find("disallowed-volume-type", text))
        .extracting(f -> f.finding().verdict())
        .containsExactly(Verdict.UNDETERMINED);
    assertThat(find("disallowed-volume-type", text.replace("emptyDir", "hostPath"))).isEmpty();
  }

  @Test
  void aListOfManyObjectsIsFixedToItsEnd() {
    String text = "kind: List\nitems:\n" + "  - {kind: Pod, spec: {hostPID: true}}\n".repeat(60);
    assertThat(fixed("host-pid", text)).isEqualTo(text.replace("hostPID: true", ""));
  }

  @Test
  void aKeyIsNotCorrectedToOneThatStandsThereWithAnotherValue() {
    String text =
        """
        kind: Pod
        metadata: {annotations: {dev.edera/kernel: a, dev.edera/kernal: b}}
        spec: {}
        """;
    Finding both = find("misplaced-edera-annotation", text).getFirst().finding();
    assertThat(both.fixes()).isEmpty();
    assertThat(both.guidance()).contains("is set too");
    assertThat(
            find("misplaced-edera-annotation", text.replace(": b", ": a"))
                .getFirst()
                .finding()
                .fixes())
        .hasSize(1);
  }
}
