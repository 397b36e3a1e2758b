package dev.zonewright.kube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code precedence.txt}.
 *
 * @param manifest the pod, behind its ServiceAccount where that is opened
 * @param findings control and path, as the table writes them
 */
record PrecedenceRow(String line, String level, String manifest, List<String> findings) {
  private static final Map<String, String> SPEC =
      ordered(
          "runtimeClassName", "edera",
          "serviceAccountName", "robot",
          "automountServiceAccountToken", "false");

  private static final Map<String, String> OF_POD =
      ordered("runAsNonRoot", "true", "seccompProfile", "{type: RuntimeDefault}");

  private static final Map<String, String> OF_CONTAINER =
      ordered("allowPrivilegeEscalation", "false", "capabilities", "{drop: [ALL]}");

  private static final Map<String, String> LISTS =
      ordered(
          "app", "containers",
          "init", "initContainers",
          "sidecar", "initContainers",
          "ephemeral", "ephemeralContainers");

  static PrecedenceRow of(String line) {
    List<String> cells = parts(line + " ", "\\|");
    Map<String, String> spec = changed(SPEC, cells.get(1));
    String account = spec.remove("account");
    String pod = pod(spec, changed(OF_POD, cells.get(2)), parts(cells.get(3), " \\+ "));
    List<String> findings = cells.get(4).isEmpty() ? List.of() : parts(cells.get(4), ", ");
    return new PrecedenceRow(line, cells.get(0), account(account) + pod, findings);
  }

  private static String account(@Nullable String field) {
    return field == null
        ? ""
        : """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: robot, namespace: acme}
        automountServiceAccountToken: %s
        ---
        """
            .formatted(field);
  }

  private static String pod(
      Map<String, String> spec, Map<String, String> context, List<String> containers) {
    StringBuilder out =
        new StringBuilder(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: acme}\nspec:\n");
    spec.forEach((key, value) -> out.append("  %s: %s\n".formatted(key, value)));
    context(context, "  ", out);
    Map<String, StringBuilder> lists = new LinkedHashMap<>();
    lists.put("containers", new StringBuilder());
    for (String container : containers) {
      String kind = container.split(" ", 2)[0];
      StringBuilder list = lists.computeIfAbsent(LISTS.get(kind), _ -> new StringBuilder());
      container(kind, container.substring(kind.length()), list);
    }
    if (lists.get("containers").isEmpty()) {
      container("app", "", lists.get("containers"));
    }
    lists.forEach((key, items) -> out.append("  %s:\n%s".formatted(key, items)));
    return out.toString();
  }

  private static void container(String kind, String changes, StringBuilder out) {
    Map<String, String> context = changed(OF_CONTAINER, changes);
    String ports = context.remove("ports");
    out.append(
        "  - name: %s%d\n    image: registry.example/%s:1\n".formatted(kind, out.length(), kind));
    if (kind.equals("sidecar")) {
      out.append("    restartPolicy: Always\n");
    }
    if (ports != null) {
      out.append("    ports: %s\n".formatted(ports));
    }
    context(context, "    ", out);
  }

  /** Its fields, or what stands in its place. */
  private static void context(Map<String, String> fields, String indent, StringBuilder out) {
    String whole = fields.get("securityContext");
    out.append("%ssecurityContext:%s\n".formatted(indent, whole == null ? "" : " " + whole));
    if (whole == null) {
      fields.forEach((key, value) -> out.append("%s  %s: %s\n".formatted(indent, key, value)));
    }
  }

  private static Map<String, String> changed(Map<String, String> fields, String changes) {
    Map<String, String> out = new LinkedHashMap<>(fields);
    for (String change : changes.isBlank() ? List.<String>of() : parts(changes, "; ")) {
      int equals = change.indexOf('=');
      String value = change.substring(equals + 1);
      if (value.equals("-")) {
        out.remove(change.substring(0, equals));
      } else {
        out.put(change.substring(0, equals), value);
      }
    }
    return out;
  }

  private static List<String> parts(String text, String between) {
    List<String> out = new ArrayList<>();
    for (String part : text.split(between)) {
      out.add(part.strip());
    }
    return List.copyOf(out);
  }

  private static Map<String, String> ordered(String... keysAndValues) {
    Map<String, String> out = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      out.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return out;
  }
}
