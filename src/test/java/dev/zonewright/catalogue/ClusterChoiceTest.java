package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations that make their program work with the cluster, and some that only name one. */
class ClusterChoiceTest {
  private static Fix token(String configuration) {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: conf, namespace: shop}
        data:
          conf: |
            %s
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          containers: [{name: c, image: 'r.example/own:1'}]
          volumes: [{name: conf, configMap: {name: conf}}]
        """
            .formatted(configuration.indent(4).strip());
    return FirstFix.in("mounted-service-account-token", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "join:\n  kubernetes:\n    enabled: true",
        "discovery-method = kubernetes-api",
        "executor = \"kubernetes\"",
        "[core]\nexecutor = KubernetesExecutor",
        "c.JupyterHub.spawner_class = \"kubespawner.KubeSpawner\"",
        "run_launcher:\n  module: dagster_k8s\n  class: K8sRunLauncher",
        "<bean class=\"org.apache.ignite.TcpDiscoveryKubernetesIpFinder\">",
        "discovery.kubernetes \"pods\" {\n  role = \"pod\"\n}",
        "method \"kubernetes\" {\n}",
        "vault:\n  authentication: KUBERNETES",
        "camel.kubernetes.cluster=true",
        "quarkus.kubernetes-client.trust-certs=true",
        "watch_observers: [k8s_observer]\nk8s_observer:\n  auth_type: serviceAccount",
        "detectors: [env, k8snode]",
        "{\"storage\": {\"type\": \"kubernetes\"}}",
        "import kubernetes_asyncio as k"
      })
  void aConfigurationThatChoosesTheClusterKeepsTheToken(String configuration) {
    assertThat(token(configuration).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(token(configuration).reason()).contains("ConfigMap conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# kubernetes:\n#   enabled: true\nhttp: 8080",
        "; executor = kubernetes\nexecutor = local",
        "{\"title\": \"Kubernetes\", \"tags\": [\"k8s\"]}",
        "expr: sum(up{kubernetes_namespace=\"shop\", k8s_cluster=\"a\"})",
        "selector: app.kubernetes.io/name=web",
        "upstream: https://kubernetes.example.org:8443/docs",
        "text: deployed by kubernetes, as all else"
      })
  void aConfigurationThatOnlyNamesItDoesNot(String configuration) {
    assertThat(token(configuration).safety()).isEqualTo(FixSafety.SAFE);
  }
}
