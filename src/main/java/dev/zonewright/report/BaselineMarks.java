package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Which findings of a review are new since a baseline.
 *
 * @param compared whether there is a baseline
 * @param newOnly whether what is in the baseline is left out of reports
 * @param fresh the fingerprints of the findings that are not in it
 * @param added how many of those that count are not in it
 * @param unchanged how many of those that count are in it
 */
public record BaselineMarks(
    boolean compared, boolean newOnly, Set<String> fresh, int added, int unchanged) {
  /** There is no baseline. */
  public static final BaselineMarks NONE = new BaselineMarks(false, false, Set.of(), 0, 0);

  /** The property of a review in JSON that says that it was compared. */
  public static final String PROPERTY = "compared";

  /** What {@link #PROPERTY} counts of the findings that were left out. */
  public static final String LEFT_OUT = "leftOut";

  public BaselineMarks {
    fresh = Set.copyOf(fresh);
  }

  private boolean isNew(LocatedFinding finding) {
    return fresh.contains(finding.fingerprint());
  }

  /** {@code new} or {@code unchanged}, the words of SARIF too; empty without a baseline. */
  public Optional<String> state(LocatedFinding finding) {
    return compared ? Optional.of(isNew(finding) ? "new" : "unchanged") : Optional.empty();
  }

  /** The analysis with the findings that are to be reported. */
  public Analysis shown(Analysis analysis) {
    return newOnly ? analysis.only(this::isNew) : analysis;
  }

  /** What the mark behind a finding says to a person; empty without a baseline. */
  String words(LocatedFinding finding) {
    return compared ? isNew(finding) ? " (new)" : " (in the baseline)" : "";
  }

  /** How many are new, for a person: {@code 1 new, 19 in it and left out}. */
  public String counts() {
    return "%d new, %d in it%s".formatted(added, unchanged, newOnly ? " and left out" : "");
  }

  /** The same as a sentence; empty without a baseline. */
  public Optional<String> summary() {
    return compared ? Optional.of("Since the baseline: " + counts() + ".") : Optional.empty();
  }

  /** Writes the counts as a property of the object that is being written. */
  public void write(JsonGenerator json) {
    if (compared) {
      json.writeObjectPropertyStart(PROPERTY);
      json.writeNumberProperty("new", added);
      json.writeNumberProperty("unchanged", unchanged);
      json.writeNumberProperty(LEFT_OUT, newOnly ? unchanged : 0);
      json.writeEndObject();
    }
  }
}
