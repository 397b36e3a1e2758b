package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

/** Objects that many others refer to, and long lists in the fields that tie them together. */
final class ClusterInputs {
  private ClusterInputs() {}

  static void add(Rows rows) {
    rows.group("Much that refers to much");
    rows.add(
        "many labels",
        n ->
            podWith("  x: y")
                .replace(
                    "  name:",
                    "  labels:\n" + lines(n, i -> "    l%d: v\n".formatted(i)) + "  name:"));
    rows.add(
        "many tolerations",
        n ->
            podWith(
                "  tolerations:\n"
                    + lines(n, i -> "  - {key: k%d, operator: Exists}\n".formatted(i))));
    rows.add(
        "a selector of many expressions",
        n ->
            policy(
                "policy",
                "podSelector:\n    matchExpressions:\n"
                    + lines(
                        n, i -> "    - {key: k%d, operator: In, values: [a, b]}\n".formatted(i))));
    rows.add(
        "a policy of many rules",
        n ->
            policy(
                "policy",
                "podSelector: {}\n  egress:\n"
                    + lines(
                        n,
                        i ->
                            "  - to: [{ipBlock: {cidr: 10.%d.%d.0/24}}]\n"
                                .formatted(i / 256 % 256, i % 256))));
    rows.add(
        "many policies and pods",
        n ->
            lines(
                n,
                i ->
                    policy("p" + i, "podSelector: {matchLabels: {app: a%d}}\n".formatted(i))
                        + "---\n"
                        + labelled(i)
                        + "---\n"));
    rows.add(
        "many nodes, each with a tenant's pod",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Node, metadata: {name: n%d, labels: {k: v%d}}, spec: {taints: [{key: k, value: v%d, effect: NoSchedule}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: t%d}, spec: {nodeSelector: {k: v%d}, tolerations: [{key: k, value: v%d}], containers: [{name: c, image: i}]}}\n---\n"
                        .formatted(i, i, i, i, i, i)));
    rows.add(
        "many services and pods",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Service, metadata: {name: s%d, namespace: team}, spec: {selector: {app: a%d}, ports: [{port: 80}]}}\n---\n"
                            .formatted(i, i)
                        + labelled(i)
                        + "---\n"));
    rows.add(
        "many roles and bindings",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r%d}, rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]}\n---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b%d}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r%d}, subjects: [{kind: ServiceAccount, name: a%d, namespace: team}]}\n---\n"
                        .formatted(i, i, i, i)));
    rows.add(
        "one binding of many subjects",
        n ->
            "apiVersion: rbac.authorization.k8s.io/v1\n"
                + "kind: ClusterRoleBinding\n"
                + "metadata: {name: b}\n"
                + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name:"
                + " cluster-admin}\n"
                + "subjects:\n"
                + lines(
                    n,
                    i -> "- {kind: ServiceAccount, name: a%d, namespace: t%d}\n".formatted(i, i)));
    rows.add(
        "tenants that each have nodes of their own",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n%d}, spec: {nodeSelector: {team: n%d}}}\n---\n"
                        .formatted(i, i)));
    rows.add(
        "many custom kinds",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: x.example/v1, kind: K%d, metadata: {name: a}, spec: {template: {spec: {containers: [{name: c, image: i}]}}}}\n---\n"
                        .formatted(i)));
    rows.add(
        "a custom kind of many containers",
        n ->
            "apiVersion: x.example/v1\n"
                + "kind: K\n"
                + "metadata: {name: a}\n"
                + "spec:\n"
                + "  template:\n"
                + "    spec:\n"
                + "      containers:\n"
                + lines(n, i -> "      - {name: c%d, image: i}\n".formatted(i)));
  }

  private static String policy(String name, String spec) {
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: %s, namespace: team}\nspec:\n  %s"
        .formatted(name, spec);
  }

  private static String labelled(int i) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p%d, namespace: team, labels: {app: a%d}}, spec: {containers: [{name: c, image: i}]}}\n"
        .formatted(i, i);
  }
}
