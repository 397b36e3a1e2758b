package dev.zonewright.ui.review.access;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.ui.fix.FixOffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a chain is cut at one of its hops.
 *
 * @param title of the button
 * @param places how many of the manifests it changes
 * @param offers for findings of one file, the preferred first; not empty
 */
record HopCut(Hop hop, String title, int places, List<FixOffer> offers) {
  /** Unasked before looked at, then the fewest places; of equal ones the first on the way. */
  private static final Comparator<HopCut> CHEAPEST =
      Comparator.comparing((HopCut c) -> !c.isSafe()).thenComparingInt(HopCut::places);

  HopCut {
    offers = List.copyOf(offers);
  }

  private Stream<Fix> fixes() {
    return offers.stream().flatMap(o -> o.fixes().stream());
  }

  /** Whether there is a fix at all; else the findings say what a person must do. */
  boolean isFix() {
    return fixes().findAny().isPresent();
  }

  /** Whether workloads go on as before. */
  boolean isSafe() {
    return fixes().findFirst().filter(f -> f.safety() == FixSafety.SAFE).isPresent();
  }

  /** What the button says: three dots where a person decides. */
  String words() {
    return isSafe() ? title : title + "…";
  }

  /** The finding that the first fix is offered for. */
  LocatedFinding finding() {
    return offers.getFirst().finding();
  }

  /** The one that costs least; empty where none is a fix. */
  static Optional<HopCut> cheapest(List<HopCut> cuts) {
    return cuts.stream().filter(HopCut::isFix).min(CHEAPEST);
  }
}
