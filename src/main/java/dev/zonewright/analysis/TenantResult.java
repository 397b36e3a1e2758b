package dev.zonewright.analysis;

import dev.zonewright.control.TenantView;
import dev.zonewright.kube.query.Asked;
import dev.zonewright.kube.query.QueryStore;
import java.util.List;

/**
 * What the controls on tenants say of one tenant.
 *
 * @param answers what the controls asked of other objects
 * @param failure what stopped unexpectedly, and what to do; empty when nothing did
 */
record TenantResult(
    TenantView tenant, List<DocumentResult.Marked> findings, List<Asked> answers, String failure) {
  /** Whether the tenant has the same objects, unchanged, and every answer is as it was. */
  boolean stillHolds(TenantView now, QueryStore store) {
    // objects of an unchanged document are the same, cursors have no value of their own
    return tenant.objects().equals(now.objects()) && store.holds(answers);
  }
}
