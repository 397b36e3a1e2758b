package dev.zonewright.review;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Acceptance;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry that accepts findings of a control for a time.
 *
 * @param value only findings on this value, where an object can have several
 * @param expires the last day on which it holds
 * @param recorded when it was written down
 * @param path where it stands in the review file
 */
public record RiskException(
    String control,
    Scope scope,
    Optional<String> value,
    String reason,
    String owner,
    LocalDate expires,
    Optional<LocalDate> recorded,
    YamlPath path) {
  public boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** Whether the finding is one that it is about, expired or not. */
  public boolean covers(LocatedFinding finding, FindingValues values) {
    return finding.finding().control().id().equals(control)
        && scope.covers(finding)
        && value.map(v -> values.has(finding, v)).orElse(true);
  }

  Acceptance acceptance() {
    return new Acceptance(reason, owner, expires);
  }
}
