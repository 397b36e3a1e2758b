package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Island;
import dev.zonewright.ui.complete.CompletionPopup;
import dev.zonewright.ui.editor.find.FindModel;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.paint.CaretMarks;
import dev.zonewright.ui.editor.paint.Decorations;
import dev.zonewright.ui.editor.paint.EditorArea;
import dev.zonewright.ui.editor.paint.EditorLinks;
import dev.zonewright.ui.editor.paint.Highlighter;
import dev.zonewright.ui.editor.paint.OverviewStripe;
import dev.zonewright.ui.editor.paint.PaintPulse;
import dev.zonewright.ui.editor.paint.PaintedLines;
import dev.zonewright.ui.editor.text.Brackets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/** Shows a model's text and its findings, and tells the model what is typed. */
public final class EditorView {
  private static final Duration HOVER = Duration.ofMillis(350);
  private static final double CARD_BELOW = 14;
  private static final double LINE_PER_FONT_SIZE = 21 / EditorPreferences.FONT_SIZE;

  private final EditorModel model;
  private final EditorActions actions;
  private final EditorPreferences preferences;
  private final EditorArea area;
  private final BorderPane pane = new BorderPane();
  private final Island island = new Island(pane);
  private final OverviewStripe stripe;
  private final Highlighter highlighter;
  private final Decorations decorations;
  private final PaintedLines painted;
  private final PaintPulse pulse;
  private final TextMirror mirror;
  private final EditorBars bars;
  private final CaretKeys carets;
  private final HoverCard hover;
  private Subscription following = Subscription.EMPTY;

  /** A view that does everything on the calling thread, with preferences of its own. */
  public EditorView(EditorModel model, EditorActions actions) {
    this(
        model,
        actions,
        new BackgroundRunner(
            Runnable::run,
            Runnable::run,
            Runnable::run,
            (_, task) -> {
              task.run();
              return () -> {};
            }),
        new EditorPreferences());
  }

  /**
   * A view.
   *
   * @param runner colours a text that is loaded, and searches it
   * @param preferences followed as they change
   */
  public EditorView(
      EditorModel model,
      EditorActions actions,
      BackgroundRunner runner,
      EditorPreferences preferences) {
    this.model = model;
    this.actions = actions;
    this.preferences = preferences;
    hover = new HoverCard(actions::isOnHost);
    area = new EditorArea(model);
    highlighter = new Highlighter(model.buffer());
    stripe = new OverviewStripe(model);
    FindModel find = new FindModel(model, runner);
    CaretMarks marks = new CaretMarks(model, area, this::paintSoon);
    decorations = new Decorations(model, find, marks);
    painted = new PaintedLines(area, model, highlighter, decorations::on, links());
    bars = new EditorBars(model, area, find, runner);
    buildArea();
    pane.getStyleClass().add("zw-editor");
    pane.setTop(bars.node());
    pane.setCenter(new VirtualizedScrollPane<>(area));
    pane.setRight(stripe);
    pulse = new PaintPulse(pane, this::paint);
    mirror =
        new TextMirror(
            model, area, highlighter, painted, runner.small(), runner.window(), this::changed);
    carets = new CaretKeys(model, area, marks);
    EditorCommands commands =
        new EditorCommands(
            model, area, highlighter, actions, preferences, bars, carets, this::showFixes);
    EditorKeys.take(area, commands);
    new CompletionPopup(area, new CompletedText(model, area));
    area.setContextMenu(EditorMenu.of(area, model, commands));
    area.viewportDirtyEvents().subscribe(_ -> pulse.soon());
    find.matchesProperty().subscribe(_ -> pulse.soon());
    find.countProperty().subscribe(_ -> pulse.soon());
    model.selectedProperty().addListener((_, before, now) -> lookAt(before, now));
    model.caretProperty().addListener((_, _, now) -> findBrackets(now.intValue()));
    mirror.start();
    carets.start();
    followPreferences();
  }

  private EditorLinks links() {
    return new EditorLinks() {
      @Override
      public void showFixes() {
        EditorView.this.showFixes();
      }

      @Override
      public void nextPlace() {
        actions.nextPlace();
      }
    };
  }

  private void buildArea() {
    area.setId("editor-text");
    area.getStyleClass().add("zw-text");
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("Manifest " + model.file());
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setMouseOverTextDelay(HOVER);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
        e -> {
          List<LocatedFinding> under = painted.findingsAt(e.getCharacterIndex());
          if (!under.isEmpty()) {
            Point2D at = e.getScreenPosition();
            hover.show(area, under, at.getX(), at.getY() + CARD_BELOW);
          }
        });
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> hover.hide());
  }

  private void followPreferences() {
    area.wrapTextProperty().bind(preferences.wrapProperty());
    following =
        preferences
            .fontSizeProperty()
            .subscribe(_ -> dress())
            .and(preferences.fontFamilyProperty().subscribe(_ -> dress()));
  }

  /** Lets go of what outlives the view; it is not to be shown again. */
  public void close() {
    hover.hide();
    following.unsubscribe();
    area.wrapTextProperty().unbind();
    mirror.stop();
    carets.close();
    area.dispose();
  }

  private void dress() {
    double size = preferences.fontSizeProperty().get();
    String family = preferences.fontFamilyProperty().get().replace("\"", "");
    area.setStyle(
        "-fx-font-size: %spx;%s"
            .formatted(size, family.isEmpty() ? "" : " -fx-font-family: \"" + family + "\";"));
    painted.setFontSize(size);
    stripe.setLineHeight(size * LINE_PER_FONT_SIZE);
    pulse.soon();
  }

  public Node node() {
    return island;
  }

  public void requestFocus() {
    area.requestFocus();
  }

  /** Opens the bar for finding, with what is selected. */
  public void find() {
    bars.find(false);
  }

  /** Opens the bar for finding and replacing. */
  public void replace() {
    bars.find(true);
  }

  /** Asks for a line to go to. */
  public void goToLine() {
    bars.goToLine();
  }

  /** Opens the list of the file's objects. */
  public void outline() {
    bars.outline();
  }

  /**
   * Opens the fix menu of the chosen finding if it is on the caret's line, else of the finding at
   * the caret; nothing where there is none.
   */
  public void showFixes() {
    hover.hide();
    findingAtCaret().ifPresent(finding -> actions.showFixes(finding, boundsOf(finding.range())));
  }

  private Optional<LocatedFinding> findingAtCaret() {
    List<LocatedFinding> here = model.findingsAtCaret();
    return actions
        .chosen()
        .flatMap(chosen ->
            here.stream().filter(f -> f.fingerprint().equals(chosen.fingerprint())).findFirst())
        .or(() -> here.stream().findFirst());
  }

  /**
   * Where a line stands on the screen; empty where it is out of sight or folded.
   *
   * @param line from 1
   */
  public Optional<Bounds> lineOnScreen(int line) {
    int index = area.folds().shownLine(line - 1);
    return index >= area.firstVisibleParToAllParIndex()
            && index <= area.lastVisibleParToAllParIndex()
        ? area.getParagraphBoundsOnScreen(index)
        : Optional.empty();
  }

  // a text that is still coming into the area may not have these characters yet
  private Bounds boundsOf(TextRange range) {
    int start = area.folds().shown(range.start());
    int line = model.text().indexOf('\n', range.start());
    // of several lines the first: what stands beside the key is to stand beside its beginning
    int end = area.folds().shown(line < 0 ? range.end() : Math.min(range.end(), line));
    Optional<Bounds> key =
        end <= area.getLength() ? area.getCharacterBoundsOnScreen(start, end) : Optional.empty();
    Bounds shown = area.localToScreen(area.getBoundsInLocal());
    return key.filter(k -> k.getMaxX() > shown.getMinX() && k.getMinX() < shown.getMaxX())
        .or(area::getCaretBounds)
        .orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
  }

  /** The text or its marks are others: what stands beside it follows, the rest with the pulse. */
  private void changed() {
    hover.hide();
    stripe.repaint();
    pulse.soon();
  }

  private void paintSoon() {
    pulse.soon();
  }

  private void paint() {
    if (mirror.isInStep()) {
      painted.paintVisible();
    }
  }

  private void lookAt(@Nullable LocatedFinding before, @Nullable LocatedFinding now) {
    if (mirror.isInStep()) {
      if (before != null) {
        painted.paintLineOf(before.range().start());
      }
      if (now != null) {
        painted.paintLineOf(now.range().start());
      }
    }
  }

  private void findBrackets(int caret) {
    var was = decorations.brackets();
    var now = new Brackets(model.buffer(), highlighter::tokens).at(caret);
    if (!now.equals(was)) {
      decorations.setBrackets(now);
      pulse.soon();
    }
  }
}
