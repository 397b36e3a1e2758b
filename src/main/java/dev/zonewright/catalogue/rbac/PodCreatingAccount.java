package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.access.chain.HostPathRestraint;
import dev.zonewright.kube.access.chain.PodMakers;
import dev.zonewright.kube.custom.CustomName;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: none that creates pods, directly, by a workload, by a custom resource for
 * which an operator makes pods, by ephemeral containers or by rights that lead to others; or all
 * pods with a hostPath are refused, see {@link HostPathRestraint}.
 */
public final class PodCreatingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          PodCreatingAccount.class,
          "Account that can create pods",
          "An account can create a pod with hostPath where nothing restrains it",
          Severity.HIGH);

  private static final YamlPath ENFORCE =
      YamlPath.of("metadata", "labels", "pod-security.kubernetes.io/enforce");

  private static final Danger DANGER =
      new Danger(
          asks(
              Ask.of(Ask.WRITE, "", "pods", "replicationcontrollers", "podtemplates").orNamed(),
              Ask.of(List.of("update", "patch"), "", "pods/ephemeralcontainers").orNamed(),
              Ask.of(Ask.WRITE, "apps", "deployments", "statefulsets", "daemonsets", "replicasets")
                  .orNamed(),
              Ask.of(Ask.WRITE, "batch", "cronjobs").orNamed(),
              // the template of a Job cannot be changed
              Ask.of(List.of("create"), "batch", "jobs"),
              Ask.of(
                      List.of("bind", "escalate"),
                      "rbac.authorization.k8s.io",
                      "roles",
                      "clusterroles")
                  .orNamed(),
              Ask.ofCluster(List.of("impersonate"), "", "users", "groups").orNamed(),
              Ask.of(List.of("impersonate"), "", "serviceaccounts").orNamed()),
          "create pods, with a hostPath too",
          Severity.HIGH,
          "RBAC cannot check what is in a pod. Put the label pod-security.kubernetes.io/enforce:"
              + " restricted on the Namespace, or an admission policy that refuses hostPath; and"
              + " grant only the verbs that are needed.",
          PodCreatingAccount::enforced);

  /** These, and to make custom resources for which an operator makes pods. */
  private static List<Ask> asks(Ask... first) {
    Map<String, List<String>> byGroup =
        PodMakers.all().stream()
            .collect(
                Collectors.groupingBy(
                    CustomName::group,
                    TreeMap::new,
                    Collectors.mapping(CustomName::resource, Collectors.toList())));
    List<Ask> out = new ArrayList<>(List.of(first));
    byGroup.forEach(
        (group, resources) -> out.add(new Ask(Ask.WRITE, group, resources, true, false)));
    return out;
  }

  /** The label that stops it, where all that have the power have it in opened namespaces only. */
  private static Optional<Fix> enforced(Holders holders, Reporter reporter) {
    Set<String> names =
        holders.list().stream()
            .map(h -> h.binding().isClusterWide() ? "" : h.binding().ref().namespace())
            .collect(Collectors.toCollection(TreeSet::new));
    List<KubeObject> opened =
        names.stream()
            .flatMap(name -> reporter.cluster().object("Namespace", "", name).stream())
            .filter(namespace -> !Tenants.isSystem(namespace.name()))
            .toList();
    if (names.isEmpty() || opened.size() < names.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Fix.reviewAcross(
            "Enforce the restricted standard in " + String.join(", ", names),
            "the pods of workloads that do not meet it, or are not opened, are refused from then"
                + " on",
            edits ->
                opened.forEach(namespace ->
                    edits.in(ObjectRef.of(namespace)).set(ENFORCE, YamlValue.of("restricted")))));
  }

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    // a thousand holders are mostly of a few namespaces
    Map<String, Boolean> stopped = new HashMap<>();
    Predicate<String> isStopped =
        namespace -> stopped.computeIfAbsent(namespace, name -> isStopped(name, reporter));
    DANGER.check(
        object,
        holder -> !isStopped.test(where(holder)),
        // a Role counts in its own namespace alone, whoever is bound to it one day
        role -> !isStopped.test(role.ref().namespace()),
        reporter);
    DANGER.unknown(object, reporter);
  }

  private static String where(Holder holder) {
    return holder.binding().isClusterWide() ? "" : holder.binding().ref().namespace();
  }

  /**
   * Whether a pod with a hostPath is refused wherever somebody may create one.
   *
   * @param namespace empty for all
   */
  private static boolean isStopped(String namespace, Reporter reporter) {
    return HostPathRestraint.of(
            namespace,
            name -> reporter.cluster().object("Namespace", "", name),
            kind -> reporter.cluster().objects(kind))
        .isPresent();
  }
}
