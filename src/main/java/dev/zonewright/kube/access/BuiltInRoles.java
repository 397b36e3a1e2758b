package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The roles and bindings that a fresh API server has, read from {@code built-in-roles.txt} when the
 * first question is asked. Rules of aggregated roles are gathered by {@link Aggregation}.
 */
final class BuiltInRoles {
  private static final YamlPath NOWHERE = new YamlPath(List.of());

  private final Map<String, AccessRole> clusterRoles = new LinkedHashMap<>();
  private final Map<ObjectRef, AccessRole> roles = new LinkedHashMap<>();
  private final List<AccessBinding> bindings = new ArrayList<>();

  private ObjectRef ref = new ObjectRef("", "", "", "");
  private Map<String, String> labels = new LinkedHashMap<>();
  private List<AccessRule> rules = new ArrayList<>();
  private List<LabelTest> aggregates = new ArrayList<>();
  private ObjectRef bound = ref;
  private List<AccessSubject> subjects = new ArrayList<>();

  private BuiltInRoles(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#")) {
        read(line.split("\t", -1));
      }
    }
    finish();
  }

  /** ClusterRoles by name. */
  static Map<String, AccessRole> clusterRoles() {
    return Loaded.ROLES.clusterRoles;
  }

  static Map<ObjectRef, AccessRole> roles() {
    return Loaded.ROLES.roles;
  }

  static List<AccessBinding> bindings() {
    return Loaded.ROLES.bindings;
  }

  /** Loaded on first use. */
  private static final class Loaded {
    static final BuiltInRoles ROLES = load();

    private Loaded() {}
  }

  private static BuiltInRoles load() {
    try (InputStream in =
            Objects.requireNonNull(
                BuiltInRoles.class.getResourceAsStream("built-in-roles.txt"),
                "built-in-roles.txt is part of the program");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new BuiltInRoles(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String[] fields) {
    switch (fields[0]) {
      case "role" -> {
        finish();
        ref = ref(fields[1], fields[2], fields[3]);
      }
      case "binding" -> {
        finish();
        ref = ref(fields[1], fields[2], fields[3]);
        String namespace = fields[4].equals("Role") ? ref.namespace() : "-";
        bound = ref(fields[4], namespace.isEmpty() ? "-" : namespace, fields[5]);
      }
      case "label" -> labels.put(fields[1], fields[2]);
      case "aggregate" -> aggregates.add(new LabelTest(Map.of(fields[1], fields[2]), List.of()));
      case "rule" ->
          rules.add(
              new AccessRule(
                  ref,
                  rules.size() + 1,
                  NOWHERE,
                  list(fields[1]),
                  list(fields[2]).stream().map(g -> g.equals("core") ? "" : g).toList(),
                  list(fields[3]),
                  list(fields[4]),
                  list(fields[5])));
      case "subject" ->
          subjects.add(new AccessSubject(fields[1], plain(fields[2]), fields[3], NOWHERE));
      default -> throw new IllegalStateException("built-in-roles.txt: " + fields[0]);
    }
  }

  private static ObjectRef ref(String kind, String namespace, String name) {
    return new ObjectRef(AccessReader.GROUP, kind, plain(namespace), name);
  }

  private static String plain(String field) {
    return field.equals("-") ? "" : field;
  }

  private static List<String> list(String field) {
    return field.equals("-") ? List.of() : List.of(field.split(",", -1));
  }

  private void finish() {
    // a server marks all that it brings
    labels.put("kubernetes.io/bootstrapping", "rbac-defaults");
    if (ref.kind().endsWith("Binding")) {
      bindings.add(new AccessBinding(ref, bound, subjects, NOWHERE, true));
    } else if (ref.kind().equals("ClusterRole")) {
      clusterRoles.put(ref.name(), new AccessRole(ref, labels, rules, aggregates, true));
    } else if (!ref.kind().isEmpty()) {
      roles.put(ref, new AccessRole(ref, labels, rules, aggregates, true));
    }
    labels = new LinkedHashMap<>();
    rules = new ArrayList<>();
    aggregates = new ArrayList<>();
    subjects = new ArrayList<>();
  }
}
