package dev.zonewright.ui.fix;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import java.util.List;

/**
 * What is offered for a finding.
 *
 * @param fixes its own, or others that end what it tells of; the preferred first; empty where a
 *     person must find one
 */
public record FixOffer(LocatedFinding finding, List<Fix> fixes) {
  public FixOffer {
    fixes = List.copyOf(fixes);
  }

  /** The fixes of the finding itself. */
  public static FixOffer of(LocatedFinding finding) {
    return new FixOffer(finding, finding.finding().fixes());
  }

  /** Whether nobody bears the finding instead of fixing it. */
  public boolean isOpen() {
    return finding.accepted().isEmpty();
  }
}
