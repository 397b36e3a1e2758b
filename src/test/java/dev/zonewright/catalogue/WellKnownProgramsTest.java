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

/** Programs that stop when something is taken from them of which their manifest says nothing. */
class WellKnownProgramsTest {
  private static Fix fix(String control, String annotations, String container) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, annotations: {%s}}
        spec:
          runtimeClassName: edera
          containers:
          - {name: c, securityContext: {runAsUser: 1000}, %s}
        """
            .formatted(annotations, container);
    return new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .findFirst()
            .orElseThrow()
            .finding()
            .fixes()
            .getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'registry.k8s.io/ingress-nginx/controller:v1.11'",
        "image: 'r.example/own:1', args: [--election-id=leader]",
        "image: 'traefik:v3'",
        "image: 'r.example/own:1', args: [--providers.kubernetesingress=true]",
        "image: 'hashicorp/vault:1.16'",
        "image: 'velero/velero:v1.14'",
        "image: 'quay.io/argoproj/argocd@sha256:0123'",
        "image: 'r.example/own:1', env: [{name: VAULT_K8S_POD_NAME, value: a}]"
      })
  void aProgramThatWorksWithTheApiKeepsItsTokenUnlessSomebodyLooks(String container) {
    assertThat(fix("mounted-service-account-token", "", container).safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void whatAnAnnotationAddsMayNeedTheTokenToo() {
    Fix injected =
        fix(
            "mounted-service-account-token",
            "vault.hashicorp.com/agent-inject: 'true'",
            "image: 'r.example/web:1'");
    assertThat(injected.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(injected.reason()).contains("Vault's agent");
    assertThat(
            fix(
                    "mounted-service-account-token",
                    "linkerd.io/inject: disabled",
                    "image: 'r.example/web:1'")
                .safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void buildersWithoutRootGainPrivilegesFromTheirPrograms() {
    String image = "image: 'moby/buildkit:rootless'";
    assertThat(fix("privilege-escalation", "", image).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix("undropped-capabilities", "", image).reason()).contains("newuidmap");
    assertThat(fix("privilege-escalation", "", "image: 'r.example/web:1'").safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatSendsRawPacketsMayNeedTheCapability() {
    assertThat(
            fix("undropped-capabilities", "", "image: 'quay.io/prometheus/blackbox-exporter:v0.25'")
                .reason())
        .contains("NET_RAW");
  }
}
