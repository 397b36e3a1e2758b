package dev.zonewright.ui.fix;

import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;

/** What the fix menu asks of the window around it. */
public interface FixActions {
  /**
   * Applies a proved fix.
   *
   * @param before the text that the edits belong to; where the text is another by now, nothing may
   *     be applied
   */
  void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before);

  /** Fixes what is safe in the finding's document. */
  void fixDocument(LocatedFinding finding);

  /** Fixes what is safe of the finding's control in all manifests. */
  void fixEverywhere(LocatedFinding finding);

  /** Asks for all that an exception for the finding needs. */
  void accept(LocatedFinding finding);

  void explain(LocatedFinding finding);
}
