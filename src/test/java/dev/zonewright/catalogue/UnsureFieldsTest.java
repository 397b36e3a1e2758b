package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that may turn out true, and files that only their tool may change. */
class UnsureFieldsTest {
  private static final String ZONE = "missing-edera-runtime";
  private static final String TOKEN = "mounted-service-account-token";

  private static Fix first(String control, String text) {
    return new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .findFirst()
            .orElseThrow()
            .finding()
            .fixes()
            .getFirst();
  }

  private static Fix ofSpec(String control, String annotations, String spec) {
    return first(
        control,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}, annotations: {%s}}
        spec: {%s}
        """
            .formatted(annotations, spec));
  }

  private static Fix ofContainer(String control, String container) {
    return ofSpec(
        control, "", "containers: [{name: c, image: 'r.example/a:1', %s}]".formatted(container));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostPID: '${PID}'",
        "hostPID: 'true'",
        "hostIPC: 'yes'",
        "hostNetwork: {{ .Values.host }}"
      })
  void aFieldThatMayTurnOutTrueCountsAsTrue(String field) {
    String spec = field + ", containers: [{name: c, image: 'r.example/a:1'}]";
    assertThat(ofSpec(ZONE, "", spec).safety()).isEqualTo(FixSafety.REVIEW);
    if (!field.startsWith("hostIPC")) {
      assertThat(ofSpec(TOKEN, "", spec).safety()).isEqualTo(FixSafety.REVIEW);
    }
    String privileged = "securityContext: {privileged: %s}".formatted(field.split(": ")[1]);
    if (!field.contains("{{")) {
      assertThat(ofContainer(ZONE, privileged).safety()).isEqualTo(FixSafety.REVIEW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostPID: 'false'", "hostNetwork: ", "hostIPC: 'Off'"})
  void aFieldThatIsMeantToBeFalseDoesNot(String field) {
    String spec = field + ", containers: [{name: c, image: 'r.example/a:1'}]";
    assertThat(ofSpec(ZONE, "", spec).safety()).isEqualTo(FixSafety.SAFE);
    Fix escalation = ofContainer("privilege-escalation", "securityContext: {privileged: 'false'}");
    assertThat(escalation.safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aFileThatSopsHasSignedIsNotChangedUnasked() {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec: {containers: [{name: c, image: 'r.example/a:1'}]}
        sops: {version: 3.9.0, mac: 'ENC[AES256_GCM,data:eA==,type:str]'}
        """;
    for (String control : List.of(ZONE, TOKEN, "missing-seccomp-profile")) {
      assertThat(first(control, text).safety()).isEqualTo(FixSafety.REVIEW);
      assertThat(first(control, text).reason()).contains("SOPS");
      assertThat(first(control, text.replace("mac:", "mac_only_encrypted: true, mac:")).safety())
          .isEqualTo(FixSafety.SAFE);
    }
  }
}
