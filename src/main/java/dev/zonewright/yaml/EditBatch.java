package dev.zonewright.yaml;

import dev.zonewright.text.EditSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Several independent changes of one document, each planned against the text at the beginning and
 * made one after another. A change that meets what an earlier one touched is put off: its paths, or
 * its reason, may no longer hold.
 */
public final class EditBatch {
  private final YamlDocument start;
  private YamlEditor editor;
  private final Set<YamlPath> touched = new HashSet<>();
  private final Set<YamlPath> aboveTouched = new HashSet<>();

  /** What came of one change. */
  public sealed interface Result {
    /** The change is made and proved. */
    record Made() implements Result {}

    /** Ask again once this batch is applied and looked at afresh. */
    record PutOff() implements Result {}

    /** It cannot be made, whatever else is changed. */
    record Refused(String reason) implements Result {}
  }

  private EditBatch(YamlDocument start, YamlEditor editor) {
    this.start = start;
    this.editor = editor;
  }

  /**
   * A batch on a document that was parsed from this text.
   *
   * @param documentText separator line included, lines ended by LF
   */
  public static EditBatch on(YamlDocument document, String documentText) {
    return new EditBatch(document, YamlEditor.on(document, documentText));
  }

  /** Makes a change as a whole or not at all. */
  public Result add(Consumer<YamlEditor> change) {
    YamlEditor next = editor.fork();
    change.accept(next);
    boolean fresh = touched.isEmpty();
    if (next.touched().stream().anyMatch(this::isInTheWay)) {
      return new Result.PutOff();
    }
    return switch (next.finish()) {
      case EditOutcome.Refused(String reason) when fresh -> new Result.Refused(reason);
      case EditOutcome.Refused _ -> refusedAlone(change);
      case EditOutcome.Edited(EditSet _, String text) when text.equals(editor.text()) ->
          fresh ? new Result.Refused("nothing is left to change") : new Result.PutOff();
      case EditOutcome.Edited _ -> {
        editor = next;
        next.touched().forEach(this::touch);
        yield new Result.Made();
      }
    };
  }

  /** Whether a change is refused for its own sake, and not for what came before it. */
  private Result refusedAlone(Consumer<YamlEditor> change) {
    YamlEditor alone = YamlEditor.on(start, editor.textBefore());
    change.accept(alone);
    return alone.finish() instanceof EditOutcome.Refused(String reason)
        ? new Result.Refused(reason)
        : new Result.PutOff();
  }

  private boolean isInTheWay(YamlPath path) {
    if (aboveTouched.contains(path)) {
      return true;
    }
    for (YamlPath at = path; ; at = at.parent()) {
      if (touched.contains(at)) {
        return true;
      }
      if (at.isRoot()) {
        return false;
      }
    }
  }

  private void touch(YamlPath path) {
    touched.add(path);
    for (YamlPath at = path; !at.isRoot(); at = at.parent()) {
      aboveTouched.add(at.parent());
    }
  }

  /** All changes made, in offsets of the text at the beginning. */
  public EditSet edits() {
    return editor.finish() instanceof EditOutcome.Edited(EditSet edits, String _)
        ? edits
        : EditSet.EMPTY;
  }
}
