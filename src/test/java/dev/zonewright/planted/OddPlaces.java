package dev.zonewright.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Credentials where nobody expects them: in keys and names, beside mistakes, in words of people.
 */
final class OddPlaces {
  /** Each {@code %s} is a key of a published format. */
  private static final String OBJECTS =
      """
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: odd
        namespace: shop
        # %s
        labels: {"%s": x, app: "%s"}
        annotations: {"%s": "x", example.com/snippet: "set X %s;"}
      spec:
        serviceName: "%s"
        "%s": 1
        replicas: "%s"
        selector: {matchLabels: {"%s": x}}
        template:
          metadata:
            labels: {"%s": x}
            annotations: {"dev.edera/%s": x, dev.edera/virt-backend: "%s"}
          spec:
            restartPolicy: "%s"
            priorityClassName: "%s"
            nodeName: "%s"
            tolerations: [{key: "%s", operator: Equal, value: "%s"}]
            imagePullSecrets: [{name: "%s"}]
            securityContext: {sysctls: [{name: "%s", value: "1"}]}
            containers:
            - name: "%s"
              image: "registry.example/x@%s"
              command: [sh, -c]
              args:
              - |
                set -e
                curl -H "Authorization: Bearer %s" http://x
                echo %s
              env:
              - {name: "%s", value: "1"}
              - {name: A, valueFrom: {secretKeyRef: {name: "%s", key: "%s"}}}
              - {name: B, value: ["%s"]}
              envFrom: [{secretRef: {name: "%s"}}]
              ports: [{containerPort: "%s", hostPort: "%s", name: "%s"}]
              resources: {limits: {cpu: "%s"}}
              livenessProbe: {exec: {command: [redis-cli, -a, "%s", ping]}}
              readinessProbe:
                httpGet:
                  host: "%s"
                  port: 1
                  httpHeaders: [{name: Authorization, value: "Bearer %s"}]
              lifecycle: {preStop: {exec: {command: [sh, -c, "x --key %s"]}}}
              %s: yes
            volumes:
            - {name: "%s", secret: {secretName: "%s"}}
            - {name: a, persistentVolumeClaim: {claimName: "%s"}}
            - {name: b, "%s": {}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: odd, namespace: shop}
      data:
        "%s": x
        folded: >
          some text
          with %s
        list.yaml: |
          list:
          - %s
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: odd, namespace: shop}
      type: "%s"
      stringData: {"%s": y}
      ---
      apiVersion: "%s"
      kind: "%s"
      metadata: {name: odd, namespace: "%s"}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: "%s", namespace: shop}
      automountServiceAccountToken: "%s"
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: "%s", namespace: shop}
      spec:
        podSelector: {matchExpressions: [{key: "%s", operator: "%s"}]}
        egress: [{to: [{ipBlock: {cidr: "%s"}}], ports: [{port: "%s", protocol: "%s"}]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: "%s"}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects: [{kind: ServiceAccount, name: "%s", namespace: shop}, {kind: User, name: "%s"}]
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: odd, namespace: shop}
      spec: {hard: {"%s": "%s"}}
      ---
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      secretGenerator: [{name: x, literals: ["token=%s"]}]
      patches: [{patch: "- {op: replace, path: /spec/x, value: %s}"}]
      """;

  /** Each {@code %s} is a password that only its place tells. */
  private static final String PASSWORDS =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: odd-pod, namespace: shop}
      spec:
        # password: %s
        containers:
        - name: main
          image: x
          command: [mysql, -u, root, "-p%s"]
          args:
          - "mysql -u root -p%s; redis-cli -a %s; curl -u bot:%s http://x"
          - "--from-literal=password=%s"
          env: [{name: API_PASSWORD, value: ["%s"]}]
          livenessProbe: {exec: {command: [redis-cli, -a, "%s", ping]}}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: odd-secret, namespace: shop}
      stringdata: {a: "%s"}
      spec: {data: {b: "%s"}}
      immutable: "%s"
      ---
      apiVersion: example.com/v1
      kind: Widget
      metadata: {name: odd, namespace: shop}
      spec: {adminPassword: {value: "%s"}}
      """;

  private static final List<String> BROKEN_KEYS =
      List.of(
          "a: \"%s\nb: 1\n",
          "a: %s: %s\n- x\n",
          "a: [%s, b\n",
          "a: *%s\n",
          "\ta: %s\n",
          "a: 1\n%s: 2\n%s: 3\n",
          "a: @%s\n",
          "a: 'x' %s'\n",
          "kind: List\napiVersion: v1\nitems: [%s, {kind: %s}]\n",
          "{{- if .Values.%s }}\nkind: Pod\n{{- end }}\n");

  private static final List<String> BROKEN_PASSWORDS =
      List.of(
          secret("stringData:\n  password: %s: x"),
          secret("data: {a: \"%s!\"}"),
          secret("data: [%s]"),
          secret("stringData: {a: {b: %s}}"),
          secret("stringData: {a: {{ \"%s\" }} }"),
          "kind: ConfigMap\napiVersion: v1\nmetadata: {name: s}\ndata: {password: [%s]}\n",
          "{{ $password := \"%s\" }}\na: b\n",
          pod("env: [{name: PASSWORD, value: [%s]}]\n    args: {password: %s}"),
          pod("env: [{name: A, value: '{{ default \"%s\" .Values.password }}'}]"));

  private static String secret(String fields) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: s}
    """
        + fields
        + "\n";
  }

  private static String pod(String fields) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: s}
    spec:
      containers:
      - name: a
        image: b
    """
        + "    "
        + fields
        + "\n";
  }

  private static final int TIMES = 4;

  private final BiFunction<Shape, String, String> key;
  private final UnaryOperator<String> password;
  private int next;

  OddPlaces(BiFunction<Shape, String, String> key, UnaryOperator<String> password) {
    this.key = key;
    this.password = password;
  }

  /** Each place with a shape, and the next with the next one. */
  private String keys(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("%s"); at >= 0; at = text.indexOf("%s", from)) {
      Shape shape = Shape.ALL[next++ % (Shape.ALL.length - 1)];
      String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
      out.append(text, from, at).append(key.apply(shape, "“" + before.strip() + "”"));
      from = at + 2;
    }
    return out.append(text.substring(from)).toString();
  }

  private String passwords(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("%s"); at >= 0; at = text.indexOf("%s", from)) {
      String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
      out.append(text, from, at).append(password.apply("“" + before.strip() + "”"));
      from = at + 2;
    }
    return out.append(text.substring(from)).toString();
  }

  String objects() {
    StringBuilder out = new StringBuilder();
    // each time the shapes come to other places
    for (int i = 1; i <= TIMES; i++) {
      out.append(keys(OBJECTS).replace("odd", "odd" + i));
    }
    return out.append(passwords(PASSWORDS)).toString();
  }

  List<String> broken() {
    List<String> out = new ArrayList<>();
    for (int i = 1; i <= TIMES; i++) {
      BROKEN_KEYS.forEach(text -> out.add(keys(text)));
    }
    BROKEN_PASSWORDS.forEach(text -> out.add(passwords(text)));
    return out;
  }

  String review() {
    return keys(
        """
        profile: "%s"
        defaultNamespace: "%s"
        "%s": 1
        tenants: {"%s": ["%s"]}
        agents: ["%s", shop/Deployment/%s]
        nodeRanges: ["%s"]
        exceptions:
        - {control: host-network, object: shop/Deployment/a0, reason: "see %s", owner: "%s", expires: 2099-01-01}
        - {control: "%s", namespace: "%s", reason: "see %s", owner: x, expires: "%s"}
        - {control: host-pid, namespace: shop, value: "%s", reason: x, owner: x, expires: 2020-01-01}
        attestations:
        - {item: dom0-restricted, by: "J. Doe %s", date: 2026-10-02, note: "token %s"}
        - {item: "%s", tenant: "%s", by: x, date: "%s"}
        """);
  }
}
