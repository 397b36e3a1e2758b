package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.Tenants;
import java.util.List;

/** What all controls of the family have in common. */
final class Sources {
  private Sources() {}

  static ControlInfo info(
      Class<?> control,
      String title,
      String summary,
      Severity severity,
      EderaEffect edera,
      String... more) {
    return new ControlInfo(
        ControlInfo.idOf(control), Family.TENANCY, title, summary, severity, edera, List.of(more));
  }

  /** Whether the namespace is one of Kubernetes itself. */
  static boolean isSystem(TenantView tenant) {
    return Tenants.isSystem(tenant.name());
  }
}
