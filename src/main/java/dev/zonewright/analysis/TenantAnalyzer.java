package dev.zonewright.analysis;

import dev.zonewright.control.Control;
import dev.zonewright.control.Pool;
import dev.zonewright.control.Profile;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.query.QueryStore;
import dev.zonewright.kube.query.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Gathers the objects of each tenant and calls the controls on tenants. */
final class TenantAnalyzer {
  /** What is written for a tenant as a whole. */
  private static final Set<String> FOR_TENANTS =
      Set.of("NetworkPolicy", "ResourceQuota", "LimitRange");

  private final List<Control.OnTenant> controls;
  private final Profile profile;
  private final Pool pool = new Pool();
  private final PodFields fields;

  /**
   * Sorts the controls.
   *
   * @param fields what they read
   */
  TenantAnalyzer(List<Control> controls, PodFields fields, Profile profile) {
    this.controls =
        controls.stream()
            .filter(Control.OnTenant.class::isInstance)
            .map(Control.OnTenant.class::cast)
            .toList();
    this.profile = profile;
    this.fields = fields;
  }

  /**
   * The findings of all tenants, by name. A tenant is what has a Namespace or a workload: a
   * namespace that holds only roles or services is somebody else's; one with policies or budgets is
   * judged by them.
   *
   * @param before the results of an earlier analysis, used again where they still hold
   * @param share whether a tenant is to be looked at
   */
  Map<String, TenantResult> analyze(
      List<List<KubeObject>> objects,
      QueryStore store,
      Map<String, TenantResult> before,
      Predicate<TenantView> share) {
    if (controls.isEmpty()) {
      return Map.of();
    }
    Map<String, List<KubeObject>> tenants = new TreeMap<>();
    for (List<KubeObject> ofDocument : objects) {
      for (KubeObject object : ofDocument) {
        object
            .tenant()
            .filter(tenant -> !tenant.isBlank())
            .ifPresent(
                tenant -> tenants.computeIfAbsent(tenant, _ -> new ArrayList<>()).add(object));
      }
    }
    Map<String, TenantResult> results = new TreeMap<>();
    tenants.forEach((name, members) -> {
      if (isTenant(members)) {
        TenantView tenant = new TenantView(name, members);
        if (share.test(tenant)) {
          TenantResult known = before.get(name);
          results.put(
              name, known != null && known.stillHolds(tenant, store) ? known : look(tenant, store));
        }
      }
    });
    return results;
  }

  private static boolean isTenant(List<KubeObject> members) {
    return members.stream()
        .anyMatch(o ->
            (o.kind().equals("Namespace") && o.group().isEmpty())
                || FOR_TENANTS.contains(o.kind())
                || !PodViews.of(o).isEmpty());
  }

  private TenantResult look(TenantView tenant, QueryStore store) {
    Recording cluster = store.recording();
    Collector collector =
        new Collector(cluster, profile, fields, tenant.anchor().root().document(), () -> "", pool);
    for (Control.OnTenant control : controls) {
      collector.enter(control.info(), tenant);
      try {
        control.check(tenant, collector);
      } catch (RuntimeException | Error e) {
        collector.failed(e);
      }
    }
    return new TenantResult(tenant, collector.found(), cluster.asked(), collector.failure());
  }
}
