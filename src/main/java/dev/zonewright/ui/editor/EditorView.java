package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.complete.CompletionPopup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.MultiChangeBuilder;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.util.UndoUtils;

/** Shows a model's text and its findings, and tells the model what is typed. */
public final class EditorView implements EditorModel.Listener {
  private static final int PULSES_UNTIL_LAID_OUT = 2;

  private static final Duration HOVER = Duration.ofMillis(350);

  private final EditorModel model;
  private final EditorActions actions;
  private final Executor background;
  private final Executor ui;
  private final CodeArea area = new CodeArea();
  private final BorderPane pane = new BorderPane();
  private final OverviewStripe stripe;
  private final Highlighter highlighter;
  private final PaintedLines painted;
  private final HoverCard hover = new HoverCard();
  private Mirror mirror = Mirror.IN_STEP;
  private int lineCount;
  private int pulsesToPaint;

  /** Who is ahead: while one side tells the other, its echo is not news. */
  private enum Mirror {
    IN_STEP,
    LOADING,
    FOLLOWING_MODEL,
    TELLING_MODEL
  }

  /** A view that makes ready even a large text on the calling thread. */
  public EditorView(EditorModel model, EditorActions actions) {
    this(model, actions, Runnable::run, Runnable::run);
  }

  /**
   * A view.
   *
   * @param background colours a text that is loaded
   * @param ui runs on the thread of the window
   */
  public EditorView(EditorModel model, EditorActions actions, Executor background, Executor ui) {
    this.model = model;
    this.actions = actions;
    this.background = background;
    this.ui = ui;
    this.highlighter = new Highlighter(model.buffer());
    this.stripe = new OverviewStripe(model);
    this.painted = new PaintedLines(area, model, highlighter, this::showFixes);
    buildArea();
    pane.getStyleClass().add("zw-editor");
    pane.setCenter(new VirtualizedScrollPane<>(area));
    pane.setRight(stripe);
    new EditorKeys(model, area, actions, this::showFixes);
    new CompletionPopup(area, model::apply);
    area.setContextMenu(EditorMenu.of(area, model, actions, this::showFixes));
    paintWhatComesIntoView();
    area.plainTextChanges().subscribe(this::changed);
    area.caretPositionProperty()
        .addListener((_, _, now) -> {
          if (mirror == Mirror.IN_STEP) {
            mirror = Mirror.TELLING_MODEL;
            model.moveCaret(now);
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
    model.selectedProperty().addListener((_, _, now) -> painted.lookAt(now));
    model.addListener(this);
    loaded();
  }

  private void buildArea() {
    area.setId("editor-text");
    area.getStyleClass().add("zw-text");
    area.setAccessibleText("Manifest " + model.file());
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setMouseOverTextDelay(HOVER);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
        e -> {
          List<LocatedFinding> under = painted.findingsAt(e.getCharacterIndex());
          if (!under.isEmpty()) {
            Point2D at = e.getScreenPosition();
            hover.show(area, under, at.getX(), at.getY() + 14);
          }
        });
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> hover.hide());
  }

  public Node node() {
    return pane;
  }

  public void requestFocus() {
    area.requestFocus();
  }

  /** Opens the fix menu of the finding at the caret; nothing where there is none. */
  public void showFixes() {
    hover.hide();
    model.findingsAtCaret().stream()
        .findFirst()
        .ifPresent(finding -> {
          TextRange range = finding.range();
          Bounds key =
              area.getCharacterBoundsOnScreen(range.start(), range.end())
                  .or(area::getCaretBounds)
                  .orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
          actions.showFixes(finding, key);
        });
  }

  private void changed(PlainTextChange change) {
    if (mirror == Mirror.IN_STEP) {
      mirror = Mirror.TELLING_MODEL;
      int start = change.getPosition();
      model.typed(TextEdit.replace(start, change.getRemovalEnd(), change.getInserted()));
      mirror = Mirror.IN_STEP;
    }
  }

  @Override
  public void loaded() {
    mirror = Mirror.LOADING;
    area.setEditable(false);
    long revision = model.revision();
    String text = model.text();
    background.execute(() -> {
      StyledText styled = StyledText.of(text);
      ui.execute(() -> finishLoading(styled, text, revision));
    });
  }

  // another text came meanwhile exactly when the model no longer holds this very string
  @SuppressWarnings("ReferenceEquality")
  private void finishLoading(StyledText styled, String text, long revision) {
    if (revision != model.revision() && model.text() != text) {
      return;
    }
    highlighter.load(styled.states());
    styled.show(area);
    lineCount = model.buffer().lineCount();
    painted.reset();
    stripe.repaint();
    mirror = Mirror.IN_STEP;
    area.setEditable(true);
    followCaret();
    if (model.caretProperty().get() == 0) {
      area.showParagraphAtTop(0);
    }
  }

  @Override
  public void edited(EditSet edits, EditSet inverse, boolean typed) {
    if (mirror == Mirror.LOADING) {
      loaded();
      return;
    }
    if (!typed) {
      mirror = Mirror.FOLLOWING_MODEL;
      MultiChangeBuilder<?, ?, ?> change = area.createMultiChange(edits.edits().size());
      for (TextEdit edit : edits.edits()) {
        change.replaceTextAbsolutely(edit.range().start(), edit.range().end(), edit.replacement());
      }
      change.commit();
      mirror = Mirror.IN_STEP;
      // the area takes its caret along with what is inserted there; the model does not
      moveCaret();
    }
    hover.hide();
    int lines = model.buffer().lineCount();
    painted.edited(highlighter.edited(edits, inverse), lines - lineCount);
    lineCount = lines;
    stripe.repaint();
  }

  private void followCaret() {
    if (moveCaret()) {
      area.requestFollowCaret();
    }
  }

  /** Puts the caret where the model has it; says whether it moved. */
  private boolean moveCaret() {
    int caret = model.caretProperty().get();
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
      paintSoon();
    }
  }

  private void paintSoon() {
    pulsesToPaint = PULSES_UNTIL_LAID_OUT;
    Platform.requestNextPulse();
  }

  /**
   * Lines are styled before a layout, never in the middle of one; which lines are in view is known
   * only after it, so the next pulse looks again.
   */
  private void paintWhatComesIntoView() {
    area.viewportDirtyEvents().subscribe(_ -> paintSoon());
    Runnable paint =
        () -> {
          if (pulsesToPaint > 0 && mirror == Mirror.IN_STEP) {
            pulsesToPaint--;
            painted.paintVisible();
            if (pulsesToPaint > 0) {
              Platform.requestNextPulse();
            }
          }
        };
    pane.sceneProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.removePreLayoutPulseListener(paint);
          }
          if (now != null) {
            now.addPreLayoutPulseListener(paint);
          }
        });
  }

  @Override
  public void marked() {
    if (mirror != Mirror.LOADING) {
      painted.marked();
      stripe.repaint();
    }
  }
}
