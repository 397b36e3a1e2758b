package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Power;
import java.util.List;

/**
 * The smallest worlds for chains: namespace {@code a} with an account {@code s} that rules are
 * given to, and an account {@code adm} that may do everything.
 */
final class AccessWorld {
  /** The account that may do everything. */
  static final String ADM =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: adm, namespace: a}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: adm}
      subjects: [{kind: ServiceAccount, name: adm, namespace: a}]
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      ---
      """;

  /** A pod that runs as it. */
  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: ap, namespace: a}
      spec:
        serviceAccountName: adm
        containers: [{name: c, image: 'registry.example/a:1'}]
      ---
      """;

  static final String RBAC = "rbac.authorization.k8s.io";

  private AccessWorld() {}

  /** A rule, with the names of objects behind the verbs when there are some. */
  static String rule(String group, String resource, String verbs, String... names) {
    String named = names.length == 0 ? "" : ", resourceNames: [" + String.join(", ", names) + "]";
    return "- {apiGroups: [\"%s\"], resources: [\"%s\"], verbs: [%s]%s}"
        .formatted(group, resource, quoted(verbs), named);
  }

  private static String quoted(String verbs) {
    return "\"" + verbs.replace(",", "\",\"") + "\"";
  }

  /** Rules for {@code a/s} in its namespace. */
  static String here(String... rules) {
    return given("Role", ", namespace: a", "own", rules);
  }

  /** Rules for {@code a/s} everywhere. */
  static String everywhere(String... rules) {
    return given("ClusterRole", "", "all", rules);
  }

  private static String given(String kind, String place, String name, String... rules) {
    return role(kind, place, name, rules)
        + """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: KINDBinding
        metadata: {name: NAMEPLACE}
        subjects: [{kind: ServiceAccount, name: s, namespace: a}]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KIND, name: NAME}
        ---
        """
            .replace("KIND", kind)
            .replace("NAME", name)
            .replace("PLACE", place);
  }

  /** A role that nobody is bound to. */
  static String role(String kind, String place, String name, String... rules) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: KIND
    metadata: {name: NAMEPLACE}
    rules:
    RULES
    ---
    """
        .replace("KIND", kind)
        .replace("NAME", name)
        .replace("PLACE", place)
        .replace("RULES", String.join("\n", rules));
  }

  static List<KubeObject> objects(String text) {
    return Manifest.of("a.yaml", text).stream().parts().stream()
        .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
        .toList();
  }

  static Chains chains(String text) {
    List<KubeObject> objects = objects(text);
    return new Chains(objects, AccessGraph.of(objects));
  }

  /** The way of {@code a/s}. */
  static Chain chain(String text, Power power) {
    return chains(text).of("a/s", power);
  }

  static List<String> texts(Chain chain) {
    return chain.hops().stream().map(Hop::text).toList();
  }
}
