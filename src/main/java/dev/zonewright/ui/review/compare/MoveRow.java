package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.RightChange;
import dev.zonewright.report.compare.WayChange;
import dev.zonewright.report.compare.WayChanges;
import dev.zonewright.risk.Evidence.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant reaches, or an account may do, in another way than before.
 *
 * @param who the tenant, or the account
 * @param what where it goes, or the power
 * @param decides what decides it now
 */
record MoveRow(
    String who,
    String what,
    String from,
    String to,
    String trend,
    String decides,
    Optional<Place> place) {
  static List<MoveRow> of(WayChanges changes) {
    List<MoveRow> out = new ArrayList<>();
    changes.ways().forEach(way -> out.add(of(way)));
    changes.rights().forEach(right -> out.add(of(right)));
    return out;
  }

  private static MoveRow of(WayChange way) {
    return new MoveRow(
        way.after().from(),
        "→ " + way.after().to(),
        way.before().words(),
        way.after().words(),
        way.trend(),
        way.decides(),
        way.place());
  }

  private static MoveRow of(RightChange right) {
    return new MoveRow(
        right.account(),
        right.power().id(),
        right.from().words(),
        right.to().words(),
        right.trend(),
        right.decides(),
        right.place());
  }
}
