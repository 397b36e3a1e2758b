package dev.zonewright.kube.network;

import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Match;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The part of a destination for which something holds. A pod is treated as one address that stands
 * for it.
 *
 * @param sure for which it does
 * @param maybe for which it may, apart from the sure part
 * @param because why that is not known
 */
public record Cover(AddressSet sure, AddressSet maybe, Set<String> because) {
  public static final Cover NOTHING = new Cover(AddressSet.NONE, AddressSet.NONE, Set.of());

  static Cover all(AddressSet whole) {
    return new Cover(whole, AddressSet.NONE, Set.of());
  }

  static Cover maybe(AddressSet part, String because) {
    return part.isEmpty() ? NOTHING : new Cover(AddressSet.NONE, part, Set.of(because));
  }

  /** Of the whole, when something about all of it matches. */
  static Cover of(Match match, AddressSet whole) {
    return match.isYes() ? all(whole) : match.isNo() ? NOTHING : maybe(whole, match.because());
  }

  boolean isNothing() {
    return sure.isEmpty() && maybe.isEmpty();
  }

  /** What may hold, sure or not. */
  AddressSet possible() {
    return sure.union(maybe);
  }

  /** Where one of both holds. */
  Cover or(Cover other) {
    AddressSet both = sure.union(other.sure);
    return made(both, maybe.union(other.maybe).minus(both), other);
  }

  /** Where both hold. */
  Cover and(Cover other) {
    AddressSet both = sure.intersect(other.sure);
    return made(both, possible().intersect(other.possible()).minus(both), other);
  }

  /** Where one of both holds, nobody knows which; what they agree on is sure. */
  Cover either(Cover other, String why) {
    AddressSet both = sure.intersect(other.sure);
    AddressSet rest = possible().union(other.possible()).minus(both);
    Set<String> reasons = new LinkedHashSet<>();
    if (!sure.equals(other.sure) || !possible().equals(other.possible())) {
      reasons.add(why);
    }
    reasons.addAll(because);
    reasons.addAll(other.because);
    return new Cover(both, rest, rest.isEmpty() ? Set.of() : reasons);
  }

  /** Where it holds within a part. */
  Cover within(AddressSet part) {
    AddressSet rest = maybe.intersect(part);
    return new Cover(sure.intersect(part), rest, rest.isEmpty() ? Set.of() : because);
  }

  /** The same, less sure: for what hangs on something that may not be. */
  Cover doubted(String why) {
    if (isNothing()) {
      return this;
    }
    Set<String> reasons = new LinkedHashSet<>(because);
    reasons.add(why);
    return new Cover(AddressSet.NONE, possible(), reasons);
  }

  private Cover made(AddressSet newSure, AddressSet newMaybe, Cover other) {
    if (newMaybe.isEmpty()) {
      return new Cover(newSure, newMaybe, Set.of());
    }
    Set<String> reasons = new LinkedHashSet<>(because);
    reasons.addAll(other.because);
    return new Cover(newSure, newMaybe, reasons);
  }
}
