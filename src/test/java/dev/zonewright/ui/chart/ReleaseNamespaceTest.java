package dev.zonewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Objects of a release that name no namespace count for that of the release. */
class ReleaseNamespaceTest {
  @Test
  void objectsThatNameNoneGetTheOneOfTheRelease() {
    String rendered =
        """
        ---
        # Source: shop/templates/api.yaml
        apiVersion: v1
        kind: Service
        metadata:
          name: api # as before
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: ops}
        ---
        apiVersion: example.org/v1
        kind: Runner
        metadata:
          name: r
          namespace: ""
        """;
    ReleaseNamespace.Placed placed = ReleaseNamespace.in(rendered, "shop");
    assertThat(placed.objects()).isEqualTo(2);
    assertThat(placed.text())
        .isEqualTo(
            rendered
                .replace(
                    "  name: api # as before\n", "  name: api # as before\n  namespace: shop\n")
                .replace("namespace: \"\"", "namespace: \"shop\""));
    assertThat(ReleaseNamespace.in(placed.text(), "shop").objects()).isZero();
  }

  @Test
  void itemsOfAListGetItToo() {
    String list =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Secret
            metadata:
              name: a
          - apiVersion: v1
            kind: Namespace
            metadata:
              name: b
        """;
    ReleaseNamespace.Placed placed = ReleaseNamespace.in(list, "shop");
    assertThat(placed.objects()).isEqualTo(1);
    assertThat(placed.text()).contains("      name: a\n      namespace: shop\n");
  }

  @Test
  void whatLivesInNoNamespaceAndWhatIsNotKnownStaysAsItIs() {
    String rendered =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: r}
        ---
        apiVersion: cert-manager.io/v1
        kind: ClusterIssuer
        metadata: {name: i}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: GatewayClass
        metadata: {name: g}
        ---
        notes: none
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: '{{ .Values.x }}'}
        """;
    assertThat(ReleaseNamespace.in(rendered, "shop"))
        .isEqualTo(new ReleaseNamespace.Placed(rendered, 0));
    String service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n";
    assertThat(ReleaseNamespace.in(service, "")).isEqualTo(new ReleaseNamespace.Placed(service, 0));
  }
}
