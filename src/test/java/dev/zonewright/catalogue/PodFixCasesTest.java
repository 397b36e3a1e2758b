package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.yaml.edit.EditOutcome;
import org.junit.jupiter.api.Test;

/** Fixes of pods that Kubernetes would refuse, or not start, if they were made without a look. */
class PodFixCasesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: p
      spec:
        runtimeClassName: edera
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: c
            image: registry.example/c:1
            securityContext:
              allowPrivilegeEscalation: false
      """;

  private static String pod(String instead, String of) {
    assertThat(POD).contains(instead);
    return POD.replace(instead, of);
  }

  private static Finding only(String id, String text) {
    assertThat(find(id, text)).as(text).hasSize(1);
    return find(id, text).getFirst().finding();
  }

  private static String fixed(Fix fix, String text) {
    return switch (fix.on(text)) {
      case EditOutcome.Edited edited -> edited.text();
      case EditOutcome.Refused(String reason) -> "refused: " + reason;
    };
  }

  private static void expect(String id, FixSafety safety, String text, String after) {
    Fix fix = only(id, text).fixes().getFirst();
    assertThat(fix.safety()).isEqualTo(safety);
    assertThat(fixed(fix, text)).isEqualTo(after);
    assertThat(find(id, after)).isEmpty();
  }

  @Test
  void escalationStaysWhereKubernetesWouldRefuseToForbidIt() {
    String escalating = pod("allowPrivilegeEscalation: false", "capabilities: {add: [%s]}");
    Finding beside = only("privilege-escalation", escalating.formatted("CAP_SYS_ADMIN"));
    assertThat(beside.fixes()).isEmpty();
    assertThat(beside.guidance()).contains("CAP_SYS_ADMIN first");
    Finding hidden = only("privilege-escalation", escalating.formatted("\"${CAP}\""));
    assertThat(hidden.fixes()).isEmpty();
    assertThat(hidden.guidance()).startsWith("Fill in");
    assertThat(
            only("privilege-escalation", pod("allowPrivilegeEscalation: false", "privileged: ${P}"))
                .fixes())
        .isEmpty();
    expect(
        "privilege-escalation",
        FixSafety.REVIEW,
        escalating.formatted("SYS_ADMIN"),
        pod(
            "allowPrivilegeEscalation: false",
            "allowPrivilegeEscalation: false\n        capabilities: {add: [SYS_ADMIN]}"));
  }

  @Test
  void privilegeGoesWithEscalationOnlyAfterALook() {
    String text = pod("allowPrivilegeEscalation: false", "privileged: true");
    expect(
        "privilege-escalation",
        FixSafety.REVIEW,
        text,
        pod(
            "allowPrivilegeEscalation: false",
            "privileged: false\n        allowPrivilegeEscalation: false"));
  }

  @Test
  void theNameOfAProfileStaysBesideLocalhostOnly() {
    String profile = "{type: %s, localhostProfile: a.json}";
    String text = pod("{type: RuntimeDefault}", profile);
    expect("missing-seccomp-profile", FixSafety.REVIEW, text.formatted("Unconfined"), POD);
    expect(
        "missing-seccomp-profile",
        FixSafety.REVIEW,
        text.formatted("localhost"),
        text.formatted("Localhost"));
    expect(
        "missing-seccomp-profile",
        FixSafety.REVIEW,
        pod("{type: RuntimeDefault}", "{localhostProfile: a.json}"),
        pod("{type: RuntimeDefault}", "{localhostProfile: a.json, type: Localhost}"));
  }

  @Test
  void anAnnotationThatContradictsTheProfileGoes() {
    String pods = "seccomp.security.alpha.kubernetes.io/pod";
    String annotated = pod("  name: p\n", "  name: p\n  annotations: {%s: %s}\n");
    String without = "securityContext: {runAsNonRoot: true}";
    String context =
        "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}";
    expect(
        "missing-seccomp-profile",
        FixSafety.SAFE,
        annotated.formatted(pods, "unconfined").replace(context, without),
        POD);
    expect(
        "missing-seccomp-profile",
        FixSafety.SAFE,
        annotated.formatted(pods, "runtime/default").replace(context, without),
        annotated.formatted(pods, "runtime/default"));
    String own = "allowPrivilegeEscalation: false\n        seccompProfile: {type: %s}";
    expect(
        "missing-seccomp-profile",
        FixSafety.REVIEW,
        annotated
            .formatted("container.seccomp.security.alpha.kubernetes.io/c", "unconfined")
            .replace("allowPrivilegeEscalation: false", own.formatted("Unconfined")),
        pod("allowPrivilegeEscalation: false", own.formatted("RuntimeDefault")));
  }

  @Test
  void aWindowsPodMustNotHaveAProfile() {
    String text =
        pod("  runtimeClassName: edera\n", "  os: {name: windows}\n")
            .replace("{type: RuntimeDefault}", "{type: Unconfined}");
    expect(
        "missing-seccomp-profile",
        FixSafety.SAFE,
        text,
        text.replace(", seccompProfile: {type: Unconfined}", ""));
  }

  @Test
  void hostNetworkStaysUntilNoHostProcessNeedsIt() {
    String text =
        pod(
            "  runtimeClassName: edera\n",
            "  os: {name: windows}\n  hostNetwork: true\n  hostUsers: true\n");
    assertThat(only("host-network", text).fixes()).hasSize(1);
    String process =
        text.replace("allowPrivilegeEscalation: false", "windowsOptions: {hostProcess: true}");
    Finding finding = only("host-network", process);
    assertThat(finding.fixes()).isEmpty();
    assertThat(finding.guidance()).contains("hostProcess first");
    expect(
        "windows-host-process",
        FixSafety.REVIEW,
        process,
        process.replace(
            "      securityContext:\n        windowsOptions: {hostProcess: true}\n", ""));
  }

  @Test
  void hostProcessGoesEverywhereOrNowhere() {
    String both =
        pod("runAsNonRoot: true,", "windowsOptions: {hostProcess: true},")
            .replace("allowPrivilegeEscalation: false", "windowsOptions: {hostProcess: %s}");
    assertThat(find("windows-host-process", both.formatted("true")))
        .hasSize(2)
        .allSatisfy(f ->
            assertThat(fixed(f.finding().fixes().getFirst(), both.formatted("true")))
                .doesNotContain("hostProcess"));
    Finding finding = only("windows-host-process", both.formatted("\"${X}\""));
    assertThat(finding.fixes()).isEmpty();
    assertThat(finding.guidance()).startsWith("Fill in hostProcess");
  }

  @Test
  void whatIsGoneIsNotRemovedAgain() {
    String text =
        pod("runAsNonRoot: true,", "windowsOptions: {hostProcess: true, runAsUserName: a},");
    Fix fix = only("windows-host-process", text).fixes().getFirst();
    String after = text.replace("{hostProcess: true, runAsUserName: a}", "{runAsUserName: a}");
    assertThat(fixed(fix, text)).isEqualTo(after);
    assertThat(fixed(fix, after)).isEqualTo(after);
  }

  @Test
  void nobodyIsRootAfterTheFix() {
    String own = "allowPrivilegeEscalation: false\n        ";
    expect(
        "root-user",
        FixSafety.REVIEW,
        pod("allowPrivilegeEscalation: false", own + "runAsUser: 0"),
        POD);
    expect(
        "root-user",
        FixSafety.REVIEW,
        pod("runAsNonRoot: true, ", "runAsUser: 0, "),
        pod("runAsNonRoot: true, ", "").replace("Default}}", "Default}, runAsNonRoot: true}"));
    expect(
        "root-user",
        FixSafety.REVIEW,
        pod("{runAsNonRoot: true, ", "{")
            .replace("allowPrivilegeEscalation: false", own + "runAsUser: 0"),
        pod("{runAsNonRoot: true, ", "{")
            .replace("allowPrivilegeEscalation: false", own + "runAsNonRoot: true"));
  }

  @Test
  void aUserWithANumberIsHeldToItUnasked() {
    String user = pod("{runAsNonRoot: true, ", "{runAsUser: 1000, ");
    expect("root-user", FixSafety.SAFE, user, user + "        runAsNonRoot: true\n");
    assertThat(only("root-user", user).guidance()).isEmpty();
    Finding unknown =
        only(
            "root-user",
            user.replace("1000", "${UID}").replace("{runAsUser: ${UID}", "{runAsUser: \"${UID}\""));
    assertThat(unknown.fixes().getFirst().safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(unknown.guidance()).isNotEmpty();
  }

  @Test
  void aUserOfTheWrongTypeIsForAPersonToWrite() {
    Finding finding =
        only("root-user", pod("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: \"0\""));
    assertThat(finding.fixes()).isEmpty();
    assertThat(finding.guidance()).contains("number of a user");
  }
}
