package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the table: the head of a group, or a finding. */
public sealed interface FindingRow {
  /** The head of a group. */
  record Group(String title, Map<Severity, Integer> counts) implements FindingRow {}

  /**
   * A finding.
   *
   * @param onHost whether its pod is known to run on the kernel of the host
   */
  record Item(LocatedFinding at, boolean onHost) implements FindingRow {
    // the table looks for a row among thousands: what tells two apart soonest comes first
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Item(LocatedFinding its, boolean host)
              && at.fingerprint().equals(its.fingerprint())
              && onHost == host
              && at.equals(its));
    }

    @Override
    public int hashCode() {
      return at.fingerprint().hashCode();
    }

    /** The chip under “On Edera”: what the runtime does, or that the pod never reaches it. */
    public EffectChip effect() {
      return EffectChip.of(at.finding().control(), onHost);
    }

    public FixKind fix() {
      return FixKind.of(at.finding());
    }
  }
}
