package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Power;
import java.util.List;

/** Pods, Namespaces, roles and bindings of the namespace {@code shop}, and the chains in them. */
final class ChainWorld {
  private ChainWorld() {}

  static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: ROLE, namespace: shop}
      rules:
      - apiGroups: ["GROUP"]
        resources: [RESOURCE]
        verbs: [create]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: ROLE, namespace: shop}
      subjects:
      - {kind: ServiceAccount, name: ACCOUNT, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ROLE}
      ---
      """;

  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: NAME, namespace: shop}
      spec:
        serviceAccountName: ACCOUNT
        containers: [{name: a, image: 'registry.example/a:1'}]
      ---
      """;

  static String role(String name, String group, String resource, String account) {
    return ROLE.replace("ROLE", name)
        .replace("GROUP", group)
        .replace("RESOURCE", resource)
        .replace("ACCOUNT", account);
  }

  static String pod(String name, String account) {
    return POD.replace("NAME", name).replace("ACCOUNT", account);
  }

  static String namespace(String label) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels: {LABEL}
    ---
    """
        .replace("LABEL", label);
  }

  static Chain chain(String text, String account, Power power) {
    List<KubeObject> objects =
        Manifest.of("a.yaml", text).stream().parts().stream()
            .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
            .toList();
    return new Chains(objects, AccessGraph.of(objects)).of(account, power);
  }

  static List<Hop.Kind> kinds(Chain chain) {
    return chain.hops().stream().map(Hop::kind).toList();
  }

  static String grant(String kind, String account, String... rules) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: KINDRole
    metadata: {name: NAME, namespace: shop}
    rules:
    RULES
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: KINDRoleBinding
    metadata: {name: NAME, namespace: shop}
    subjects:
    - {kind: ServiceAccount, name: ACCOUNT, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KINDRole, name: NAME}
    ---
    """
        .replace("NAME, namespace: shop", kind.isEmpty() ? "NAME, namespace: shop" : "NAME")
        .replace("KINDRole", kind + "Role")
        .replace("NAME", "grant-" + account)
        .replace("ACCOUNT", account)
        .replace("RULES", String.join("\n", rules));
  }

  static String rule(String group, String resource, String verbs) {
    return "- {apiGroups: [\"%s\"], resources: [%s], verbs: [%s]}"
        .formatted(group, resource, verbs);
  }

  static final String RESTRICTED = "pod-security.kubernetes.io/enforce: restricted";

  static final String ADMIN =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: ACCOUNT-admin}
      subjects: [{kind: ServiceAccount, name: ACCOUNT, namespace: shop}]
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ROLE}
      ---
      """;

  static String clusterRole(String name, String group, String resources, String verbs) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: NAME}
    rules: [{apiGroups: ["GROUP"], resources: [RES], verbs: [VERBS]}]
    ---
    """
        .replace("NAME", name)
        .replace("GROUP", group)
        .replace("RES", resources)
        .replace("VERBS", verbs);
  }

  static String bound(String account, String role) {
    return ADMIN.replace("ACCOUNT", account).replace("ROLE", role);
  }
}
