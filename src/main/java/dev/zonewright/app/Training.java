package dev.zonewright.app;

import dev.zonewright.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Goes the ways of the terminal, one after the other, for the virtual machine to learn which
 * classes to keep ready: to be run with {@code -XX:AOTCacheOutput} when the program is packaged.
 * The ways of the window are learnt from {@code --smoke}.
 */
final class Training {
  private Training() {}

  /**
   * Trains.
   *
   * @param args the folder of the sample
   */
  public static void main(String[] args) {
    Main.endWhenMemoryIsFull();
    Ahead.start();
    String sample = args[0];
    // every class that is learnt costs each start a little; only what pipelines do is worth that
    for (List<String> words :
        List.of(
            List.of("review", sample),
            List.of("review", "--format", "json", sample),
            List.of("review", "-"),
            List.of("--help"))) {
      if (!Main.TERMINAL.contains(words.getFirst())) {
        throw new IllegalStateException(words.getFirst() + " is no command");
      }
      run(words);
    }
  }

  private static void run(List<String> words) {
    PrintStream nowhere = Main.printed(OutputStream.nullOutputStream(), StandardCharsets.UTF_8, 1);
    InputStream pod =
        new ByteArrayInputStream(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: {hostNetwork: true, containers: [{name: web, image: "registry.example/web:1"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop}
            spec: {containers: [{name: api, image: "registry.example/api:1"}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  serviceAccountName: web
                  containers:
                    - name: web
                      image: registry.example/web:1.2
                      command: [sh, -c, "exec web --port=8080"]
                      args: ["--mode=live"]
                      env:
                        - {name: MODE, value: live}
                        - {name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                      ports: [{containerPort: 8080, hostPort: 8080}]
                      resources: {limits: {cpu: 500m, memory: 256Mi}}
                      securityContext: {privileged: true, runAsUser: 0, capabilities: {add: [NET_ADMIN]}}
                      volumeMounts: [{name: data, mountPath: /data}]
                  volumes:
                    - {name: data, hostPath: {path: /var/lib/web}}
                    - {name: claim, persistentVolumeClaim: {claimName: web}}
                    - {name: settings, configMap: {name: web}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: shop}
            data: {mode: live}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: web, namespace: shop}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    Terminal.run(words.toArray(String[]::new), pod, nowhere, nowhere, Main.screen());
  }
}
