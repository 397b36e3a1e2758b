package dev.zonewright.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A platform of 2,000 workloads, 500 policies and 1,000 bindings, for what is counted and for what
 * is measured in it.
 */
public final class LargePlatform {
  public static final int TENANTS = 50;
  private static final int WORKLOADS = 40;
  private static final int POLICIES = 10;
  private static final int BINDINGS = 20;

  private LargePlatform() {}

  /** The manifests of one tenant, {@code tN}. */
  public static String tenant(int tenant) {
    List<String> out = new ArrayList<>();
    out.add(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: t%d}
        """);
    out.add(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: t%d}
        data: {a: "1"}
        """);
    repeat(
        WORKLOADS,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: w#, namespace: t%d}
        spec:
          selector: {matchLabels: {app: w#}}
          template:
            metadata: {labels: {app: w#}}
            spec:
              serviceAccountName: a#
              containers: [{name: a, image: 'registry.example/a:1'}]
        """,
        out);
    repeat(
        POLICIES,
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p#, namespace: t%d}
        spec:
          podSelector: {matchLabels: {app: w#}}
          policyTypes: [Ingress, Egress]
          egress: [{to: [{ipBlock: {cidr: 10.#.0.0/16}}]}]
        """,
        out);
    repeat(
        BINDINGS,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b#, namespace: t%d}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r%d}
        subjects: [{kind: ServiceAccount, name: a#, namespace: t%d}]
        """,
        out);
    out.add(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: r%d, namespace: t%d}
        rules: [{apiGroups: [apps], resources: [deployments], verbs: [get, create]}]
        """);
    return String.join("---\n", out).replace("%d", Integer.toString(tenant));
  }

  private static void repeat(int times, String text, List<String> out) {
    for (int i = 0; i < times; i++) {
      out.add(text.replace("#", Integer.toString(i)));
    }
  }
}
