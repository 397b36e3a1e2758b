package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  /** One step of two, where each edit of the next goes on with one of the last. */
  private static @Nullable Step join(Step last, Step next) {
    int count = last.redo().edits().size();
    if (last.undo().edits().size() != count
        || next.redo().edits().size() != count
        || next.undo().edits().size() != count) {
      return null;
    }
    List<TextEdit> redo = new ArrayList<>();
    List<TextEdit> undo = new ArrayList<>();
    int growth = 0;
    for (int i = 0; i < count; i++) {
      String removed = last.undo().edits().get(i).replacement();
      TextEdit now = next.redo().edits().get(i);
      String removedNow = next.undo().edits().get(i).replacement();
      TextEdit both =
          join(last.redo().edits().get(i), now, last.undo().edits().get(i).range(), removedNow);
      if (both == null) {
        return null;
      }
      boolean before = now.range().end() <= last.undo().edits().get(i).range().start();
      String gone = before ? removedNow + removed : removed + removedNow;
      int start = both.range().start() + growth;
      redo.add(both);
      undo.add(TextEdit.replace(start, start + both.replacement().length(), gone));
      growth += both.growth();
    }
    return new Step(new EditSet(redo), new EditSet(undo), last.caret());
  }

  /**
   * One edit of two.
   *
   * @param left what the first left behind, in offsets of the text between both
   * @return null where the second does not go on with the first
   */
  private static @Nullable TextEdit join(
      TextEdit was, TextEdit now, TextRange left, String removedNow) {
    TextRange range = was.range();
    if (now.range().isEmpty()
        && now.range().start() == left.end()
        && continuesWord(was.replacement(), now.replacement())) {
      return new TextEdit(range, was.replacement() + now.replacement());
    }
    if (!now.replacement().isEmpty() || !was.replacement().isEmpty()) {
      return null;
    }
    if (now.range().end() == left.start()) {
      return TextEdit.remove(range.start() - removedNow.length(), range.end());
    }
    return now.range().start() == left.start()
        ? TextEdit.remove(range.start(), range.end() + removedNow.length())
        : null;
  }

  private static boolean continuesWord(String before, String next) {
    if (before.isEmpty() || before.endsWith("\n") || next.isBlank() || next.length() != 1) {
      return next.equals(" ") && !before.isEmpty() && !before.endsWith("\n");
    }
    return !Character.isWhitespace(before.charAt(before.length() - 1));
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
