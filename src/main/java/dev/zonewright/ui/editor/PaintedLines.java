package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Keeps colours, underlines and gutter of the lines as they should be, touching only those that
 * change.
 */
final class PaintedLines {
  private static final int LEAST_DIGITS = 4;

  private final CodeArea area;
  private final EditorModel model;
  private final Highlighter highlighter;
  private final Runnable showFixes;
  private NavigableMap<Integer, LineMarks> shown = new TreeMap<>();
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
    shown = new TreeMap<>();
    digits = digitsNeeded();
    area.setParagraphGraphicFactory(this::gutter);
    marked();
  }

  private GutterCell gutter(int line) {
    return new GutterCell(
        line,
        digits,
        model.marks().get(line),
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

  /** Follows an edit: findings have moved with their lines already. */
  void edited(Set<Integer> lines, EditSet edits) {
    shown = model.marks();
    looked = model.selectedProperty().get();
    lines.forEach(this::style);
    boolean linesMoved =
        edits.edits().stream()
                .anyMatch(e -> e.replacement().indexOf('\n') >= 0 || e.range().length() > 1)
            || area.getParagraphs().size() != model.buffer().lineCount();
    if (digits < Integer.toString(model.buffer().lineCount()).length()) {
      digits = digitsNeeded();
      area.setParagraphGraphicFactory(this::gutter);
    } else if (linesMoved) {
      visible().forEach(area::recreateParagraphGraphic);
    } else {
      lines.forEach(this::refreshGutter);
    }
  }

  /** Takes the findings as they are now. */
  void marked() {
    NavigableMap<Integer, LineMarks> now = model.marks();
    Set<Integer> lines = new TreeSet<>(shown.keySet());
    lines.addAll(now.keySet());
    for (int line : lines) {
      LineMarks before = shown.get(line);
      LineMarks after = now.get(line);
      if (before == null || after == null || !before.marks().equals(after.marks())) {
        style(line);
      }
      if (before == null || after == null || !before.findings().equals(after.findings())) {
        refreshGutter(line);
      }
    }
    shown = now;
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
    if (line >= area.getParagraphs().size()) {
      return;
    }
    int length = area.getParagraphLength(line);
    if (length == 0 || length != model.buffer().endOf(line) - model.buffer().startOf(line)) {
      return;
    }
    LineMarks marks = model.marks().get(line);
    List<LineMarks.Mark> underlines = marks == null ? List.of() : marks.marks();
    area.setStyleSpans(
        line, 0, LinePainter.spans(length, highlighter.tokens(line), underlines, lookedIn(line)));
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

  private void refreshGutter(int line) {
    if (line < area.getParagraphs().size() && area.allParToVisibleParIndex(line).isPresent()) {
      area.recreateParagraphGraphic(line);
    }
  }

  private Collection<Integer> visible() {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
      lines.add(area.visibleParToAllParIndex(i));
    }
    return lines;
  }

  /** Brings a line into view, in the middle unless it can be seen already. */
  void center(int line) {
    if (line < area.getParagraphs().size() && area.allParToVisibleParIndex(line).isEmpty()) {
      area.showParagraphAtCenter(line);
    }
  }

  /** The findings whose mark an offset is in. */
  List<LocatedFinding> findingsAt(int offset) {
    if (offset > model.buffer().length()) {
      return List.of();
    }
    LineMarks marks = model.marks().get(model.buffer().lineOf(offset));
    return marks == null
        ? List.of()
        : marks.findings().stream().filter(f -> f.range().contains(offset)).toList();
  }
}
