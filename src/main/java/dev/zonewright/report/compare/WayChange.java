package dev.zonewright.report.compare;

import dev.zonewright.risk.Evidence.Place;
import java.util.Optional;

/**
 * A way that is open to another extent than before.
 *
 * @param decides what decides it now, in a few words; empty where nothing does
 * @param place where that is written
 */
public record WayChange(Way before, Way after, String decides, Optional<Place> place) {
  /** Whether it is more open than before; no answer where one of them is undetermined. */
  public String trend() {
    boolean known = before.undetermined() == 0 && after.undetermined() == 0;
    if (!known || !after.unwanted()) {
      return known ? "as may be" : "not comparable";
    }
    return after.allowed() * (long) before.all() > before.allowed() * (long) after.all()
        ? "worse"
        : "better";
  }

  /** How many paths: those of the larger side. */
  public int paths() {
    return Math.max(before.all(), after.all());
  }
}
