package dev.zonewright.cli;

/** Manifests that several tests open. */
final class Sample {
  /** Meets every control of the catalogue. */
  static final String CLEAN =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: colours
        namespace: shop
      """;

  /** Shares the host's network, and little else is right. */
  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
      spec:
        hostNetwork: true # for the metrics
        containers:
          - name: web
            image: registry.example/web@sha256:0000000000000000000000000000000000000000000000000000000000000000
      """;

  /** A document that isolates all pods of the namespace. */
  static final String ISOLATION =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: deny
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
      """;

  private Sample() {}
}
