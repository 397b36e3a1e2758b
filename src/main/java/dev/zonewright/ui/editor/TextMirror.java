package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorListener;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.paint.EditorArea;
import dev.zonewright.ui.editor.paint.Highlighter;
import dev.zonewright.ui.editor.paint.PaintedLines;
import dev.zonewright.ui.editor.paint.StyledText;
import dev.zonewright.ui.editor.text.Folds;
import dev.zonewright.ui.editor.text.WholeText;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.fxmisc.richtext.MultiChangeBuilder;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * Keeps the text and the caret of an area and of a model the same, whichever is ahead; the area
 * does without what is folded.
 */
final class TextMirror implements EditorListener {
  // more edits than these are shown as one: the area takes its time for each
  private static final int FEW = 50;

  private final EditorModel model;
  private final EditorArea area;
  private final Highlighter highlighter;
  private final PaintedLines painted;
  private final TextArrival arrival;
  private final StayingView view;
  private final Runnable changed;
  private final Runnable refold = this::refold;
  private Mirror mirror = Mirror.IN_STEP;

  /** Who is ahead: while one side tells the other, its echo is not news. */
  private enum Mirror {
    IN_STEP,
    LOADING,
    FOLLOWING_MODEL,
    TELLING_MODEL
  }

  /**
   * A mirror that does not yet hold anything.
   *
   * @param background colours a text that is loaded
   * @param ui runs on the thread of the window
   * @param changed called after each change of the text or its marks
   */
  TextMirror(
      EditorModel model,
      EditorArea area,
      Highlighter highlighter,
      PaintedLines painted,
      Executor background,
      Executor ui,
      Runnable changed) {
    this.model = model;
    this.area = area;
    this.highlighter = highlighter;
    this.painted = painted;
    this.arrival = new TextArrival(model, area, background, ui);
    this.view = new StayingView(area);
    this.changed = changed;
  }

  /** Takes in the text and follows from then on. */
  void start() {
    area.plainTextChanges().subscribe(this::typed);
    area.caretPositionProperty()
        .addListener((_, _, now) -> {
          if (mirror == Mirror.IN_STEP) {
            mirror = Mirror.TELLING_MODEL;
            model.moveCaret(area.offset(now));
            mirror = Mirror.IN_STEP;
          }
        });
    model
        .caretProperty()
        .addListener(_ -> {
          if (mirror == Mirror.IN_STEP) {
            followCaret();
          }
        });
    model.addListener(this);
    model.folding().addListener(refold);
    view.start();
    loaded();
  }

  /** No longer follows the model. */
  void stop() {
    model.removeListener(this);
    model.folding().removeListener(refold);
  }

  boolean isInStep() {
    return mirror == Mirror.IN_STEP;
  }

  private void typed(PlainTextChange change) {
    if (mirror == Mirror.IN_STEP) {
      mirror = Mirror.TELLING_MODEL;
      int start = area.offset(change.getPosition());
      int end = area.offset(change.getRemovalEnd());
      model.typed(TextEdit.replace(start, Math.max(start, end), change.getInserted()));
      mirror = Mirror.IN_STEP;
    }
  }

  @Override
  public void loaded() {
    mirror = Mirror.LOADING;
    area.setFolds(Folds.NONE);
    area.setEditable(false);
    arrival.begin(this::finish);
  }

  private void finish(StyledText styled) {
    highlighter.load(styled.states());
    painted.reset();
    mirror = Mirror.IN_STEP;
    area.setEditable(true);
    refold();
    changed.run();
    followCaret();
  }

  @Override
  public void edited(EditSet edits, EditSet inverse, boolean typed) {
    if (mirror == Mirror.LOADING) {
      loaded();
      return;
    }
    Folds now = model.folding().folds();
    boolean opened = now.lines().size() < area.folds().lines().size();
    if (!typed) {
      mirror = Mirror.FOLLOWING_MODEL;
      if (opened) {
        area.setFolds(now);
        showAnew();
      } else {
        follow(edits.edits());
        area.setFolds(now);
      }
      mirror = Mirror.IN_STEP;
      // the area takes its caret along with what is inserted there; the model does not
      moveCaret();
    } else {
      area.setFolds(now);
      if (opened && area.getLength() != model.buffer().length() - now.hidden()) {
        // what was hidden is still there, below the line that was edited
        mirror = Mirror.FOLLOWING_MODEL;
        showAnew();
        mirror = Mirror.TELLING_MODEL;
      }
    }
    painted.edited(highlighter.edited(edits, inverse));
    changed.run();
  }

  private void follow(List<TextEdit> edits) {
    if (edits.size() > FEW) {
      int start = edits.getFirst().range().start();
      int end = edits.getLast().range().end();
      int growth = edits.stream().mapToInt(TextEdit::growth).sum();
      String come = model.folding().folds().shownOf(model.buffer(), start, end + growth);
      area.replaceText(area.folds().shown(start), area.folds().shown(end), come);
      return;
    }
    MultiChangeBuilder<?, ?, ?> change = area.createMultiChange(edits.size());
    // from the end: the area counts each from the text as the ones before it left it
    for (TextEdit edit : edits.reversed()) {
      change.replaceTextAbsolutely(
          area.folds().shown(edit.range().start()),
          area.folds().shown(edit.range().end()),
          edit.replacement());
    }
    change.commit();
  }

  /** Takes out what was folded since, and puts back what was opened. */
  private void refold() {
    if (mirror != Mirror.IN_STEP) {
      return;
    }
    Folds before = area.folds();
    Folds now = model.folding().folds();
    now.differing(before)
        .ifPresent(lines -> {
          int start = model.buffer().endOf(lines[0]);
          int end = model.buffer().endOf(Math.min(lines[1], model.buffer().lineCount() - 1));
          String come = now.shownOf(model.buffer(), start, end);
          OptionalInt top = view.top();
          mirror = Mirror.FOLLOWING_MODEL;
          area.replaceText(before.shown(start), before.shown(end), come);
          area.setFolds(now);
          mirror = Mirror.IN_STEP;
          painted.refolded();
          moveCaret();
          top.ifPresent(view::toTop);
          changed.run();
        });
    area.setFolds(now);
  }

  /** Puts everything that is to be shown into the area, where one step opened folds and edited. */
  private void showAnew() {
    String all = area.folds().shownOf(model.buffer(), 0, model.buffer().length());
    for (TextEdit edit : WholeText.edit(area.getText(), all).edits()) {
      area.replaceText(edit.range().start(), edit.range().end(), edit.replacement());
    }
    painted.refolded();
  }

  private void followCaret() {
    if (moveCaret()) {
      area.requestFollowCaret();
    }
  }

  /** Puts the caret where the model has it; says whether it moved. */
  private boolean moveCaret() {
    int caret = area.folds().shown(model.caretProperty().get());
    if (caret == area.getCaretPosition() || caret > area.getLength()) {
      return false;
    }
    mirror = Mirror.FOLLOWING_MODEL;
    area.moveTo(caret);
    mirror = Mirror.IN_STEP;
    return true;
  }

  @Override
  public void revealed(TextRange range) {
    if (mirror != Mirror.LOADING) {
      moveCaret();
      painted.bringIntoView(model.buffer().lineOf(range.start()));
      changed.run();
    }
  }

  @Override
  public void selected(TextRange range) {
    if (mirror != Mirror.LOADING && area.folds().shown(range.end()) <= area.getLength()) {
      mirror = Mirror.FOLLOWING_MODEL;
      area.selectText(range);
      mirror = Mirror.IN_STEP;
      painted.bringIntoView(model.buffer().lineOf(range.start()));
      area.requestFollowCaret();
      changed.run();
    }
  }

  @Override
  public void marked() {
    if (mirror != Mirror.LOADING) {
      changed.run();
    }
  }
}
