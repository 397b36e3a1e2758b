package dev.zonewright.catalogue.tenancy;

import dev.zonewright.catalogue.added.NewObject;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Field: {@code spec.hard} of the ResourceQuotas of a tenant. Accepted: together they bound CPU,
 * memory, pods and the number of other objects, for every pod. Where only pods or other objects are
 * not bounded, it is less severe.
 */
public final class MissingResourceQuota implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          MissingResourceQuota.class,
          "Missing resource quota",
          "Nothing limits how much of the nodes a tenant uses",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: What operators must isolate",
          "Kubernetes: Resource Quotas");

  /** What is to be bounded. Without a bound on CPU or memory it weighs more. */
  private static final List<Bound> NEEDED =
      List.of(
          new Bound("CPU", Set.of("limits.cpu", "requests.cpu", "cpu"), Map.of("limits.cpu", "8")),
          new Bound(
              "memory",
              Set.of("limits.memory", "requests.memory", "memory"),
              Map.of("limits.memory", "16Gi")),
          new Bound("pods", Set.of("pods", "count/pods"), Map.of("pods", "50")),
          new Bound(
              "the number of other objects",
              Set.of(
                  "configmaps",
                  "secrets",
                  "services",
                  "persistentvolumeclaims",
                  "services.loadbalancers",
                  "services.nodeports",
                  "replicationcontrollers",
                  "resourcequotas"),
              new TreeMap<>(Map.of("configmaps", "100", "secrets", "100", "services", "20"))));

  private static final Set<String> COMPUTE = Set.of("CPU", "memory");

  /** Scopes that together hold every pod. */
  private static final List<Set<String>> WHOLE =
      List.of(Set.of("Terminating", "NotTerminating"), Set.of("BestEffort", "NotBestEffort"));

  /**
   * Something to bound.
   *
   * @param keys each of which bounds it
   * @param example what a fix writes
   */
  private record Bound(String what, Set<String> keys, Map<String, String> example) {
    boolean isIn(Set<String> bounded) {
      boolean counted =
          keys.contains("configmaps")
              && bounded.stream().anyMatch(k -> k.startsWith("count/") && !k.equals("count/pods"));
      return counted || bounded.stream().anyMatch(keys::contains);
    }
  }

  private static final YamlValue.Mapping QUOTA =
      YamlValue.mapping(
          "hard",
          YamlValue.mapping(
              "requests.cpu",
              YamlValue.of("4"),
              "requests.memory",
              YamlValue.of("8Gi"),
              "limits.cpu",
              YamlValue.of("8"),
              "limits.memory",
              YamlValue.of("16Gi"),
              "pods",
              YamlValue.of("50"),
              "configmaps",
              YamlValue.of("100"),
              "secrets",
              YamlValue.of("100"),
              "services",
              YamlValue.of("20")));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    if (Sources.isSystem(tenant)) {
      return;
    }
    List<KubeObject> quotas =
        tenant.objects("ResourceQuota").stream().filter(q -> !q.isOfCustomKind()).toList();
    if (quotas.isEmpty()) {
      missing(tenant, reporter);
      return;
    }
    // what a quota with a scope may bound depends on the scope, and it holds for some pods only
    Optional<KubeObject> whole = quotas.stream().filter(q -> !isScoped(q)).findFirst();
    YamlCursor hard = whole.orElseGet(quotas::getFirst).root().get("spec", "hard");
    for (KubeObject quota : quotas) {
      YamlCursor at = quota.root().get("spec", "hard");
      if (UnknownValue.hides(at)) {
        reporter.undetermined(at, "What the quota limits is not filled in");
        return;
      }
    }
    Set<String> bounded = bounded(quotas);
    List<Bound> unbounded = NEEDED.stream().filter(n -> !n.isIn(bounded)).toList();
    if (!unbounded.isEmpty()) {
      boolean compute = unbounded.stream().anyMatch(n -> COMPUTE.contains(n.what()));
      reporter
          .violated(hard, message(tenant, unbounded, bounded))
          .severity(compute ? Severity.MEDIUM : Severity.LOW)
          .fix(
              whole
                  .map(quota -> limit(quota, unbounded, compute))
                  .orElseGet(() -> added(unbounded).to(tenant, reason(compute))))
          .guidance("Choose how much of its nodes the tenant may use; the values are examples.");
    }
  }

  private static Fix limit(KubeObject quota, List<Bound> unbounded, boolean compute) {
    YamlPath hard = quota.root().get("spec", "hard").path();
    return Fix.review(
        "Limit %s in ResourceQuota %s".formatted(words(unbounded), quota.name()),
        reason(compute),
        editor ->
            unbounded.forEach(n ->
                n.example()
                    .forEach((key, value) -> editor.set(hard.key(key), YamlValue.of(value)))));
  }

  private static NewObject added(List<Bound> unbounded) {
    Map<String, YamlValue> hard = new LinkedHashMap<>();
    unbounded.forEach(n -> n.example().forEach((key, value) -> hard.put(key, YamlValue.of(value))));
    return new NewObject(
        "v1",
        "ResourceQuota",
        "tenant-quota",
        "spec",
        YamlValue.mapping("hard", new YamlValue.Mapping(hard)));
  }

  private static String reason(boolean compute) {
    return compute
        ? "how much the tenant needs is not visible in manifests, and pods without limits are"
            + " refused from then on"
        : "how many the tenant needs is not visible in manifests, and more than that are refused"
            + " from then on";
  }

  private static boolean isScoped(KubeObject quota) {
    YamlCursor spec = quota.root().get("spec");
    return !spec.get("scopes").items().isEmpty() || spec.get("scopeSelector").isSet();
  }

  private static String message(TenantView tenant, List<Bound> unbounded, Set<String> bounded) {
    return bounded.isEmpty()
        ? "The quota limits nothing"
        : "No quota of %s limits %s".formatted(tenant.name(), words(unbounded));
  }

  private static String words(List<Bound> unbounded) {
    return unbounded.stream().map(Bound::what).collect(Collectors.joining(" or "));
  }

  /** What is bounded for every pod: a quota with a scope holds for some of them only. */
  private static Set<String> bounded(List<KubeObject> quotas) {
    Set<String> out = new TreeSet<>();
    Map<String, Set<String>> byScope = new TreeMap<>();
    for (KubeObject quota : quotas) {
      YamlCursor spec = quota.root().get("spec");
      Set<String> keys = new TreeSet<>();
      spec.get("hard").entries().forEach(e -> keys.add(e.key()));
      List<String> scopes = spec.get("scopes").items().stream().map(YamlCursor::raw).toList();
      if (scopes.size() == 1 && !spec.get("scopeSelector").isSet()) {
        byScope.computeIfAbsent(scopes.getFirst(), _ -> new TreeSet<>()).addAll(keys);
      } else if (scopes.isEmpty() && !spec.get("scopeSelector").isSet()) {
        out.addAll(keys);
      }
    }
    for (Set<String> pair : WHOLE) {
      if (byScope.keySet().containsAll(pair)) {
        Set<String> both = new TreeSet<>(byScope.getOrDefault(pair.iterator().next(), Set.of()));
        pair.forEach(scope -> both.retainAll(byScope.getOrDefault(scope, Set.of())));
        out.addAll(both);
      }
    }
    return out;
  }

  private static void missing(TenantView tenant, Reporter reporter) {
    boolean named =
        tenant.namespace().isPresent()
            || tenant.objects().stream().anyMatch(o -> !o.namespace().isEmpty());
    boolean runs = !tenant.pods().isEmpty();
    if (!named || (!runs && tenant.namespace().isEmpty())) {
      return;
    }
    reporter
        .violated(
            tenant.at(),
            "No ResourceQuota of %s is opened: the tenant may take all CPU, memory and pods of the nodes it shares"
                .formatted(tenant.name()))
        .fix(
            new NewObject("v1", "ResourceQuota", "tenant-quota", "spec", QUOTA)
                .to(
                    tenant,
                    "how much the tenant needs is not visible in manifests, and pods without limits"
                        + " are refused from then on"))
        .guidance("Choose how much of its nodes the tenant may use; the values are examples.");
  }
}
