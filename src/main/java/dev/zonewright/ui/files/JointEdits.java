package dev.zonewright.ui.files;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Edits of several files, or of one that is not on show, each run of which undo takes back as a
 * whole. To be used on the UI thread.
 */
public final class JointEdits {
  private final OpenFiles files;
  // the last one first
  private final Deque<Run> runs = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private long number;

  public JointEdits(OpenFiles files) {
    this.files = files;
    files.onLeft(this::letGo);
  }

  /**
   * What a run of edits came to.
   *
   * @param files that have other texts now
   * @param number of the run, to take it back by
   */
  public record Made(Set<OpenFile> files, long number) {}

  /**
   * Edits that were made together.
   *
   * @param number counts the runs
   * @param edited the revision of each file that they left
   * @param before the revision of all texts before them
   * @param after the same after them
   */
  private record Run(long number, Map<OpenFile, Long> edited, long before, long after) {
    boolean isUntouched() {
      return edited.entrySet().stream()
          .allMatch(e -> e.getKey().editor().revision() == e.getValue());
    }

    /** The same, when all texts are as it left them, under a later revision. */
    Run as(long revision) {
      Map<OpenFile, Long> now = new HashMap<>();
      edited.keySet().forEach(file -> now.put(file, file.editor().revision()));
      return new Run(number, Map.copyOf(now), before, revision);
    }
  }

  /** Edits files and opens new ones, unsaved. */
  public Made make(Map<String, EditSet> edits, Map<String, String> created) {
    long before = files.revision();
    Map<OpenFile, Long> edited = new HashMap<>();
    edits.forEach((name, set) ->
        files
            .file(name)
            .ifPresent(file -> {
              file.editor().apply(set);
              edited.put(file, file.editor().revision());
            }));
    // begun empty, so that undo takes the text back with the edits of the other files
    created.forEach((name, text) -> {
      OpenFile file = files.putUntitled(name, "");
      file.editor().apply(EditSet.of(TextEdit.insert(0, text)));
      edited.put(file, file.editor().revision());
    });
    if (!edited.isEmpty()) {
      number++;
      runs.push(new Run(number, Map.copyOf(edited), before, files.revision()));
      any.set(true);
    }
    return new Made(Set.copyOf(edited.keySet()), number);
  }

  /**
   * Takes the last run back where that is what undo means: no text was edited since, whichever is
   * on show, or it edited the one on show and none of its files was edited since.
   *
   * @param shown the file that the person is looking at, if any
   * @return whether it did; when not, undo is the file's own matter
   */
  public boolean undoFrom(@Nullable OpenFile shown) {
    Run last = runs.peek();
    boolean meant =
        last != null
            && (last.after() == files.revision()
                || (shown != null && last.edited().containsKey(shown)));
    return meant && undo(last.number());
  }

  /** Whether a run can be taken back still. */
  public boolean canUndo(Made made) {
    Run last = runs.peek();
    return last != null && last.number() == made.number() && last.isUntouched();
  }

  /** Takes a run back if it is the last one and none of its files was edited since. */
  public boolean undo(Made made) {
    return undo(made.number());
  }

  private boolean undo(long wanted) {
    Run last = runs.peek();
    if (last == null || last.number() != wanted || !last.isUntouched()) {
      return false;
    }
    boolean nothingSince = last.after() == files.revision();
    runs.pop();
    last.edited().keySet().forEach(file -> file.editor().undo());
    Run earlier = runs.peek();
    if (nothingSince && earlier != null && earlier.after() == last.before()) {
      // all texts are as the earlier one left them, so the next undo is for it
      runs.pop();
      runs.push(earlier.as(files.revision()));
    }
    any.set(!runs.isEmpty());
    return true;
  }

  /** A file that was closed has nothing to be taken back, and its text is held for nobody. */
  private void letGo() {
    runs.removeIf(run -> !run.edited().keySet().stream().allMatch(files::has));
    any.set(!runs.isEmpty());
  }

  /** Whether a run may be there to be taken back, also where the file on show has no edit. */
  public ObservableValue<Boolean> canUndo() {
    return any.getReadOnlyProperty();
  }
}
