package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.TextBuffer;
import dev.zonewright.ui.editor.text.UndoHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One open manifest: its text, what was done to it, and the findings in it. The text here is the
 * truth; a view mirrors it. To be used on one thread.
 *
 * <p>Between two analyses the findings move with the edits, and those whose marked characters were
 * edited go.
 */
public final class EditorModel {
  private String file;
  private final TextBuffer buffer = new TextBuffer();
  private final UndoHistory history = new UndoHistory();
  private final List<EditorListener> listeners = new ArrayList<>();
  private final List<Consumer<EditorModel>> textListeners = new ArrayList<>();
  private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper(this, "modified");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper(this, "caret");
  private final ReadOnlyObjectWrapper<Position> position =
      new ReadOnlyObjectWrapper<>(this, "position", Position.START);
  private final ObjectProperty<@Nullable LocatedFinding> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final MovingFindings findings = new MovingFindings(buffer);
  private final RelatedMarks related = new RelatedMarks(buffer);
  private final Folding folding = new Folding(buffer);
  private long revision;
  private boolean following;

  public EditorModel(String file) {
    this.file = file;
    selected.addListener((_, _, now) -> {
      if (now != null && !following) {
        findings.current(now).ifPresent(f -> reveal(f.range()));
      }
    });
  }

  /** The file's name as the analysis knows it. */
  public String file() {
    return file;
  }

  /** The text goes on in a file of another name. */
  public void rename(String to) {
    file = to;
  }

  /** Takes a text whose lines end in LF; forgets history and findings. */
  public void load(String text) {
    buffer.load(text);
    history.clear();
    folding.clear();
    moveCaret(0);
    setFindings(List.of());
    listeners.forEach(EditorListener::loaded);
    textChanged();
  }

  /** The whole text, lines ended by LF; the same object until the next edit. */
  public String text() {
    return buffer.text();
  }

  public ReadOnlyBooleanProperty modifiedProperty() {
    return modified.getReadOnlyProperty();
  }

  /** The text as it is now is what stands in the file. */
  public void markSaved() {
    history.markSaved();
    updateHistory();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  public void undo() {
    UndoHistory.Step step = history.undo();
    if (step != null) {
      edit(step.undo(), false);
      moveCaret(step.caret());
      textChanged();
    }
  }

  public void redo() {
    UndoHistory.Step step = history.redo();
    if (step != null) {
      edit(step.redo(), false);
      moveCaret(step.undo().edits().getLast().range().end());
      textChanged();
    }
  }

  /** Makes edits as one step that undo takes back whole; the caret stays with its text. */
  public void apply(EditSet edits) {
    if (!edits.isEmpty()) {
      int before = caret.get();
      history.push(new UndoHistory.Step(edits, edit(edits, false), before));
      textChanged();
    }
  }

  /** Takes an edit that the view has already made; words become one step. */
  public void typed(TextEdit edit) {
    EditSet edits = EditSet.of(edit);
    history.typed(new UndoHistory.Step(edits, edit(edits, true), edit.range().end()));
    moveCaret(edit.range().start() + edit.replacement().length());
    listeners.forEach(EditorListener::keyed);
    textChanged();
  }

  /** Makes what a key does at several carets; words become one step. */
  public void typedTogether(EditSet edits) {
    int before = caret.get();
    history.typed(new UndoHistory.Step(edits, edit(edits, false), before));
    listeners.forEach(EditorListener::keyed);
    textChanged();
  }

  private EditSet edit(EditSet edits, boolean typed) {
    EditSet back = buffer.apply(edits);
    moveCaret(RangeShift.caret(caret.get(), edits));
    findings.move(edits);
    related.move(edits);
    folding.edited(edits, back);
    followSelected();
    listeners.forEach(l -> l.edited(edits, back, typed));
    return back;
  }

  private void textChanged() {
    revision++;
    updateHistory();
    textListeners.forEach(l -> l.accept(this));
  }

  private void updateHistory() {
    modified.set(history.isModified());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  /** Grows with each change of the text. */
  public long revision() {
    return revision;
  }

  /** Calls the listener after each change of the text, loading included. */
  public void addTextListener(Consumer<EditorModel> listener) {
    textListeners.add(listener);
  }

  public void addListener(EditorListener listener) {
    listeners.add(listener);
  }

  public void removeListener(EditorListener listener) {
    listeners.remove(listener);
  }

  /** The finding that is looked at; setting one of this file reveals it. */
  public ObjectProperty<@Nullable LocatedFinding> selectedProperty() {
    return selected;
  }

  /** Takes the findings of a fresh analysis of this text. */
  public void setFindings(List<LocatedFinding> fresh) {
    findings.take(fresh);
    followSelected();
    listeners.forEach(EditorListener::marked);
  }

  /** Shows the numbers of the places that the finding looked at has in this text. */
  public void setRelated(List<RelatedMark> now) {
    if (related.take(now)) {
      listeners.forEach(EditorListener::marked);
    }
  }

  /** The places that begin on a line, from 0. */
  public List<RelatedMark> relatedAt(int line) {
    return related.at(line);
  }

  private void followSelected() {
    LocatedFinding looked = selected.get();
    if (looked != null) {
      following = true;
      selected.set(findings.current(looked).orElse(null));
      following = false;
    }
  }

  /** The findings, at their places in the text as it is now. */
  public ObservableList<LocatedFinding> findings() {
    return findings.all();
  }

  /** The findings on the caret's line: those whose mark it touches before the others. */
  public List<LocatedFinding> findingsAtCaret() {
    LineMarks line = marksAt(buffer.lineOf(caret.get()));
    if (line == null) {
      return List.of();
    }
    List<LocatedFinding> found = new ArrayList<>(line.findings());
    found.sort(Comparator.comparing(f -> !touchesCaret(f.range())));
    return List.copyOf(found);
  }

  private boolean touchesCaret(TextRange range) {
    return range.start() <= caret.get() && caret.get() <= range.end();
  }

  /** What a line, from 0, shows of its findings; null where it has none. */
  @Nullable
  public LineMarks marksAt(int line) {
    return LineMarks.of(line, findings.all(), buffer);
  }

  public TextBuffer buffer() {
    return buffer;
  }

  /** What of the text is folded away. */
  public Folding folding() {
    return folding;
  }

  /** Moves the caret to the range and asks the view to show it. */
  public void reveal(TextRange range) {
    int end = Math.min(range.end(), buffer.length());
    TextRange inside = new TextRange(Math.min(range.start(), end), end);
    folding.show(inside.start(), inside.start());
    moveCaret(inside.start());
    history.close();
    listeners.forEach(l -> l.revealed(inside));
  }

  /** Moves the caret to the end of a range, which the view selects and shows. */
  public void select(TextRange range) {
    int end = Math.min(range.end(), buffer.length());
    TextRange inside = new TextRange(Math.min(range.start(), end), end);
    history.close();
    folding.show(inside.start(), inside.end());
    moveCaret(inside.end());
    listeners.forEach(l -> l.selected(inside));
  }

  /** The caret's offset. */
  public ReadOnlyIntegerProperty caretProperty() {
    return caret.getReadOnlyProperty();
  }

  /** The caret's line and column. */
  public ReadOnlyObjectProperty<Position> positionProperty() {
    return position.getReadOnlyProperty();
  }

  public void moveCaret(int offset) {
    int inside = Math.clamp(offset, 0, buffer.length());
    caret.set(inside);
    position.set(buffer.positionOf(inside));
  }
}
