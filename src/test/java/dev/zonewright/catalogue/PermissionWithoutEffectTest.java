package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ClusterRole grants through its bindings, and what an audit policy logs in the end. */
class PermissionWithoutEffectTest {
  private static final String RULES =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: shop}
      rules:
        - {apiGroups: [""], resources: [nodes, namespaces, configmaps], verbs: [get]}
      """;

  private static String binding(String kind, String namespace) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: shop%s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: shop}
    subjects: [{kind: ServiceAccount, name: shop, namespace: shop}]
    """
        .formatted(kind, namespace);
  }

  @Test
  void aRoleBindingGrantsNothingOnWhatBelongsToNoNamespace() {
    // a request for one Namespace counts as made in it
    assertThat(
            messages("ineffective-permission", RULES + binding("RoleBinding", ", namespace: shop")))
        .singleElement()
        .asString()
        .contains("“nodes” grants nothing", "ClusterRoleBinding");
  }

  @Test
  void aClusterRoleBindingBesideItGrantsAll() {
    String text =
        RULES + binding("RoleBinding", ", namespace: shop") + binding("ClusterRoleBinding", "");
    assertThat(messages("ineffective-permission", text)).isEmpty();
    assertThat(messages("ineffective-permission", RULES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`[RequestReceived]`, `[]`, 0",
        "`[RequestReceived, ResponseComplete]`, `[]`, 1",
        "`[]`, `[ResponseComplete]`, 1"
      })
  void theStageThatHasThePodIsLogged(String all, String ofRule, int count) {
    String text =
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: %s
        rules:
          - level: Request
            omitStages: %s
            resources: [{group: "", resources: [pods]}]
        """
            .formatted(all, ofRule);
    assertThat(messages("unaudited-pod-creation", text)).hasSize(count);
  }

  private static List<String> messages(String control, String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("shop.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .map(f -> f.finding().message())
            .toList();
  }
}
