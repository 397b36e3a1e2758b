package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.lines;

import java.util.List;

/** Everything that is tried. */
final class BadInputs {
  private BadInputs() {}

  /** An everyday file of about so many characters, against which the others are measured. */
  static String ordinary(int size) {
    return lines(
        size,
        i ->
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web-%d
              namespace: team-%d
              labels:
                app: web
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                  - name: web
                    image: registry.example/web:1.4.2
                    args: ["--port", "8080"]
                    resources:
                      limits:
                        memory: 256Mi
            ---
            """
                .formatted(i, i % 7));
  }

  static List<BadInput> all() {
    Rows rows = new Rows();
    DepthInputs.add(rows);
    ScalarInputs.add(rows);
    WidthInputs.add(rows);
    ClusterInputs.add(rows);
    SyntaxInputs.add(rows);
    return rows.all();
  }
}
