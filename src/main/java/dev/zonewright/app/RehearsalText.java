package dev.zonewright.app;

/**
 * What the empty window rehearses with: the kinds, the writing and the faults of everyday files.
 */
final class RehearsalText {
  private static final int TENANTS = 7;

  private static final String FIRST =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: tenant-0   # a tenant
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: tenant-0}
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: "registry.example/web:1.0"
            command: ['run', --fast]
            securityContext:
              privileged: true
              runAsUser: 0
      """;

  private static final String MORE =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web-NUMBER
        namespace: tenant-TENANT
        labels: {app: web-NUMBER}
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web-NUMBER}
        template:
          metadata:
            labels: {app: web-NUMBER}
          spec:
            automountServiceAccountToken: false
            containers:
              - name: web
                image: registry.example/web:1.0
                args: ["--listen", ":8080"]
                env:
                  - name: MODE
                    value: fast
                securityContext:
                  privileged: true
                resources:
                  limits:
                    memory: 256Mi
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web-NUMBER
        namespace: tenant-TENANT
      spec:
        selector: {app: web-NUMBER}
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web-NUMBER
        namespace: tenant-TENANT
      data:
        settings: |
          # as the program reads them
          mode: fast
          level: "high"
      """;

  private RehearsalText() {}

  /** A tenant with one workload, and so many more with a Service and settings each. */
  static String of(int more) {
    StringBuilder text = new StringBuilder(FIRST);
    for (int i = 0; i < more; i++) {
      text.append(
          MORE.replace("NUMBER", Integer.toString(i))
              .replace("TENANT", Integer.toString(i % TENANTS)));
    }
    return text.toString();
  }
}
