package dev.zonewright.control;

import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;

/**
 * A way to close a finding.
 *
 * @param title what it does, in the imperative: “Set privileged to false”
 * @param reason why it is safe, or what to look at before it is applied; one sentence without a
 *     full stop at the end, or empty
 * @param plan the edits; asked for only when the fix is looked at or applied
 */
public record Fix(String title, FixSafety safety, String reason, Plan plan) {
  public Fix {
    title = Masked.within(title);
    reason = Masked.within(reason);
  }

  /** Asks an editor on the finding's document for the edits of a fix. */
  @FunctionalInterface
  public interface Plan {
    void ask(YamlEditor editor);
  }

  /** Asks for the edits of a fix that reaches into other documents, or adds new ones. */
  public interface Across extends Plan {
    void ask(Edits edits);

    @Override
    default void ask(YamlEditor editor) {
      editor.refuse("the fix reaches beyond this document");
    }
  }

  /**
   * A fix that may be applied unasked.
   *
   * @param reason the evidence that the workload goes on as before
   */
  public static Fix safe(String title, String reason, Plan plan) {
    return new Fix(title, FixSafety.SAFE, reason, plan);
  }

  /**
   * A fix that a person looks at first.
   *
   * @param reason what the manifests show against it, or do not show
   */
  public static Fix review(String title, String reason, Plan plan) {
    return new Fix(title, FixSafety.REVIEW, reason, plan);
  }

  /** {@link #safe} for edits of several documents. */
  public static Fix safeAcross(String title, String reason, Across plan) {
    return new Fix(title, FixSafety.SAFE, reason, plan);
  }

  /** {@link #review} for edits of several documents. */
  public static Fix reviewAcross(String title, String reason, Across plan) {
    return new Fix(title, FixSafety.REVIEW, reason, plan);
  }

  /** A fix that is safe, or not, on the evidence of the opened manifests. */
  public static Fix judged(String title, Ground ground, Plan plan) {
    return new Fix(title, ground.safe() ? FixSafety.SAFE : FixSafety.REVIEW, ground.reason(), plan);
  }

  /** The same fix, to be looked at first. */
  public Fix forReview(String why) {
    return new Fix(title, FixSafety.REVIEW, why, plan);
  }

  /** The proved edits of the document's text, or why there are none. */
  public EditOutcome on(String documentText) {
    YamlEditor editor = YamlEditor.on(documentText);
    plan.ask(editor);
    return editor.finish();
  }
}
