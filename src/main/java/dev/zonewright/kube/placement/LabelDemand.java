package dev.zonewright.kube.placement;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of one label of a node.
 *
 * @param one the values of which it must have one; empty when every value will do
 * @param none values that it must not have
 * @param present whether it must be there
 * @param absent whether it must not be there
 */
record LabelDemand(Optional<Set<String>> one, Set<String> none, boolean present, boolean absent) {
  /** Nothing is demanded. */
  static final LabelDemand ANYTHING = new LabelDemand(Optional.empty(), Set.of(), false, false);

  LabelDemand {
    one = one.map(Set::copyOf);
    none = Set.copyOf(none);
  }

  static LabelDemand in(Set<String> values) {
    return new LabelDemand(Optional.of(values), Set.of(), true, false);
  }

  static LabelDemand notIn(Set<String> values) {
    return new LabelDemand(Optional.empty(), values, false, false);
  }

  /** Both demands together. */
  LabelDemand and(LabelDemand other) {
    Optional<Set<String>> both = one.or(() -> other.one);
    if (one.isPresent() && other.one.isPresent()) {
      Set<String> common = new HashSet<>(one.get());
      common.retainAll(other.one.get());
      both = Optional.of(common);
    }
    Set<String> neither = new HashSet<>(none);
    neither.addAll(other.none);
    return new LabelDemand(both, neither, present || other.present, absent || other.absent);
  }

  /** Whether a node can have a label that both demand. */
  boolean meets(LabelDemand other) {
    boolean apart =
        one.isPresent()
            && other.one.isPresent()
            && Collections.disjoint(one.get(), other.one.get());
    return !apart && and(other).isPossible();
  }

  /** Whether the label of a node will do; null where it has none. */
  boolean isMetBy(@Nullable String value) {
    if (value == null) {
      return !present;
    }
    return !absent && (one.isEmpty() || one.get().contains(value)) && !none.contains(value);
  }

  /** Whether a node can have such a label. */
  boolean isPossible() {
    return !(present && absent) && one.map(v -> !none.containsAll(v)).orElse(true);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelDemand that
        && present == that.present
        && absent == that.absent
        && one.equals(that.one)
        && none.equals(that.none);
  }

  @Override
  public int hashCode() {
    int flags = (present ? 1 : 0) + (absent ? 2 : 0);
    return (one.hashCode() * 31 + none.hashCode()) * 31 + flags;
  }
}
