package dev.zonewright.yaml;

import dev.zonewright.text.EditSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one document, asked for by path, made as the smallest changes of its text. Each is
 * proved by parsing the result and comparing it with the intended tree; what cannot be proved, or
 * would be a guess, is refused with its reason. After a refusal the following edits are ignored,
 * and {@link #finish} returns the reason.
 *
 * <p>Later edits see the result of earlier ones.
 */
public final class YamlEditor {
  private String text;
  private YamlDocument document;
  private EditSet edits = EditSet.EMPTY;
  private @Nullable String refusal;

  private YamlEditor(String text) {
    this.text = text;
    this.document = YamlParser.parse(text);
    document.problem().ifPresent(p -> refusal = "the document cannot be read: " + p.what());
  }

  /** An editor on a document's text, separator line included, lines ended by LF. */
  public static YamlEditor on(String documentText) {
    return new YamlEditor(documentText);
  }

  /** The document as the edits so far have left it. */
  public YamlCursor cursor() {
    return document.cursor();
  }

  /**
   * Gives the path this value: sets what is there, or inserts the entry, together with the mappings
   * that are missing on the way.
   */
  public YamlEditor set(YamlPath path, YamlValue value) {
    return refuse("editing is not available");
  }

  /** Removes an entry or a list item, with the comments that belong to it. */
  public YamlEditor remove(YamlPath path) {
    return refuse("editing is not available");
  }

  /** Replaces a whole list by these strings, keeping its style. */
  public YamlEditor replaceList(YamlPath list, List<String> items) {
    return refuse("editing is not available");
  }

  /** Adds an item at the end of a list. */
  public YamlEditor addItem(YamlPath list, YamlValue item) {
    return refuse("editing is not available");
  }

  /** Refuses on behalf of the caller. */
  public YamlEditor refuse(String reason) {
    if (refusal == null) {
      refusal = reason;
    }
    return this;
  }

  public EditOutcome finish() {
    if (refusal != null) {
      return new EditOutcome.Refused(refusal);
    }
    return new EditOutcome.Edited(edits, text);
  }
}
