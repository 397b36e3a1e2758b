package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What refuses a pod with a hostPath: the {@code enforce} label of a Namespace, a
 * ValidatingAdmissionPolicy, a ClusterPolicy ({@link KyvernoRestraint}) or ValidatingPolicy of
 * Kyverno, or a constraint of Gatekeeper ({@link GatekeeperRestraint}). A policy is recognised by
 * what it says: it looks at pods everywhere, without an exception, it refuses, and its expression
 * or pattern has one of the forms that let no {@code hostPath} pass. What has another form is not
 * followed, and stops nothing.
 *
 * @param path to what refuses it, in the object's document
 * @param words what it does, a clause
 */
public record HostPathRestraint(ObjectRef by, YamlPath path, String words) {
  private static final Set<String> LEVELS = Set.of("baseline", "restricted");
  private static final YamlPath ENFORCE =
      YamlPath.of("metadata", "labels", "pod-security.kubernetes.io/enforce");

  /**
   * What refuses every pod with a hostPath in a namespace.
   *
   * @param namespace empty for all namespaces, for which no label of one speaks
   * @param named the opened Namespace of a name
   * @param objects all opened objects of a kind
   */
  public static Optional<HostPathRestraint> of(
      String namespace,
      Function<String, Optional<KubeObject>> named,
      Function<String, List<KubeObject>> objects) {
    Optional<HostPathRestraint> label =
        namespace.isEmpty()
            ? Optional.empty()
            : named.apply(namespace).flatMap(HostPathRestraint::label);
    return label
        .or(() -> policy(objects, "pods"))
        .or(() ->
            KyvernoRestraint.looksAt(namespace)
                ? kyverno(objects, "Pod").or(() -> validating(objects, "pods"))
                : Optional.empty())
        .or(() -> GatekeeperRestraint.of(namespace, named, objects));
  }

  /** What refuses every PersistentVolume that is a hostPath. */
  static Optional<HostPathRestraint> onVolumes(Function<String, List<KubeObject>> objects) {
    return policy(objects, "persistentvolumes")
        .or(() -> kyverno(objects, "PersistentVolume"))
        .or(() -> validating(objects, "persistentvolumes"));
  }

  private static Optional<HostPathRestraint> label(KubeObject namespace) {
    String level = namespace.root().at(ENFORCE).raw();
    return LEVELS.contains(level)
        ? Optional.of(
            new HostPathRestraint(
                ObjectRef.of(namespace),
                ENFORCE,
                "enforces %s: a pod with a hostPath is refused".formatted(level)))
        : Optional.empty();
  }

  private static Optional<HostPathRestraint> policy(
      Function<String, List<KubeObject>> objects, String resource) {
    return objects.apply("ValidatingAdmissionPolicy").stream()
        .filter(p -> isCel(p, resource) && isBound(p, objects))
        .findFirst()
        .map(
            p -> new HostPathRestraint(ObjectRef.of(p), YamlPath.of("spec"), "refuses a hostPath"));
  }

  private static Optional<HostPathRestraint> kyverno(
      Function<String, List<KubeObject>> objects, String kind) {
    return objects.apply("ClusterPolicy").stream()
        .filter(p -> KyvernoRestraint.refuses(p, kind) && !KyvernoRestraint.isExcepted(p, objects))
        .findFirst()
        .map(
            p -> new HostPathRestraint(ObjectRef.of(p), YamlPath.of("spec"), "refuses a hostPath"));
  }

  /** Kyverno's policies in CEL, which bind themselves. */
  private static Optional<HostPathRestraint> validating(
      Function<String, List<KubeObject>> objects, String resource) {
    return objects.apply("ValidatingPolicy").stream()
        .filter(p -> p.group().equals("policies.kyverno.io") && isCel(p, resource))
        .filter(p -> lists(p.root().get("spec", "validationActions"), "Deny"))
        .filter(p -> !KyvernoRestraint.isExcepted(p, objects))
        .filter(
            p -> !p.root().get("spec", "evaluation", "admission", "enabled").raw().equals("false"))
        .findFirst()
        .map(
            p -> new HostPathRestraint(ObjectRef.of(p), YamlPath.of("spec"), "refuses a hostPath"));
  }

  private static boolean isCel(KubeObject policy, String resource) {
    YamlCursor spec = policy.root().get("spec");
    YamlCursor match = spec.get("matchConstraints");
    String other = resource.equals("pods") ? "Cluster" : "Namespaced";
    boolean looks =
        match.get("resourceRules").items().stream()
            .anyMatch(r ->
                lists(r.get("resources"), resource)
                    && lists(r.get("apiGroups"), "")
                    && lists(r.get("operations"), "CREATE")
                    && !r.get("scope").raw().equals(other)
                    && !r.get("resourceNames").exists());
    boolean narrowed =
        match.get("namespaceSelector").entries().size()
                + match.get("objectSelector").entries().size()
                + match.get("excludeResourceRules").items().size()
                + spec.get("matchConditions").items().size()
            > 0;
    return looks
        && !narrowed
        && !spec.get("paramKind").exists()
        && refuse(spec.get("validations"), spec.get("variables"))
        && !spec.get("failurePolicy").raw().equals("Ignore");
  }

  private static boolean isBound(KubeObject policy, Function<String, List<KubeObject>> objects) {
    return objects.apply("ValidatingAdmissionPolicyBinding").stream()
        .map(b -> b.root().get("spec"))
        .anyMatch(spec ->
            spec.get("policyName").raw().equals(policy.name())
                && lists(spec.get("validationActions"), "Deny")
                && !spec.get("paramRef").exists()
                && spec.get("matchResources").entries().isEmpty());
  }

  /** Whether one of some validations lets no hostPath pass. */
  static boolean refuse(YamlCursor validations, YamlCursor variables) {
    Set<String> lists =
        variables.items().stream()
            .filter(v -> CelForm.isList(v.get("expression").raw()))
            .map(v -> "variables." + v.get("name").raw())
            .collect(Collectors.toSet());
    CelForm form = new CelForm(lists);
    return validations.items().stream().anyMatch(v -> form.refuses(v.get("expression").raw()));
  }

  static boolean lists(YamlCursor list, String word) {
    return list.items().stream()
        .map(YamlCursor::raw)
        .anyMatch(w -> w.equals("*") || w.equals(word));
  }
}
