package dev.zonewright.planted;

import java.util.function.UnaryOperator;

/** Credentials in objects that are no workloads. */
final class OtherKinds {
  private OtherKinds() {}

  static String of(String name, UnaryOperator<String> key, boolean plain) {
    return """
    ---
    apiVersion: example.com/v1
    kind: Widget
    metadata: {name: %1$s, namespace: shop}
    spec:
      adminPassword: "%2$s"
      podTemplate:
        spec:
          containers: [{name: x, image: x, env: [{name: API_TOKEN, value: "%3$s"}]}]
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: %1$s, namespace: shop, annotations: {example.com/token: "%4$s"}}
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %1$s, namespace: shop}
    spec:
      podSelector: {matchLabels: {app: %1$s, password: "%5$s"}}
      policyTypes: [Egress]
      egress:
      - to: [{podSelector: {matchLabels: {password: "%5$s"}}}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: %1$s, namespace: shop}
    rules: [{apiGroups: [""], resources: [secrets, pods], resourceNames: ["%6$s"], verbs: [get, create]}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: %1$s, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %1$s}
    subjects: [{kind: ServiceAccount, name: %1$s, namespace: shop}]
    """
        .formatted(
            name,
            key.apply("a custom resource"),
            key.apply("a pod in a custom resource"),
            key.apply("the annotation of an account"),
            key.apply("the selector of a policy"),
            plain ? "x" : key.apply("the rule of a role"));
  }
}
