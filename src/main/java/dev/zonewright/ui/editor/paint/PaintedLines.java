package dev.zonewright.ui.editor.paint;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.model.LineMarks;
import dev.zonewright.ui.editor.text.Stretch;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.fxmisc.richtext.model.StyleSpans;
import org.jspecify.annotations.Nullable;

/**
 * Keeps colours, underlines and gutter of the lines in view as they should be, touching only those
 * that are not. Nothing here makes the area lay itself out: that would be done once more for each
 * key.
 */
public final class PaintedLines {
  // lines shown above one that is brought into view
  private static final int FEWEST_ABOVE = 5;
  private static final int MOST_ABOVE = 12;

  private static final int LEAST_DIGITS = 4;
  // so few lines are painted with the key that changed them, more with the next frame
  private static final int AT_ONCE = 3;
  // where a text that has just come is seen; what is seen elsewhere is painted with the next frame
  private static final int FIRST_SCREEN = 60;

  private final EditorArea area;
  private final EditorModel model;
  private final Highlighter highlighter;
  private final IntFunction<List<Stretch>> more;
  private final EditorLinks links;
  private final List<GutterCell> gutters = new ArrayList<>();
  private int digits = LEAST_DIGITS;
  private double fontSize = EditorPreferences.FONT_SIZE;

  /** Painting of an area; {@code more} says what is drawn on a line besides. */
  public PaintedLines(
      EditorArea area,
      EditorModel model,
      Highlighter highlighter,
      IntFunction<List<Stretch>> more,
      EditorLinks links) {
    this.area = area;
    this.model = model;
    this.highlighter = highlighter;
    this.more = more;
    this.links = links;
  }

  /** Paints a text that has just been put into the area. */
  public void reset() {
    digits = digitsNeeded();
    // as colours come, the nodes of a line are made anew, so these come before there are any; which
    // lines are in view is not asked, for the area would make their nodes to answer
    for (int shown = 0; shown < FIRST_SCREEN; shown++) {
      style(area.lineShown(shown));
    }
    buildGutter();
  }

  /** Fits the gutter to another size of the font. */
  public void setFontSize(double size) {
    fontSize = size;
    buildGutter();
  }

  private void buildGutter() {
    gutters.clear();
    area.setParagraphGraphicFactory(this::gutter);
  }

  private GutterCell gutter(int shown) {
    int line = area.lineShown(shown);
    GutterCell cell =
        new GutterCell(
            line,
            digits,
            fontSize,
            () -> showFixes(line),
            links::nextPlace,
            () -> model.folding().toggle(line));
    if (line < model.buffer().lineCount()) {
      show(cell);
    }
    gutters.add(cell);
    return cell;
  }

  private void show(GutterCell cell) {
    int line = cell.line();
    OptionalInt last = area.folds().lastOf(line);
    if (last.isPresent()) {
      cell.showFolded(
          model.marksAt(line),
          model.relatedAt(line),
          LineMarks.worst(
              model.buffer().startOf(line),
              model.buffer().endOf(last.getAsInt()),
              model.findings()),
          last.getAsInt() - line,
          model.folding().regions().objectOn(line));
    } else {
      cell.show(model.marksAt(line), model.relatedAt(line), model.folding().regions().begins(line));
    }
  }

  /** Other lines are folded than before: what stands beside them is made anew. */
  public void refolded() {
    buildGutter();
  }

  private void showFixes(int line) {
    if (model.buffer().lineOf(model.caretProperty().get()) != line) {
      model.moveCaret(model.buffer().startOf(line));
    }
    links.showFixes();
  }

  /** Room for some more lines than there are, so that the gutter stays as wide as it is. */
  private int digitsNeeded() {
    int count = model.buffer().lineCount() * 2;
    return Math.max(LEAST_DIGITS, Integer.toString(count).length());
  }

  /**
   * Follows an edit: the underlines have moved with their characters, the findings likewise.
   *
   * @param lines whose colours may be others now
   */
  public void edited(Set<Integer> lines) {
    lines.stream().limit(AT_ONCE).forEach(this::style);
    if (digits < Integer.toString(model.buffer().lineCount()).length()) {
      digits = digitsNeeded();
      buildGutter();
    }
  }

  /** Brings the lines in view, and their gutter, to what they should be. */
  public void paintVisible() {
    if (area.isWhole()) {
      int first = firstVisible();
      // asked once: after a line was styled, the area would make its nodes anew to answer
      int last = lastVisible();
      for (int shown = first; shown <= last; shown++) {
        style(area.lineShown(shown));
      }
      gutters.removeIf(cell -> cell.getScene() == null);
      gutters.stream().filter(cell -> cell.line() < model.buffer().lineCount()).forEach(this::show);
    }
  }

  /** Paints the line of an offset, in view or not. */
  public void paintLineOf(int offset) {
    style(model.buffer().lineOf(Math.min(offset, model.buffer().length())));
  }

  private void style(int line) {
    TextBuffer text = model.buffer();
    if (line < 0 || line >= text.lineCount() || area.folds().isHidden(line)) {
      return;
    }
    int shown = area.folds().shownLine(line);
    if (shown >= area.getParagraphs().size()) {
      return;
    }
    int length = area.getParagraphLength(shown);
    if (length == 0 || length != text.endOf(line) - text.startOf(line)) {
      return;
    }
    LineMarks marks = model.marksAt(line);
    List<LineMarks.Mark> underlines = marks == null ? List.of() : marks.marks();
    StyleSpans<Collection<String>> wanted =
        LinePainter.spans(length, highlighter.tokens(line), underlines, more.apply(line));
    if (!wanted.equals(area.getStyleSpans(shown))) {
      area.setStyleSpans(shown, 0, wanted);
    }
  }

  /** The first line in view, or one or two before it. */
  private int firstVisible() {
    return Math.max(0, area.firstInView() - 1);
  }

  /** The last line in view, or the one after it; -1 before there is any. */
  private int lastVisible() {
    int size = area.getVisibleParagraphs().size();
    return size == 0 ? -1 : area.visibleParToAllParIndex(size - 1) + 1;
  }

  /** Brings a line into view with some lines above it, unless it can be seen already. */
  public void bringIntoView(int line) {
    int first = firstVisible() + 2;
    int last = lastVisible() - 1;
    int shown = area.folds().shownLine(line);
    if (shown < area.getParagraphs().size() && (shown < first || shown > last)) {
      int above = Math.clamp((last - first + 1) / 3, FEWEST_ABOVE, MOST_ABOVE);
      area.showParagraphAtTop(Math.max(0, shown - above));
    }
  }

  /** The findings whose mark an offset of the area is in. */
  public List<LocatedFinding> findingsAt(int shown) {
    int offset = area.offset(shown);
    if (offset > model.buffer().length()) {
      return List.of();
    }
    @Nullable LineMarks marks = model.marksAt(model.buffer().lineOf(offset));
    return marks == null
        ? List.of()
        : marks.findings().stream().filter(f -> f.range().contains(offset)).toList();
  }
}
