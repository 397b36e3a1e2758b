package dev.zonewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured: a file that is named, or a text of the same size that is always the same. */
final class BenchText {
  /** The property that names a manifest to measure instead of the text that is made. */
  static final String MANIFEST = "bench.manifest";

  private static final int CHARACTERS = 10_000_000;

  private static final String OBJECTS =
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
            containers:
              - name: api
                image: registry.example/api:4.2 # pinned
                args: ["--listen", ":8080"]
                securityContext:
                  privileged: true
                  runAsUser: 1000
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
          + "    # one of the settings of a service\n    setting: \"with a value\"\n".repeat(36);

  private BenchText() {}

  /** The whole text. */
  static String whole() throws IOException {
    String named = System.getProperty(MANIFEST, "");
    return named.isEmpty() ? made(CHARACTERS) : Files.readString(Path.of(named));
  }

  /** Its documents up to the middle of it. */
  static String half(String whole) {
    return whole.substring(0, whole.indexOf("\n---", whole.length() / 2) + 1);
  }

  /** So many documents. */
  static String documents(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count / 3; i++) {
      text.append(OBJECTS.formatted(i, i % 9));
    }
    return text.toString();
  }

  private static String made(int characters) {
    StringBuilder text = new StringBuilder(characters + characters / 100);
    for (int i = 0; text.length() < characters; i++) {
      text.append(OBJECTS.formatted(i, i % 9));
    }
    return text.toString();
  }
}
