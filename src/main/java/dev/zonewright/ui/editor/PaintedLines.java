package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.jspecify.annotations.Nullable;

/**
 * Keeps colours, underlines and gutter of the lines in view as they should be, touching only those
 * that are not.
 */
final class PaintedLines {
  // lines shown above one that is brought into view
  private static final int FEWEST_ABOVE = 5;
  private static final int MOST_ABOVE = 12;

  private static final int LEAST_DIGITS = 4;

  private final CodeArea area;
  private final EditorModel model;
  private final Highlighter highlighter;
  private final Runnable showFixes;
  private @Nullable LocatedFinding looked;
  private int digits = LEAST_DIGITS;

  PaintedLines(CodeArea area, EditorModel model, Highlighter highlighter, Runnable showFixes) {
    this.area = area;
    this.model = model;
    this.highlighter = highlighter;
    this.showFixes = showFixes;
  }

  /** Paints the findings of a text that has just been put into the area. */
  void reset() {
    digits = digitsNeeded();
    area.setParagraphGraphicFactory(this::gutter);
    marked();
  }

  private GutterCell gutter(int line) {
    return new GutterCell(
        line,
        digits,
        model.marksAt(line),
        () -> {
          if (model.buffer().lineOf(model.caretProperty().get()) != line) {
            model.moveCaret(model.buffer().startOf(line));
          }
          showFixes.run();
        });
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
   * @param growth how many lines came or, when negative, went
   */
  void edited(Set<Integer> lines, int growth) {
    looked = model.selectedProperty().get();
    lines.forEach(this::style);
    if (digits < Integer.toString(model.buffer().lineCount()).length()) {
      digits = digitsNeeded();
      area.setParagraphGraphicFactory(this::gutter);
    } else if (growth != 0) {
      visible().forEach(area::recreateParagraphGraphic);
    } else {
      visible().stream().filter(lines::contains).forEach(area::recreateParagraphGraphic);
    }
  }

  /** Takes the findings as they are now: what can be seen is painted, the rest when it is. */
  void marked() {
    paintVisible();
    visible().forEach(area::recreateParagraphGraphic);
  }

  /** Styles the lines in view that are not as they should be. */
  void paintVisible() {
    visible().forEach(this::style);
  }

  /** Highlights the finding that is looked at, and no other. */
  void lookAt(@Nullable LocatedFinding finding) {
    LocatedFinding before = looked;
    looked = finding;
    if (before != null) {
      style(model.buffer().lineOf(Math.min(before.range().start(), model.buffer().length())));
    }
    if (finding != null && finding.range().end() <= model.buffer().length()) {
      style(model.buffer().lineOf(finding.range().start()));
    }
  }

  private void style(int line) {
    TextBuffer text = model.buffer();
    if (line >= area.getParagraphs().size() || line >= text.lineCount()) {
      return;
    }
    int length = area.getParagraphLength(line);
    if (length == 0 || length != text.endOf(line) - text.startOf(line)) {
      return;
    }
    LineMarks marks = model.marksAt(line);
    List<LineMarks.Mark> underlines = marks == null ? List.of() : marks.marks();
    StyleSpans<Collection<String>> wanted =
        LinePainter.spans(length, highlighter.tokens(line), underlines, lookedIn(line));
    if (!wanted.equals(area.getStyleSpans(line))) {
      area.setStyleSpans(line, 0, wanted);
    }
  }

  private TextRange lookedIn(int line) {
    LocatedFinding finding = looked;
    int start = model.buffer().startOf(line);
    int end = model.buffer().endOf(line);
    if (finding == null || finding.range().start() < start || finding.range().start() > end) {
      return TextRange.at(0);
    }
    int to = Math.min(end, finding.range().end());
    return new TextRange(finding.range().start() - start, to - start);
  }

  private List<Integer> visible() {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
      lines.add(area.visibleParToAllParIndex(i));
    }
    return lines;
  }

  /** Brings a line into view with some lines above it, unless it can be seen already. */
  void bringIntoView(int line) {
    List<Integer> seen = visible();
    if (line < area.getParagraphs().size() && !seen.contains(line)) {
      int above = Math.clamp(seen.size() / 3, FEWEST_ABOVE, MOST_ABOVE);
      area.showParagraphAtTop(Math.max(0, line - above));
    }
  }

  /** The findings whose mark an offset is in. */
  List<LocatedFinding> findingsAt(int offset) {
    if (offset > model.buffer().length()) {
      return List.of();
    }
    LineMarks marks = model.marksAt(model.buffer().lineOf(offset));
    return marks == null
        ? List.of()
        : marks.findings().stream().filter(f -> f.range().contains(offset)).toList();
  }
}
