package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.valid.MetadataRules;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the API server refuses about roles and bindings, after Kubernetes' validation of {@code
 * rbac.authorization.k8s.io/v1}.
 */
public final class RbacProblems {
  private static final Set<String> ROLE_KINDS = Set.of("Role", "ClusterRole");
  private static final Set<String> SUBJECT_KINDS = Set.of("ServiceAccount", "User", "Group");
  private static final Pattern ACCOUNT_NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST_NAME = 253;

  private final List<Problem> problems = new ArrayList<>();

  private RbacProblems() {}

  /**
   * A thing that the API server refuses.
   *
   * @param at the key, or where it is missing
   */
  public record Problem(YamlCursor at, String message) {}

  /** All problems of an object; none for every other kind. */
  public static List<Problem> of(KubeObject object) {
    RbacProblems found = new RbacProblems();
    if (object.group().equals(AccessReader.GROUP)) {
      switch (object.kind()) {
        case "Role", "ClusterRole" -> found.role(object);
        case "RoleBinding", "ClusterRoleBinding" -> found.binding(object);
        default -> {
          // a list or an unknown kind of the group
        }
      }
    }
    return List.copyOf(found.problems);
  }

  private void role(KubeObject object) {
    boolean namespaced = object.kind().equals("Role");
    YamlCursor aggregation = object.root().get("aggregationRule");
    if (!namespaced && aggregation.isMapping()) {
      YamlCursor selectors = aggregation.get("clusterRoleSelectors");
      require(selectors, "an aggregation rule needs at least one selector");
      selectors.items().forEach(at -> LabelSyntax.selector(at, (where, why) -> add(where, why)));
    }
    for (YamlCursor rule : object.root().get("rules").items()) {
      boolean urls = isFilled(rule.get("nonResourceURLs"));
      boolean resources =
          isFilled(rule.get("apiGroups"))
              || isFilled(rule.get("resources"))
              || isFilled(rule.get("resourceNames"));
      require(rule.get("verbs"), "a rule needs at least one verb");
      if (urls && namespaced) {
        add(
            rule.get("nonResourceURLs"),
            "a Role cannot grant paths of the server: only a ClusterRole can");
      }
      if (urls && resources) {
        add(
            rule.get("nonResourceURLs"),
            "a rule is about resources or about paths of the server, not both");
      }
      if (!urls) {
        require(
            rule.get("apiGroups"),
            "a rule on resources needs at least one API group (\"\" is the core group)");
        require(rule.get("resources"), "a rule needs at least one resource");
      }
    }
  }

  private void binding(KubeObject object) {
    boolean cluster = object.kind().equals("ClusterRoleBinding");
    YamlCursor role = object.root().get("roleRef");
    String group = AccessReader.text(role.get("apiGroup"));
    if (!group.isEmpty() && !group.equals(AccessReader.GROUP)) {
      add(role.get("apiGroup"), "roleRef.apiGroup must be " + AccessReader.GROUP);
    }
    String kind = AccessReader.text(role.get("kind"));
    if (cluster ? !kind.equals("ClusterRole") : !ROLE_KINDS.contains(kind)) {
      add(
          role.get("kind"),
          cluster
              ? "a ClusterRoleBinding can only grant a ClusterRole"
              : "roleRef.kind must be Role or ClusterRole");
    }
    if (AccessReader.text(role.get("name")).isEmpty()) {
      add(role.get("name"), "roleRef needs the name of the role");
    } else if (!MetadataRules.isPathSegment(AccessReader.text(role.get("name")))) {
      add(role.get("name"), "the name in roleRef is not a valid role name");
    }
    object.root().get("subjects").items().forEach(subject -> subject(subject, cluster));
  }

  private void subject(YamlCursor subject, boolean cluster) {
    String kind = AccessReader.text(subject.get("kind"));
    String name = AccessReader.text(subject.get("name"));
    String group = AccessReader.text(subject.get("apiGroup"));
    if (name.isEmpty()) {
      add(subject.get("name"), "a subject needs a name");
    }
    if (!SUBJECT_KINDS.contains(kind)) {
      add(subject.get("kind"), "the kind of a subject must be ServiceAccount, User or Group");
      return;
    }
    boolean account = kind.equals("ServiceAccount");
    if (account && !name.isEmpty() && !isAccountName(name)) {
      add(subject.get("name"), "“%s” is not a valid ServiceAccount name".formatted(name));
    }
    if (account && !group.isEmpty()) {
      add(subject.get("apiGroup"), "a ServiceAccount is of the core group: leave apiGroup out");
    }
    if (!account && !group.isEmpty() && !group.equals(AccessReader.GROUP)) {
      add(
          subject.get("apiGroup"),
          "apiGroup of a %s must be %s".formatted(kind, AccessReader.GROUP));
    }
    if (account && cluster && AccessReader.text(subject.get("namespace")).isEmpty()) {
      add(subject.get("namespace"), "a ServiceAccount in a ClusterRoleBinding needs its namespace");
    }
  }

  private static boolean isAccountName(String name) {
    return name.length() <= LONGEST_NAME && ACCOUNT_NAME.matcher(name).matches();
  }

  private static boolean isFilled(YamlCursor list) {
    return !list.items().isEmpty();
  }

  private void require(YamlCursor list, String message) {
    if (!isFilled(list) && !list.isPlaceholder()) {
      add(list, message);
    }
  }

  private void add(YamlCursor at, String message) {
    if (!at.isPlaceholder()) {
      problems.add(new Problem(at, message));
    }
  }
}
