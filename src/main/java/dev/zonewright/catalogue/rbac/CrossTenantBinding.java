package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields: {@code subjects} and {@code roleRef} of a binding. Accepted: a RoleBinding for accounts
 * of its own namespace; a ClusterRoleBinding of a tenant's account to a role whose resources all
 * belong to no namespace.
 */
public final class CrossTenantBinding implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          CrossTenantBinding.class,
          "Binding across tenants",
          "A binding gives a tenant's account rights in the namespaces of others",
          Severity.HIGH);

  private static final String ADVICE =
      "Bind the role by a RoleBinding in the account's own namespace.";

  /** Resources of the built-in groups that belong to no namespace. */
  private static final Set<String> OF_CLUSTER =
      Set.of(
          "nodes",
          "persistentvolumes",
          "namespaces",
          "componentstatuses",
          "storageclasses",
          "csidrivers",
          "csinodes",
          "volumeattachments",
          "volumeattributesclasses",
          "priorityclasses",
          "runtimeclasses",
          "ingressclasses",
          "ipaddresses",
          "servicecidrs",
          "clusterroles",
          "clusterrolebindings",
          "customresourcedefinitions",
          "apiservices",
          "mutatingwebhookconfigurations",
          "validatingwebhookconfigurations",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings",
          "tokenreviews",
          "subjectaccessreviews",
          "selfsubjectaccessreviews",
          "selfsubjectrulesreviews",
          "selfsubjectreviews",
          "certificatesigningrequests",
          "clustertrustbundles",
          "signers",
          "flowschemas",
          "prioritylevelconfigurations",
          "users",
          "groups",
          "deviceclasses");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Holders.binding(object)
        .filter(binding -> !Danger.isOfKubernetes(binding))
        .ifPresent(binding -> binding(object, binding, reporter));
  }

  private static void binding(KubeObject object, AccessBinding binding, Reporter reporter) {
    List<YamlCursor> items = object.root().get("subjects").items();
    List<Holder> holders = Holders.of(object, binding).list();
    for (int i = 0; i < holders.size(); i++) {
      Holder holder = holders.get(i);
      if (holder.kind() != Holder.Kind.TENANT) {
        continue;
      }
      if (binding.isClusterWide()) {
        everywhere(items.get(i), holder, reporter);
      } else if (!reporter
          .profile()
          .isOneTenant(holder.namespace().orElse(""), binding.ref().namespace())) {
        if (object.root().get("metadata", "namespace").isSet()) {
          reporter
              .violated(items.get(i), across(holder, binding))
              .gaining(holder.namespace().stream().collect(Collectors.toSet()))
              .guidance(
                  "If both tenants agreed on it, accept it with a reason. Otherwise, "
                      + "remove it.");
        } else {
          reporter
              .undetermined(items.get(i), nowhere(holder, binding))
              .gaining(holder.namespace().stream().collect(Collectors.toSet()))
              .guidance("Write the namespace into the binding.");
        }
      }
    }
  }

  private static String across(Holder holder, AccessBinding binding) {
    return "%s of another tenant has the rights of %s in %s"
        .formatted(holder.subject().label(), binding.role().label(), binding.ref().namespace());
  }

  /** A chart often leaves the namespace to the command that applies its objects. */
  private static String nowhere(Holder holder, AccessBinding binding) {
    return "The binding names no namespace: unless it is applied to %s, %s of another tenant gets the rights of %s there"
        .formatted(holder.namespace().orElse(""), holder.subject().label(), binding.role().label());
  }

  private static void everywhere(YamlCursor at, Holder holder, Reporter reporter) {
    AccessBinding binding = holder.binding();
    Optional<AccessRole> role =
        reporter
            .cluster()
            .object("ClusterRole", "", binding.role().name())
            .flatMap(Holders::role)
            .or(() -> Danger.builtIn(binding, reporter));
    if (role.isEmpty()) {
      reporter
          .undetermined(
              at,
              "What %s may do everywhere is not known: %s is not among the manifests"
                  .formatted(holder.subject().label(), binding.role().label()))
          .guidance("Open the role too.");
      return;
    }
    Optional<String> spread =
        role.get().rules().stream()
            .filter(rule -> !rule.verbs().isEmpty())
            .map(AccessRule::resources)
            .flatMap(List::stream)
            .filter(CrossTenantBinding::isNamespaced)
            .findFirst();
    spread.ifPresent(resource ->
        reporter
            .violated(
                at,
                "%s has the rights of %s in the namespaces of every tenant (%s)"
                    .formatted(holder.subject().label(), binding.role().label(), resource))
            .gaining(holder.namespace().stream().collect(Collectors.toSet()))
            .related(holder.step())
            .guidance(ADVICE));
  }

  private static boolean isNamespaced(String resource) {
    int slash = resource.indexOf('/');
    return !OF_CLUSTER.contains(slash < 0 ? resource : resource.substring(0, slash));
  }
}
