package dev.zonewright.ui.shell;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import java.util.Optional;

/**
 * What is looked at, in all parts of the window at once.
 *
 * @param at the place in its file; empty while nothing is opened
 * @param number which of the finding's places that is: 0 its own, from 1 those that it rests on
 * @param object stays when its finding is fixed
 */
public record Selection(
    Optional<Jump> at,
    int number,
    Optional<LocatedFinding> finding,
    Optional<ObjectPlace> object,
    Optional<String> tenant) {
  /** Nothing is opened. */
  public static final Selection NOTHING =
      new Selection(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  /** A finding at its own place; one that is of no tenant leaves the tenant as it is. */
  Selection with(LocatedFinding now) {
    return new Selection(
        Optional.of(new Jump(now.file(), now.range())),
        0,
        Optional.of(now),
        Optional.of(ObjectPlace.of(now)),
        now.finding().tenant().or(() -> tenant));
  }

  /** The same finding as a later analysis has it; the place stays, perhaps in another file. */
  Selection renewed(LocatedFinding now) {
    String was = finding.map(LocatedFinding::file).orElse("");
    Optional<Jump> place = at.map(a -> a.file().equals(was) ? new Jump(now.file(), a.range()) : a);
    return new Selection(place, number, Optional.of(now), Optional.of(ObjectPlace.of(now)), tenant);
  }

  /** A place that the finding rests on. */
  Selection with(int place, LocatedRelated related) {
    return new Selection(
        Optional.of(new Jump(related.file(), related.range())), place, finding, object, tenant);
  }

  /** The finding is gone; its object stays. */
  Selection withoutFinding() {
    return new Selection(at, 0, Optional.empty(), object, tenant);
  }

  /** An object, or nothing of that kind, and the first finding that it holds. */
  Selection with(Optional<ObjectPlace> row, Optional<Jump> place, Optional<LocatedFinding> first) {
    return new Selection(
        place.or(() -> at),
        0,
        first,
        row.or(() -> first.map(ObjectPlace::of)),
        first.flatMap(f -> f.finding().tenant()).or(() -> tenant));
  }

  /** The same, with a tenant. */
  Selection withTenant(Optional<String> now) {
    return new Selection(at, number, finding, object, now);
  }

  /** Whether this finding is the one looked at, as this or another analysis has it. */
  boolean isOf(LocatedFinding other) {
    return finding.filter(f -> f.fingerprint().equals(other.fingerprint())).isPresent();
  }

  /** Whether there is no other place that the finding rests on. */
  boolean restsOnNothing() {
    return finding.filter(f -> !f.related().isEmpty()).isEmpty();
  }

  /** Whether the place looked at is in a file. */
  boolean isIn(String file) {
    return at.filter(a -> a.file().equals(file)).isPresent();
  }

  /** Whether the place looked at begins here. */
  boolean beginsAt(String file, int offset) {
    return at.filter(a -> a.file().equals(file) && a.range().start() == offset).isPresent();
  }
}
