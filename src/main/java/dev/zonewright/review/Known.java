package dev.zonewright.review;

import dev.zonewright.control.Control;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What entries of a review file can name.
 *
 * @param controls ids of controls
 * @param items ids of items of the checklist
 * @param ofTenants those of the controls that judge a tenant as a whole
 */
public record Known(Set<String> controls, Set<String> items, Set<String> ofTenants) {
  public Known {
    controls = Set.copyOf(controls);
    items = Set.copyOf(items);
    ofTenants = Set.copyOf(ofTenants);
  }

  public static Known of(Collection<Control> controls, Collection<String> items) {
    return new Known(
        controls.stream().map(c -> c.info().id()).collect(Collectors.toSet()),
        Set.copyOf(items),
        controls.stream()
            .filter(Control.OnTenant.class::isInstance)
            .map(c -> c.info().id())
            .collect(Collectors.toSet()));
  }
}
