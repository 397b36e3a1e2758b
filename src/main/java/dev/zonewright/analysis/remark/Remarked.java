package dev.zonewright.analysis.remark;

import dev.zonewright.control.Edits;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.NewDocument;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.edit.Remarks;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * No fix is safe where a comment speaks of what it takes away or changes: somebody had a reason,
 * and wrote it down.
 */
public final class Remarked {
  private final YamlDocument document;
  private final Supplier<String> text;
  private @Nullable Remarks remarks;

  /**
   * The comments of a document, which are looked for when the first fix is judged.
   *
   * @param text the document's; without any, no fix is for review
   */
  public Remarked(YamlDocument document, Supplier<String> text) {
    this.document = document;
    this.text = text;
  }

  /** The fix, to be looked at first where a comment speaks of what it changes; it says which. */
  public Fix judged(Fix fix) {
    Remarks of = remarks;
    if (of == null) {
      of = Remarks.of(document, text.get());
      remarks = of;
    }
    try {
      return of.on(editor -> ask(fix.plan(), editor))
          .map(comment ->
              fix.forReview(reason(fix, "a comment mentions it: “%s”".formatted(comment))))
          .orElse(fix);
    } catch (RuntimeException | StackOverflowError e) {
      // a plan that fails here fails, and is told, where it is applied
      return fix;
    }
  }

  /** What else speaks against the fix stays; the evidence for a safe one counts no more. */
  private static String reason(Fix fix, String remark) {
    return fix.safety() == FixSafety.SAFE || fix.reason().isEmpty()
        ? remark
        : fix.reason() + "; " + remark;
  }

  private static void ask(Fix.Plan plan, YamlEditor editor) {
    if (plan instanceof Fix.Across across) {
      across.ask(new Here(editor));
    } else {
      plan.ask(editor);
    }
  }

  /** Only what is asked of the finding's own document counts. */
  private record Here(YamlEditor here) implements Edits {
    @Override
    public YamlEditor in(ObjectRef object) {
      return YamlEditor.on("");
    }

    @Override
    public void add(NewDocument document) {
      // nothing is taken away
    }
  }
}
