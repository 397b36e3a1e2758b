package dev.zonewright.review;

import dev.zonewright.control.Control;
import dev.zonewright.text.Nearest;
import java.util.Collection;
import java.util.List;
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

  /** What to do about a control that there is not: which was meant, where that can be told. */
  String meantControl(String control) {
    return meant(control, controls, "`zonewright explain` lists the controls.");
  }

  /** The same for an item of the checklist. */
  String meantItem(String item) {
    return meant(item, items, "`zonewright checklist --format json` shows the ids.");
  }

  private static String meant(String word, Set<String> there, String all) {
    List<String> near = Nearest.to(word, there);
    return near.isEmpty() ? all : "Did you mean %s? %s".formatted(String.join(" or ", near), all);
  }
}
