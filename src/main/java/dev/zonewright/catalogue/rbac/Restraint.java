package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/**
 * What refuses a pod with a hostPath: the {@code enforce} label of a Namespace, a
 * ValidatingAdmissionPolicy, or a ClusterPolicy of Kyverno. A policy is recognised by what it says:
 * it looks at pods everywhere, without an exception, its expression or pattern names {@code
 * hostPath}, and it refuses. What the expression computes is not followed.
 */
final class Restraint {
  private static final Set<String> LEVELS = Set.of("baseline", "restricted");
  private static final String HOST_PATH = "hostPath";

  private Restraint() {}

  /**
   * Whether a pod with a hostPath that somebody creates is refused wherever they may create one.
   */
  static boolean stops(Holder holder, Reporter reporter) {
    boolean labelled =
        !holder.binding().isClusterWide() && enforces(holder.binding().ref().namespace(), reporter);
    return labelled || policy(reporter);
  }

  private static boolean enforces(String namespace, Reporter reporter) {
    return reporter
        .cluster()
        .object("Namespace", "", namespace)
        .map(n -> n.root().get("metadata", "labels", "pod-security.kubernetes.io/enforce").raw())
        .filter(LEVELS::contains)
        .isPresent();
  }

  private static boolean policy(Reporter reporter) {
    return reporter.cluster().objects("ValidatingAdmissionPolicy").stream()
            .anyMatch(p -> isCel(p) && isBound(p, reporter))
        || reporter.cluster().objects("ClusterPolicy").stream().anyMatch(Restraint::isKyverno);
  }

  private static boolean isCel(KubeObject policy) {
    YamlCursor spec = policy.root().get("spec");
    YamlCursor match = spec.get("matchConstraints");
    boolean pods =
        match.get("resourceRules").items().stream()
            .anyMatch(r ->
                lists(r.get("resources"), "pods")
                    && lists(r.get("operations"), "CREATE")
                    && !r.get("resourceNames").exists());
    boolean narrowed =
        match.get("namespaceSelector").entries().size()
                + match.get("objectSelector").entries().size()
                + match.get("excludeResourceRules").items().size()
                + spec.get("matchConditions").items().size()
            > 0;
    boolean names =
        spec.get("validations").items().stream()
            .anyMatch(v -> v.get("expression").raw().contains(HOST_PATH));
    return pods && names && !narrowed && !spec.get("failurePolicy").raw().equals("Ignore");
  }

  private static boolean isBound(KubeObject policy, Reporter reporter) {
    return reporter.cluster().objects("ValidatingAdmissionPolicyBinding").stream()
        .map(b -> b.root().get("spec"))
        .anyMatch(spec ->
            spec.get("policyName").raw().equals(policy.name())
                && lists(spec.get("validationActions"), "Deny")
                && spec.get("matchResources").entries().isEmpty());
  }

  private static boolean isKyverno(KubeObject policy) {
    if (!policy.group().equals("kyverno.io")) {
      return false;
    }
    YamlCursor spec = policy.root().get("spec");
    boolean all = spec.get("validationFailureAction").raw().equalsIgnoreCase("Enforce");
    return spec.get("rules").items().stream()
        .anyMatch(rule ->
            (all || rule.get("validate", "failureAction").raw().equalsIgnoreCase("Enforce"))
                && rule.get("exclude").entries().isEmpty()
                && rule.get("preconditions").entries().isEmpty()
                && rule.get("match", "any").items().stream().anyMatch(Restraint::isAllPods)
                && names(rule.get("validate")));
  }

  private static boolean isAllPods(YamlCursor match) {
    YamlCursor resources = match.get("resources");
    return match.entries().size() == 1
        && resources.entries().size() == 1
        && lists(resources.get("kinds"), "Pod");
  }

  private static boolean names(YamlCursor at) {
    return at.raw().contains(HOST_PATH)
        || at.key().contains(HOST_PATH)
        || at.entries().stream().anyMatch(Restraint::names)
        || at.items().stream().anyMatch(Restraint::names);
  }

  private static boolean lists(YamlCursor list, String word) {
    return list.items().stream()
        .map(YamlCursor::raw)
        .anyMatch(w -> w.equals("*") || w.equals(word));
  }
}
