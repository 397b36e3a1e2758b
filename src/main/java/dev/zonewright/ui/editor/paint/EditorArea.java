package dev.zonewright.ui.editor.paint;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.Folds;
import java.util.OptionalInt;
import javafx.scene.control.IndexRange;
import org.fxmisc.richtext.CodeArea;

/**
 * The area that shows a text without what is folded. The area of the library can hide lines, but
 * makes nodes for every one of them, so here it does not have them at all; offsets and lines <em>of
 * the area</em> are therefore not those of the text, and this class translates.
 */
public final class EditorArea extends CodeArea {
  private final EditorModel model;
  private Folds folds = Folds.NONE;

  public EditorArea(EditorModel model) {
    this.model = model;
  }

  /** What the area leaves out. */
  public Folds folds() {
    return folds;
  }

  /** Says what the area leaves out from now on. */
  public void setFolds(Folds now) {
    folds = now;
  }

  /** The offset in the text of an offset of the area. */
  public int offset(int shown) {
    return folds.offset(shown);
  }

  /** The line of the text of a line of the area, both from 0. */
  public int lineShown(int shown) {
    return folds.lineShown(shown);
  }

  /**
   * The first line of the area that is in view; 0 before there is any. Asking for the very first
   * would have the area lay itself out.
   */
  public int firstInView() {
    return switch (getVisibleParagraphs().size()) {
      case 0 -> 0;
      case 1 -> visibleParToAllParIndex(0);
      default -> visibleParToAllParIndex(1) - 1;
    };
  }

  /** Whether the area has as many lines as the text shows. */
  public boolean isWhole() {
    return getParagraphs().size() == model.buffer().lineCount() - folds.hiddenLines();
  }

  public int caretInText() {
    return folds.offset(getCaretPosition());
  }

  public TextRange selectionInText() {
    IndexRange range = getSelection();
    return new TextRange(folds.offset(range.getStart()), folds.offset(range.getEnd()));
  }

  /** The selection; where it ends on the line of a fold, with all that the fold hides. */
  public TextRange selectionWithFolds() {
    TextRange range = selectionInText();
    OptionalInt last = folds.lastOf(model.buffer().lineOf(range.end()));
    return last.isPresent()
        ? new TextRange(range.start(), model.buffer().endOf(last.getAsInt()))
        : range;
  }

  /** Types an edit of the text. */
  public void type(TextEdit edit) {
    replaceText(
        folds.shown(edit.range().start()), folds.shown(edit.range().end()), edit.replacement());
  }

  /** Moves the caret to an offset of the text. */
  public void moveToText(int offset, SelectionPolicy policy) {
    moveTo(folds.shown(offset), policy);
    requestFollowCaret();
  }

  /** Selects a range of the text. */
  public void selectText(TextRange range) {
    selectRange(folds.shown(range.start()), folds.shown(range.end()));
  }

  @Override
  public void copy() {
    if (folds.isEmpty() || getSelection().getLength() == 0) {
      super.copy();
    } else {
      TextRange range = selectionInText();
      Clipboards.put(model.buffer().slice(range.start(), range.end()));
    }
  }

  @Override
  public void cut() {
    copy();
    IndexRange range = getSelection();
    deleteText(range.getStart(), range.getEnd());
  }
}
