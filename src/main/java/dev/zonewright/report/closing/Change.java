package dev.zonewright.report.closing;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import java.util.Optional;

/**
 * One fix in one object, wherever in it the same control asks for it.
 *
 * @param control the id of the control
 * @param title of the fix
 * @param document from 1, as before anything was changed
 * @param object what is changed: {@code NetworkPolicy globex/egress}; for what a tenant lacks, the
 *     object that its finding stands at
 */
public record Change(String control, String title, String file, int document, String object) {
  /** The change that a fix of a finding belongs to. */
  static Change of(LocatedFinding finding, Fix fix) {
    String namespace =
        finding.finding().namespace().isEmpty() ? "" : finding.finding().namespace() + "/";
    return new Change(
        finding.finding().control().id(),
        fix.title(),
        finding.file(),
        finding.document(),
        finding.finding().kind() + " " + namespace + finding.finding().name());
  }

  /** The fix of a finding that this change makes; empty where it makes none of them. */
  public Optional<Fix> fixOf(LocatedFinding finding) {
    if (finding.accepted().isPresent()
        || !finding.file().equals(file)
        || !finding.finding().control().id().equals(control)) {
      return Optional.empty();
    }
    return finding.finding().fixes().stream()
        .filter(f -> Change.of(finding, f).equals(this))
        .findFirst();
  }
}
