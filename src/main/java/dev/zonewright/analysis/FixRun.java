package dev.zonewright.analysis;

import dev.zonewright.text.EditSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of fixing many findings.
 *
 * @param edits by file, in offsets of the file's text before; only files that change
 * @param created the whole text of each new file, by its name
 * @param after what a fresh analysis of the result says
 * @param fixed findings of the analysis before that the run closed
 * @param refused findings whose fix could not be made, with the reason
 */
public record FixRun(
    Map<String, EditSet> edits,
    Map<String, String> created,
    Analysis after,
    List<LocatedFinding> fixed,
    List<Refusal> refused) {
  public FixRun {
    edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    created = Collections.unmodifiableMap(new TreeMap<>(created));
    fixed = List.copyOf(fixed);
    refused = List.copyOf(refused);
  }

  /** A finding that stays although it has a fix. */
  public record Refusal(LocatedFinding finding, String reason) {}
}
