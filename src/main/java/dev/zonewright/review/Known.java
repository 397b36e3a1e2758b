package dev.zonewright.review;

import java.util.Collection;
import java.util.Set;

/**
 * What entries of a review file can name.
 *
 * @param controls ids of controls
 * @param items ids of items of the checklist
 */
public record Known(Set<String> controls, Set<String> items) {
  public Known {
    controls = Set.copyOf(controls);
    items = Set.copyOf(items);
  }

  public static Known of(Collection<String> controls, Collection<String> items) {
    return new Known(Set.copyOf(controls), Set.copyOf(items));
  }
}
