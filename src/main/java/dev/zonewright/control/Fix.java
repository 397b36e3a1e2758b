package dev.zonewright.control;

import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;

/**
 * A way to close a finding.
 *
 * @param title what it does, in the imperative: “Set privileged to false”
 * @param plan the edits; asked for only when the fix is looked at or applied
 */
public record Fix(String title, FixSafety safety, Plan plan) {
  /** Asks an editor on the finding's document for the edits of a fix. */
  @FunctionalInterface
  public interface Plan {
    void ask(YamlEditor editor);
  }

  public static Fix safe(String title, Plan plan) {
    return new Fix(title, FixSafety.SAFE, plan);
  }

  public static Fix review(String title, Plan plan) {
    return new Fix(title, FixSafety.REVIEW, plan);
  }

  /** The proved edits of the document's text, or why there are none. */
  public EditOutcome on(String documentText) {
    YamlEditor editor = YamlEditor.on(documentText);
    plan.ask(editor);
    return editor.finish();
  }
}
