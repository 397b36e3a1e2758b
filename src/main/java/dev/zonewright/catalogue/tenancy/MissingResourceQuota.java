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
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Field: {@code spec.hard} of the ResourceQuotas of a tenant. Accepted: they bound CPU and memory
 * together; pods and other objects are named when they are not bounded.
 */
public final class MissingResourceQuota implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          MissingResourceQuota.class,
          "Missing resource quota",
          "Nothing bounds what a tenant takes of the nodes",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: What operators must isolate",
          "Kubernetes: Resource Quotas");

  /** What is bounded, and by which keys. */
  private static final List<Bound> NEEDED =
      List.of(
          new Bound("CPU", List.of("limits.cpu", "requests.cpu", "cpu"), "8"),
          new Bound("memory", List.of("limits.memory", "requests.memory", "memory"), "16Gi"));

  /** Something to bound, the keys that do so, and an example for the first of them. */
  private record Bound(String what, List<String> keys, String example) {}

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
              YamlValue.of("50")));

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
    KubeObject first = quotas.getFirst();
    YamlCursor hard = first.root().get("spec", "hard");
    for (KubeObject quota : quotas) {
      YamlCursor at = quota.root().get("spec", "hard");
      if (UnknownValue.hides(at)) {
        reporter.undetermined(at, "What the quota bounds is not filled in");
        return;
      }
    }
    Set<String> bounded = new TreeSet<>();
    quotas.forEach(q -> q.root().get("spec", "hard").entries().forEach(e -> bounded.add(e.key())));
    List<Bound> unbounded =
        NEEDED.stream().filter(n -> n.keys().stream().noneMatch(bounded::contains)).toList();
    if (!unbounded.isEmpty()) {
      reporter
          .violated(
              hard,
              bounded.isEmpty()
                  ? "The quota bounds nothing"
                  : "No quota of %s bounds %s"
                      .formatted(
                          tenant.name(),
                          unbounded.stream().map(Bound::what).collect(Collectors.joining(" or "))))
          .fix(
              Fix.review(
                  "Bound CPU and memory in ResourceQuota " + first.name(),
                  "how much the tenant needs is not seen in manifests, and pods without limits are"
                      + " refused from then on",
                  editor ->
                      unbounded.forEach(n ->
                          editor.set(
                              hard.path().key(n.keys().getFirst()), YamlValue.of(n.example())))))
          .guidance("Choose what the tenant may take of its nodes; the figures are an example.");
    }
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
                    "how much the tenant needs is not seen in manifests, and pods without limits"
                        + " are refused from then on"))
        .guidance("Choose what the tenant may take of its nodes; the figures are an example.");
  }
}
