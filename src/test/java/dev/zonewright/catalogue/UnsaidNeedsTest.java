package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs that a manifest shows only by an image, or inside the value of a variable. */
class UnsaidNeedsTest {
  private static final String TOKEN = "mounted-service-account-token";
  private static final String ESCALATION = "privilege-escalation";
  private static final String DROP = "undropped-capabilities";

  private static Fix first(String control, String image, String user, String rest) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}}
        spec:
          securityContext: {%s}
          containers:
            - name: c
              image: %s
              %s
        """
            .formatted(user, image, rest);
    return FirstFix.in(control, text);
  }

  private static FixSafety token(String rest) {
    return first(TOKEN, "r.example/a:1", "", rest).safety();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: PROPERTIES, value: \"ha.type: kubernetes\\nslots: 2\"}]",
        "env: [{name: PROPERTIES, value: \"kubernetes.cluster-id: a\\nslots: 2\"}]",
        "env: [{name: CONFIG, value: '{\"discovery\": {\"type\": \"k8s\"}}'}]",
        "args: [\"--config\", \"scrape_configs:\\n- kubernetes_sd_configs: []\\n\"]",
        "env: [{name: OPTION_LIBS, value: 'ignite-kubernetes,ignite-rest-http'}]",
        "env: [{name: SPRING_PROFILES_ACTIVE, value: 'prod,kubernetes'}]",
        "command: [sh, -c, 'curl -k https://kubernetes/api/v1/namespaces']",
        "command: [terraform, apply]",
        "command: [ansible-playbook, site.yml]"
      })
  void aConfigurationInAVariableOrAnOptionThatNamesTheClusterKeepsTheToken(String rest) {
    assertThat(token(rest)).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: PROPERTIES, value: \"ha.type: zookeeper\\nslots: 2\"}]",
        "env: [{name: CONFIG, value: '{\"url\": \"http://a.k8s.example.com\"}'}]",
        "env: [{name: TAGS, value: 'prod,kubernetes'}]",
        "env: [{name: OPTION_LIBS, value: 'ignite-rest-http,ignite-log4j'}]",
        "command: [sh, -c, 'curl https://kubernetes.io/docs/']",
        "args: [\"--config\", \"# kubernetes: no\\nscrape_configs: []\\n\"]"
      })
  void oneThatDoesNotDoesNotKeepIt(String rest) {
    assertThat(token(rest)).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victoriametrics/vmagent:v1",
        "hazelcast/hazelcast:5",
        "dagster/dagster-k8s:1",
        "gcr.io/datadoghq/agent:7",
        "portainer/portainer-ce:2",
        "alpine/helm:3",
        "ghcr.io/helmfile/helmfile:v0"
      })
  void programsThatAskTheClusterForPeersOrInstallIntoItKeepTheToken(String image) {
    assertThat(first(TOKEN, image, "", "").safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/paperless-ngx/paperless-ngx:2, ''",
    "ghcr.io/home-assistant/home-assistant:2024.6, ''",
    "r.example/a:1, 'env: [{name: S6_KEEP_ENV, value: \"1\"}]'"
  })
  void whatS6OverlayStartsForAnotherUserThanRootGainsRightsFirst(String image, String rest) {
    for (String control : List.of(ESCALATION, DROP)) {
      Fix other = first(control, image, "runAsUser: 1000", rest);
      assertThat(other.safety()).isEqualTo(FixSafety.REVIEW);
      assertThat(other.reason()).contains("s6-overlay");
    }
    assertThat(first(ESCALATION, image, "runAsUser: 0", rest).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"selenium/standalone-chrome:4", "librenms/librenms:24.4"})
  void imagesWhoseUsersCallProgramsOfRootMayGainPrivileges(String image) {
    assertThat(first(ESCALATION, image, "", "").safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({"runAsUser: 1000, REVIEW", "'', REVIEW", "runAsUser: 0, SAFE"})
  void whoeverSetTrueExplicitlyMayWantItExceptForRoot(String user, FixSafety safety) {
    String rest = "securityContext: {allowPrivilegeEscalation: true}";
    assertThat(first(ESCALATION, "r.example/a:1", user, rest).safety()).isEqualTo(safety);
    String silent = "securityContext: {readOnlyRootFilesystem: true}";
    assertThat(first(ESCALATION, "r.example/a:1", user, silent).safety()).isEqualTo(FixSafety.SAFE);
  }
}
