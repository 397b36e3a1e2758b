package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;

/** What came of edits asked of a {@link YamlEditor}. */
public sealed interface EditOutcome {
  /**
   * The edits are proved: the edited text parses to exactly the intended tree.
   *
   * @param edits in offsets of the document's text before
   * @param text the document's text after
   */
  record Edited(EditSet edits, String text) implements EditOutcome {}

  /**
   * Nothing is changed.
   *
   * @param reason why, in words for a person
   */
  record Refused(String reason) implements EditOutcome {}
}
