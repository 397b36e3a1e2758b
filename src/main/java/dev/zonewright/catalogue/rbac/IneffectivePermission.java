package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Field: {@code resources} of a rule. Accepted: resources that one of the rule's API groups has, in
 * a Role, or a ClusterRole that only RoleBindings give, those that belong to a namespace; {@code
 * *}, but no pattern such as {@code pods/*}; with names, a verb of requests that carry one. Groups
 * that a cluster may lack are not judged.
 */
public final class IneffectivePermission implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          IneffectivePermission.class,
          "Permission without effect",
          "A rule grants nothing, so the role is not what it seems to be",
          Severity.LOW);

  private static final String ALL = "*";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Optional<AccessRole> role = Holders.role(object).filter(r -> !Danger.isOfKubernetes(r));
    if (role.isEmpty()) {
      return;
    }
    boolean local = role.get().ref().kind().equals("Role");
    boolean byNamespace = !local && isGivenByNamespace(object, role.get(), reporter);
    List<YamlCursor> rules = object.root().get("rules").items();
    for (AccessRule rule : role.get().rules()) {
      for (YamlCursor at : rules.get(rule.number() - 1).get("resources").items()) {
        if (at.isScalar() && !at.isPlaceholder() && !rule.groups().isEmpty()) {
          why(at.raw(), rule, local)
              .or(() -> byNamespace ? inNamespaces(at.raw(), rule) : Optional.empty())
              .ifPresent(why ->
                  reporter
                      .violated(at, "“%s” grants nothing: %s".formatted(at.raw(), why))
                      .guidance("Write what was meant, or remove it."));
        }
      }
    }
  }

  /** Whether bindings of a ClusterRole are open, and each of them counts in one namespace only. */
  private static boolean isGivenByNamespace(KubeObject object, AccessRole role, Reporter reporter) {
    Holders holders = Holders.of(object, role, reporter);
    return !holders.aggregated()
        && !holders.list().isEmpty()
        && holders.list().stream().noneMatch(h -> h.binding().isClusterWide());
  }

  private static Optional<String> inNamespaces(String written, AccessRule rule) {
    String resource = written.split("/", 2)[0];
    return ApiResources.isOfCluster(rule.groups(), resource)
        ? Optional.of(
            "%s belong to no namespace, and the opened bindings of this ClusterRole are RoleBindings, which count in one only; it takes a ClusterRoleBinding"
                .formatted(resource))
        : Optional.empty();
  }

  private static Optional<String> why(String written, AccessRule rule, boolean local) {
    int slash = written.indexOf('/');
    String resource = slash < 0 ? written : written.substring(0, slash);
    String subresource = slash < 0 ? "" : written.substring(slash + 1);
    if (slash >= 0 && (subresource.isEmpty() || subresource.equals(ALL))) {
      return Optional.of(
          "no pattern covers all subresources of a resource; name each, such as pods/log");
    }
    if (resource.equals(ALL) || rule.groups().contains(ALL)) {
      return Optional.empty();
    }
    if (!ApiResources.has(rule.groups(), resource)) {
      String meant = ApiResources.meant(rule.groups(), resource).map(m -> "; " + m).orElse("");
      return Optional.of("the API group %s has no such resource%s".formatted(groups(rule), meant));
    }
    if (local && ApiResources.isOfCluster(rule.groups(), resource)) {
      return Optional.of(
          "%s belong to no namespace, and a Role counts in one only; it takes a ClusterRole and a"
                  .formatted(resource)
              + " ClusterRoleBinding");
    }
    return unnamed(written, rule);
  }

  /** A rule for named objects whose verbs are all of requests that carry no name. */
  private static Optional<String> unnamed(String written, AccessRule rule) {
    boolean none =
        !rule.names().isEmpty()
            && !rule.verbs().isEmpty()
            && rule.verbs().stream()
                .allMatch(v -> !v.equals(ALL) && !Ask.carriesName(v, written, rule));
    return none
        ? Optional.of(
            "%s requests carry no object name, so a rule with resourceNames never allows them"
                .formatted(String.join(" and ", rule.verbs())))
        : Optional.empty();
  }

  private static String groups(AccessRule rule) {
    List<String> names = rule.groups().stream().map(g -> g.isEmpty() ? "\"\"" : g).toList();
    return String.join(" or ", names);
  }
}
