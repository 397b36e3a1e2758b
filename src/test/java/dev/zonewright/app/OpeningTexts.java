package dev.zonewright.app;

/** What the opening bench opens. */
final class OpeningTexts {
  private static final int TENANTS = 9;

  private static final String OBJECT =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api-%1$d
        namespace: tenant-%2$d
        labels: {app: api-%1$d}
      spec:
        replicas: 3
        selector:
          matchLabels: {app: api-%1$d}
        template:
          metadata:
            labels: {app: api-%1$d}
          spec:
            automountServiceAccountToken: false
            securityContext:
              runAsNonRoot: true
              seccompProfile: {type: RuntimeDefault}
            containers:
              - name: api
                image: registry.example/api:4.2   # pinned
                args: ["--listen", ":8080"]
                securityContext:
                  privileged: true
                  runAsUser: 1000
                resources:
                  limits:
                    memory: 256Mi
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: api-%1$d
        namespace: tenant-%2$d
      spec:
        selector: {app: api-%1$d}
        ports:
          - port: 8080
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: api-%1$d
        namespace: tenant-%2$d
      data:
        config.yaml: |
      """
          + "    # one of the settings of a service\n    setting: \"with a value\"\n".repeat(40);

  private OpeningTexts() {}

  /** A workload with its Service and its settings. */
  static String of(int number) {
    return OBJECT.formatted(number, number % TENANTS);
  }
}
