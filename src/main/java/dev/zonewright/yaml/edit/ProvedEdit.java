package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.plan.EditPlan;
import org.jspecify.annotations.Nullable;

/**
 * A change that was proved.
 *
 * @param plan the way in which it is made
 * @param text the document's text after
 * @param document the document after
 */
record ProvedEdit(EditPlan plan, String text, YamlDocument document) {

  /** Applies a plan and distrusts it; null when the result is not exactly what was intended. */
  static @Nullable ProvedEdit of(EditedText edited, EditPlan plan, IntendedTree intended) {
    String before = edited.text();
    String after = plan.edits().apply(before);
    if (!plan.keepsEverythingElse(before)
        || (before.endsWith("\n") && !after.endsWith("\n"))
        || !edited.mode.keepsDocuments(before, after)) {
      return null;
    }
    YamlDocument document = edited.mode.read(after);
    YamlNode root = document.root().orElse(null);
    return root != null && TreeProof.holds(intended, before, root, after)
        ? new ProvedEdit(plan, after, document)
        : null;
  }
}
