package dev.zonewright.catalogue;

import dev.zonewright.control.Control;
import dev.zonewright.control.Family;
import java.util.List;
import java.util.Set;

/**
 * The controls on what one object says, without those on what a tenant or the platform lacks: for
 * tests whose manifests are a pod or two.
 */
public final class WorkloadControls {
  private static final Set<Family> OF_TENANTS =
      Set.of(Family.NETWORK, Family.TENANCY, Family.MONITORING);

  private WorkloadControls() {}

  public static List<Control> all() {
    return ControlCatalogue.all().stream()
        .filter(c -> !OF_TENANTS.contains(c.info().family()))
        .toList();
  }
}
