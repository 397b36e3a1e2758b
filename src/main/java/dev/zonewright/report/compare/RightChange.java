package dev.zonewright.report.compare;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain.Outcome;
import dev.zonewright.risk.Evidence.Place;
import java.util.Optional;

/**
 * An account that stands to a power in another way than before.
 *
 * @param decides the object that gives it, or stops it; empty where none does
 * @param place where that is written
 */
public record RightChange(
    String account, Power power, Outcome from, Outcome to, String decides, Optional<Place> place) {
  /** What is undetermined on one side is neither better nor worse. */
  public String trend() {
    if (from == Outcome.UNDETERMINED || to == Outcome.UNDETERMINED) {
      return "not comparable";
    }
    return to == Outcome.REACHES ? "worse" : from == Outcome.REACHES ? "better" : "as may be";
  }
}
