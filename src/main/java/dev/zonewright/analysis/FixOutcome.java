package dev.zonewright.analysis;

import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;

/** What came of one fix. */
public sealed interface FixOutcome {
  /**
   * The fix is proved.
   *
   * @param edits in offsets of the file's text before
   * @param after the manifest with the edits made
   * @param elsewhere what it changes in other files
   */
  record Applied(EditSet edits, Manifest after, Elsewhere elsewhere) implements FixOutcome {}

  /**
   * Nothing is changed.
   *
   * @param reason why, in words for a person
   */
  record Refused(String reason) implements FixOutcome {}
}
