package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a comment speaks of what a fix takes away or changes decides whether it is safe. */
class RemarkedTest {
  private static final String HEAD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
      """;

  private static final String TAIL =
      """
        containers:
          - name: api
            image: registry.example/api:1
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  private Fix fixOf(String control, String text) {
    return analyzer.analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
        .map(LocatedFinding::finding)
        .filter(f -> f.control().id().equals(control))
        .findFirst()
        .orElseThrow()
        .fixes()
        .getFirst();
  }

  private static String pod(String lines) {
    return HEAD + lines.indent(2) + TAIL;
  }

  @Test
  void withoutACommentItIsSafe() {
    assertThat(fixOf("host-pid", pod("hostPID: true")).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aFixForReviewSaysBesideItsReasonWhichCommentSpeaksOfIt() {
    String outside = pod("hostPID: true").replace("  runtimeClassName: edera\n", "");
    Fix plain = fixOf("host-pid", outside);
    Fix remarked =
        fixOf("host-pid", outside.replace("hostPID: true", "hostPID: true # strace needs it"));
    assertThat(plain.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(plain.reason()).isNotEmpty();
    assertThat(remarked.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(remarked.reason())
        .isEqualTo(plain.reason() + "; a comment mentions it: “# strace needs it”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // directly above
        "# strace needs it\nhostPID: true",
        // at the end of the line
        "hostPID: true   # remove me",
        // in another column than the key
        "dnsPolicy: Default\nhostPID: true\n    # strace needs it",
        // a sentence that names the key as YAML would
        "# hostPID: needed for the old debugger, see RUN-12\nhostPID: true",
        "# todo: remove when strace is gone\nhostPID: true",
        // a reason with its points
        "# Why the pod has hostPID:\n# - strace\n# - gdb\nhostPID: true",
        // above the keys of its kind
        "# for the debugger:\n# ports too\nhostNetwork: true\nhostPID: true",
        "# both are for the debugger\nhostNetwork: true\nhostPID: true",
        // elsewhere in what holds it
        "# hostPID below is for strace\nrestartPolicy: Never\n\nhostPID: true",
      })
  void aCommentThatSpeaksOfTheKeyMakesItOneForReview(String lines) {
    Fix fix = fixOf("host-pid", pod(lines));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).startsWith("a comment mentions it: “#").endsWith("”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // headings of sections
        "# ---------- processes ----------\nhostPID: true",
        "# ===============\n# Processes\n# ===============\nhostPID: true",
        // apart by a blank line
        "# (ask the platform team before you change any of this)\n\nhostPID: true",
        // YAML that is commented out
        "# hostPID: false\nhostPID: true",
        "#hostIPC: true\nhostPID: true",
        "# Only on these nodes:\n# nodeSelector:\n#   pool: probes\nhostPID: true",
        "# tolerations:\n# - operator: Exists\nhostPID: true",
        "# args: [\n#   run the probe\n# ]\nhostPID: true",
        // of another key
        "# the debugger looks at ports\nhostNetwork: true\nhostPID: true",
        "# how long we wait\nterminationGracePeriodSeconds: 30\nhostPID: true",
        "hostPID: true\n# how long we wait\nterminationGracePeriodSeconds: 30",
        // a mark within a value
        "hostname: 'a # hostPID is no comment'\nhostPID: true",
      })
  void whatSpeaksOfSomethingElseDoesNot(String lines) {
    assertThat(fixOf("host-pid", pod(lines)).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void theHeadOfTheDocumentCountsWhereItNamesTheKey() {
    String text = pod("hostPID: true");
    assertThat(fixOf("host-pid", "# The pod needs host PID for strace.\n" + text).safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(fixOf("host-pid", "# The pod of the shop.\n" + text).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aValueThatIsChangedCountsAsOneThatGoes() {
    String text =
        pod("")
            + """
            securityContext:
              allowPrivilegeEscalation: true # the plugin starts helpers
            """
                .indent(6);
    assertThat(fixOf("privilege-escalation", text).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void commentsWithinWhatGoesCount() {
    String text =
        pod("")
            + """
            securityContext:
              runAsUser: 1000
              capabilities:
                drop:
                  # raw sockets are not needed
                  - NET_RAW
            """
                .indent(6);
    assertThat(fixOf("undropped-capabilities", text).safety()).isEqualTo(FixSafety.REVIEW);
    String other = text.replace("# raw sockets are not needed", "# - SYS_TIME");
    assertThat(fixOf("undropped-capabilities", other).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fixOf("undropped-capabilities", text.replaceAll("# raw.*\\n *", "")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatOnlyComesInIsSafeBesideCommentsOfOthers() {
    String text = pod("") + "      # the port\n      ports: [{containerPort: 8080}] # http\n";
    assertThat(fixOf("privilege-escalation", text).safety()).isEqualTo(FixSafety.SAFE);
    assertThat(
            fixOf(
                    "privilege-escalation",
                    text.replace("the port", "no allowPrivilegeEscalation: setuid"))
                .safety())
        .isEqualTo(FixSafety.REVIEW);
  }
}
