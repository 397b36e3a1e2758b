package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What of Kyverno's ClusterPolicies refuses a hostPath: a rule that is enforced on all pods, in one
 * of the forms of Kyverno's own library. Source: Kyverno, Validate Rules; Selecting Resources;
 * Policy Exceptions.
 */
final class KyvernoRestraint {
  /** Namespaces that Kyverno leaves out as it is installed. */
  private static final Set<String> LEFT_OUT =
      Set.of("kube-system", "kube-public", "kube-node-lease", "kyverno");

  private static final Set<String> LEVELS = Set.of("baseline", "restricted");
  private static final Set<String> OF_VOLUMES = Set.of("HostPath Volumes", "Volume Types");
  private static final String FOLDER = "X(hostPath)";
  private static final String KEYS = "{{request.object.spec.volumes[].keys(@)[]||''}}";

  private KyvernoRestraint() {}

  /** Whether Kyverno looks at a namespace; of all namespaces it leaves some out. */
  static boolean looksAt(String namespace) {
    return !namespace.isEmpty() && !LEFT_OUT.contains(namespace);
  }

  /** Whether an exception that is opened names a policy. */
  static boolean isExcepted(KubeObject policy, Function<String, List<KubeObject>> objects) {
    return objects.apply("PolicyException").stream()
        .map(e -> e.root().get("spec"))
        .anyMatch(spec ->
            spec.get("exceptions").items().stream()
                    .anyMatch(e -> e.get("policyName").raw().equals(policy.name()))
                || spec.get("policyRefs").items().stream()
                    .anyMatch(r -> r.get("name").raw().equals(policy.name())));
  }

  /** Whether a policy refuses a hostPath in every object of a kind that Kyverno looks at. */
  static boolean refuses(KubeObject policy, String kind) {
    YamlCursor spec = policy.root().get("spec");
    return policy.group().equals("kyverno.io")
        && isEmpty(spec.get("validationFailureActionOverrides"))
        && isEmpty(spec.get("webhookConfiguration", "matchConditions"))
        && !spec.get("admission").raw().equals("false")
        && !spec.get("failurePolicy").raw().equals("Ignore")
        && spec.get("rules").items().stream().anyMatch(rule -> refuses(rule, spec, kind));
  }

  private static boolean refuses(YamlCursor rule, YamlCursor spec, String kind) {
    YamlCursor validate = rule.get("validate");
    String own = validate.get("failureAction").raw();
    String action = own.isEmpty() ? spec.get("validationFailureAction").raw() : own;
    return action.equalsIgnoreCase("Enforce")
        && isEmpty(validate.get("failureActionOverrides"))
        && isEmpty(rule.get("exclude"))
        && isEmpty(rule.get("preconditions"))
        && isEmpty(rule.get("celPreconditions"))
        && matchesAll(rule.get("match"), kind)
        && (pattern(validate.get("pattern"), kind)
            || (kind.equals("Pod") && (standard(validate) || types(validate.get("deny"))))
            || expressions(validate.get("cel")));
  }

  private static boolean isEmpty(YamlCursor at) {
    return at.items().isEmpty() && at.entries().isEmpty();
  }

  private static boolean matchesAll(YamlCursor match, String kind) {
    List<YamlCursor> all = match.get("all").items();
    return match.get("any").items().stream().anyMatch(m -> isAll(m, kind))
        || (all.size() == 1 && isAll(all.getFirst(), kind))
        || (match.entries().size() == 1 && isAll(match, kind));
  }

  private static boolean isAll(YamlCursor match, String kind) {
    YamlCursor resources = match.get("resources");
    return match.entries().size() == 1
        && resources.entries().size() == 1
        && HostPathRestraint.lists(resources.get("kinds"), kind);
  }

  /** Each volume must be without the field; an anchor that narrows the pattern is not followed. */
  private static boolean pattern(YamlCursor pattern, String kind) {
    YamlCursor spec = plain(pattern, "spec");
    if (kind.equals("PersistentVolume")) {
      return plain(spec, FOLDER).exists();
    }
    List<YamlCursor> each = plain(spec, "volumes").items();
    return each.size() == 1 && plain(each.getFirst(), FOLDER).exists();
  }

  /** A field of a pattern that counts for each object; it may be one that can be missing. */
  private static YamlCursor plain(YamlCursor of, String key) {
    boolean narrowed =
        of.entries().stream().anyMatch(e -> e.key().startsWith("(") || e.key().startsWith("<("));
    YamlCursor maybe = of.get("=(" + key + ")");
    YamlCursor found = maybe.exists() ? maybe : of.get(key);
    return narrowed ? of.get("") : found;
  }

  private static boolean standard(YamlCursor validate) {
    YamlCursor level = validate.get("podSecurity");
    return LEVELS.contains(level.get("level").raw())
        && level.get("exclude").items().stream()
            .noneMatch(e -> OF_VOLUMES.contains(e.get("controlName").raw()));
  }

  /** Only some types of volumes are let pass. */
  private static boolean types(YamlCursor deny) {
    YamlCursor conditions = deny.get("conditions");
    List<YamlCursor> all = conditions.get("all").items();
    return conditions.get("any").items().stream().anyMatch(KyvernoRestraint::isTypes)
        || (all.size() == 1 && isTypes(all.getFirst()));
  }

  private static boolean isTypes(YamlCursor condition) {
    List<YamlCursor> values = condition.get("value").items();
    return condition.get("key").raw().replaceAll("\\s+", "").equals(KEYS)
        && condition.get("operator").raw().equals("AnyNotIn")
        && !values.isEmpty()
        && values.stream()
            .map(YamlCursor::raw)
            .noneMatch(v -> v.contains("*") || v.contains("?") || v.equals("hostPath"));
  }

  private static boolean expressions(YamlCursor cel) {
    return !cel.get("paramKind").exists()
        && HostPathRestraint.refuse(cel.get("expressions"), cel.get("variables"));
  }
}
