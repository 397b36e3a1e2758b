package dev.zonewright.kube.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * RBAC as Kubernetes' page <em>Using RBAC Authorization</em> describes it, evaluated rule by rule,
 * without a thought of speed and without anything of the engine.
 */
final class NaiveAccess {
  private NaiveAccess() {}

  /** A rule as written; the lists that a rule does not have are empty. */
  record Rule(
      List<String> verbs,
      List<String> groups,
      List<String> resources,
      List<String> names,
      List<String> urls) {}

  /**
   * A role; a ClusterRole has no namespace.
   *
   * @param selects the labels of the roles that it is made of, one selector each; empty for none
   */
  record Role(
      String name,
      String namespace,
      Map<String, String> labels,
      List<Map<String, String>> selects,
      List<Rule> rules) {
    boolean isCluster() {
      return namespace.isEmpty();
    }
  }

  /** A subject; only an account may have a namespace. */
  record Subject(String kind, String namespace, String name) {}

  /** A binding; a ClusterRoleBinding has no namespace. */
  record Binding(
      String name, String namespace, String roleKind, String role, List<Subject> subjects) {}

  /** Somebody. */
  record Who(String user, Set<String> groups) {}

  /** A question; a path where there is one. */
  record Asked(
      String verb,
      String group,
      String resource,
      String subresource,
      String name,
      String namespace,
      String path) {}

  /** A rule of a role, by its number from 1. */
  record Origin(String role, int number) {}

  /**
   * The answer.
   *
   * @param by the bindings that grant it, those of the whole cluster first
   * @param rules for each of them every rule that would do
   */
  record Verdict(String word, List<String> by, List<Set<Origin>> rules) {}

  /** All that a cluster has beside its own. */
  record World(List<Role> roles, List<Binding> bindings) {
    Verdict answer(Who who, Asked asked) {
      List<String> by = new ArrayList<>();
      List<Set<Origin>> rules = new ArrayList<>();
      boolean unknown = false;
      for (boolean whole : new boolean[] {true, false}) {
        for (Binding binding : bindings) {
          boolean counts =
              whole
                  ? binding.namespace().isEmpty()
                  : !binding.namespace().isEmpty()
                      && asked.path().isEmpty()
                      && binding.namespace().equals(asked.namespace());
          if (!counts || binding.subjects().stream().noneMatch(s -> means(s, binding, who))) {
            continue;
          }
          List<Role> named =
              roles.stream()
                  .filter(r -> r.isCluster() == binding.roleKind().equals("ClusterRole"))
                  .filter(r -> r.isCluster() || r.namespace().equals(binding.namespace()))
                  .filter(r -> r.name().equals(binding.role()))
                  .toList();
          unknown |= named.isEmpty();
          Set<Origin> granting = new LinkedHashSet<>();
          for (Role role : named) {
            for (Role source : sources(role)) {
              for (int i = 0; i < source.rules().size(); i++) {
                if (grants(source.rules().get(i), asked)) {
                  granting.add(new Origin(source.name(), i + 1));
                }
              }
            }
          }
          if (!granting.isEmpty()) {
            by.add(binding.name());
            rules.add(granting);
          }
        }
      }
      String word = !by.isEmpty() ? "allowed" : unknown ? "undetermined" : "denied";
      return new Verdict(word, by, rules);
    }

    /** The roles whose written rules a role has: itself, or all that its selectors lead to. */
    private List<Role> sources(Role role) {
      if (role.selects().isEmpty()) {
        return List.of(role);
      }
      Map<String, Role> found = new TreeMap<>();
      gather(role, found, new HashSet<>());
      return List.copyOf(found.values());
    }

    private void gather(Role role, Map<String, Role> found, Set<String> seen) {
      if (!seen.add(role.name())) {
        return;
      }
      for (Role other : roles) {
        boolean chosen =
            other.isCluster()
                && role.selects().stream()
                    .anyMatch(s -> other.labels().entrySet().containsAll(s.entrySet()));
        if (chosen && other.selects().isEmpty()) {
          found.put(other.name(), other);
        } else if (chosen) {
          gather(other, found, seen);
        }
      }
    }

    String yaml() {
      StringBuilder out = new StringBuilder();
      for (Role role : roles) {
        out.append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ")
            .append(role.isCluster() ? "ClusterRole" : "Role")
            .append("\nmetadata:\n  name: ")
            .append(role.name());
        if (!role.isCluster()) {
          out.append("\n  namespace: ").append(role.namespace());
        }
        out.append("\n  labels: ").append(labels(role.labels()));
        if (!role.selects().isEmpty()) {
          out.append("\naggregationRule:\n  clusterRoleSelectors:");
          role.selects().forEach(s -> out.append("\n  - matchLabels: ").append(labels(s)));
        }
        out.append("\nrules:");
        out.append(role.rules().isEmpty() ? " []" : "");
        for (Rule rule : role.rules()) {
          out.append("\n- verbs: ").append(quoted(rule.verbs()));
          if (rule.urls().isEmpty()) {
            out.append("\n  apiGroups: ").append(quoted(rule.groups()));
            out.append("\n  resources: ").append(quoted(rule.resources()));
          } else {
            out.append("\n  nonResourceURLs: ").append(quoted(rule.urls()));
          }
          if (!rule.names().isEmpty()) {
            out.append("\n  resourceNames: ").append(quoted(rule.names()));
          }
        }
        out.append("\n---\n");
      }
      for (Binding binding : bindings) {
        out.append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ")
            .append(binding.namespace().isEmpty() ? "ClusterRoleBinding" : "RoleBinding")
            .append("\nmetadata: {name: ")
            .append(binding.name())
            .append(
                binding.namespace().isEmpty() ? "}" : ", namespace: " + binding.namespace() + "}")
            .append("\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ")
            .append(binding.roleKind())
            .append(", name: '")
            .append(binding.role())
            .append("'}\nsubjects:\n");
        for (Subject subject : binding.subjects()) {
          out.append("- {kind: ").append(subject.kind()).append(", name: '").append(subject.name());
          out.append(
              subject.namespace().isEmpty()
                  ? "'}\n"
                  : "', namespace: " + subject.namespace() + "}\n");
        }
        out.append("---\n");
      }
      return out.toString();
    }
  }

  private static String labels(Map<String, String> of) {
    return of.entrySet().stream()
        .map(e -> e.getKey() + ": '" + e.getValue() + "'")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(List<String> of) {
    return of.stream().map(s -> "'" + s + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean means(Subject subject, Binding binding, Who who) {
    return switch (subject.kind()) {
      case "User" -> who.user().equals(subject.name());
      case "Group" -> who.groups().contains(subject.name());
      default -> {
        String home = subject.namespace().isEmpty() ? binding.namespace() : subject.namespace();
        yield !home.isEmpty()
            && who.user().equals("system:serviceaccount:" + home + ":" + subject.name());
      }
    };
  }

  private static boolean grants(Rule rule, Asked asked) {
    if (!rule.verbs().contains("*") && !rule.verbs().contains(asked.verb())) {
      return false;
    }
    if (!asked.path().isEmpty()) {
      return rule.urls().stream()
          .anyMatch(url ->
              url.endsWith("*")
                  ? asked.path().startsWith(url.substring(0, url.length() - 1))
                  : url.equals(asked.path()));
    }
    boolean group = rule.groups().contains("*") || rule.groups().contains(asked.group());
    boolean name = rule.names().isEmpty() || rule.names().contains(asked.name());
    Set<String> wanted = new HashSet<>(Set.of("*"));
    if (asked.subresource().isEmpty()) {
      wanted.add(asked.resource());
    } else {
      wanted.add(asked.resource() + "/" + asked.subresource());
      wanted.add("*/" + asked.subresource());
    }
    return group && name && rule.resources().stream().anyMatch(wanted::contains);
  }
}
