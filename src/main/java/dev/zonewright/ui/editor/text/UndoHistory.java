package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was done and can be taken back. A word typed, or a run of deletions, is one step. */
public final class UndoHistory {
  /**
   * A step.
   *
   * @param redo the edits
   * @param undo the edits that take them back
   * @param caret where the caret stood before
   */
  public record Step(EditSet redo, EditSet undo, int caret) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private boolean open;
  private @Nullable Step saved;

  public void clear() {
    done.clear();
    undone.clear();
    open = false;
    saved = null;
  }

  public boolean canUndo() {
    return !done.isEmpty();
  }

  public boolean canRedo() {
    return !undone.isEmpty();
  }

  // the very step that was the last when saving, not one that does the same
  @SuppressWarnings("ReferenceEquality")
  public boolean isModified() {
    return done.peek() != saved;
  }

  public void markSaved() {
    saved = done.peek();
    open = false;
  }

  /** The next edit starts a step of its own. */
  public void close() {
    open = false;
  }

  public void push(Step step) {
    done.push(step);
    undone.clear();
    open = false;
  }

  /** Notes an edit of the keyboard, as part of the last step where it continues that. */
  public void typed(Step step) {
    Step last = done.peek();
    Step joined = open && last != null ? join(last, step) : null;
    if (joined != null) {
      done.pop();
    }
    done.push(joined == null ? step : joined);
    undone.clear();
    open = true;
  }

  private static @Nullable Step join(Step last, Step next) {
    TextEdit was = last.redo().edits().getFirst();
    TextEdit now = next.redo().edits().getFirst();
    String removed = last.undo().edits().getFirst().replacement();
    String removedNow = next.undo().edits().getFirst().replacement();
    int start = was.range().start();
    if (now.range().isEmpty()
        && now.range().start() == start + was.replacement().length()
        && continuesWord(was.replacement(), now.replacement())) {
      return step(start, removed, was.replacement() + now.replacement(), last.caret());
    }
    if (!now.replacement().isEmpty() || !was.replacement().isEmpty()) {
      return null;
    }
    if (now.range().end() == start) {
      return step(now.range().start(), removedNow + removed, "", last.caret());
    }
    return now.range().start() == start
        ? step(start, removed + removedNow, "", last.caret())
        : null;
  }

  private static boolean continuesWord(String before, String next) {
    if (before.isEmpty() || before.endsWith("\n") || next.isBlank() || next.length() != 1) {
      return next.equals(" ") && !before.isEmpty() && !before.endsWith("\n");
    }
    return !Character.isWhitespace(before.charAt(before.length() - 1));
  }

  private static Step step(int start, String removed, String inserted, int caret) {
    return new Step(
        EditSet.of(TextEdit.replace(start, start + removed.length(), inserted)),
        EditSet.of(TextEdit.replace(start, start + inserted.length(), removed)),
        caret);
  }

  @Nullable
  public Step undo() {
    Step step = done.poll();
    if (step != null) {
      undone.push(step);
    }
    open = false;
    return step;
  }

  @Nullable
  public Step redo() {
    Step step = undone.poll();
    if (step != null) {
      done.push(step);
    }
    open = false;
    return step;
  }
}
