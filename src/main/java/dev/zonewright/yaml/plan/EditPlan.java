package dev.zonewright.yaml.plan;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way of making a change.
 *
 * @param edits in offsets of the text before
 * @param claim the stretch of the text that the change is about; outside it nothing but white space
 *     and separating commas may go
 */
public record EditPlan(EditSet edits, TextRange claim) {
  public static EditPlan of(TextRange claim, TextEdit... edits) {
    return new EditPlan(new EditSet(merged(List.of(edits))), claim);
  }

  /** An insertion and a removal that touch become one replacement. */
  private static List<TextEdit> merged(List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(TextEdit::range));
    List<TextEdit> out = new ArrayList<>();
    for (TextEdit edit : sorted) {
      TextEdit last = out.isEmpty() ? null : out.getLast();
      if (last != null && last.range().end() == edit.range().start()) {
        out.set(
            out.size() - 1,
            TextEdit.replace(
                last.range().start(), edit.range().end(), last.replacement() + edit.replacement()));
      } else if (!edit.range().isEmpty() || !edit.replacement().isEmpty()) {
        out.add(edit);
      }
    }
    return out;
  }

  /** Whether every line outside the claim keeps its characters. */
  public boolean keepsEverythingElse(String before) {
    for (TextEdit edit : edits.edits()) {
      for (int i = edit.range().start(); i < edit.range().end(); i++) {
        char c = before.charAt(i);
        if (!claim.contains(i) && c != ' ' && c != '\t' && c != '\n' && c != ',') {
          return false;
        }
      }
    }
    return true;
  }
}
