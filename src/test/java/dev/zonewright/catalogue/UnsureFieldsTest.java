package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that may turn out true, and files that only their tool may change. */
class UnsureFieldsTest {
  private static final String ZONE = "missing-edera-runtime";
  private static final String TOKEN = "mounted-service-account-token";

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
    assertThat(FirstFix.ofSpec(ZONE, "", spec).safety()).isEqualTo(FixSafety.REVIEW);
    if (!field.startsWith("hostIPC")) {
      assertThat(FirstFix.ofSpec(TOKEN, "", spec).safety()).isEqualTo(FixSafety.REVIEW);
    }
    String privileged = "securityContext: {privileged: %s}".formatted(field.split(": ")[1]);
    if (!field.contains("{{")) {
      assertThat(FirstFix.ofContainer(ZONE, privileged).safety()).isEqualTo(FixSafety.REVIEW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostPID: 'false'", "hostNetwork: ", "hostIPC: 'Off'"})
  void aFieldThatIsMeantToBeFalseDoesNot(String field) {
    String spec = field + ", containers: [{name: c, image: 'r.example/a:1'}]";
    assertThat(FirstFix.ofSpec(ZONE, "", spec).safety()).isEqualTo(FixSafety.SAFE);
    Fix escalation =
        FirstFix.ofContainer("privilege-escalation", "securityContext: {privileged: 'false'}");
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
      assertThat(FirstFix.in(control, text).safety()).isEqualTo(FixSafety.REVIEW);
      assertThat(FirstFix.in(control, text).reason()).contains("SOPS");
      assertThat(
              FirstFix.in(control, text.replace("mac:", "mac_only_encrypted: true, mac:")).safety())
          .isEqualTo(FixSafety.SAFE);
    }
  }
}
