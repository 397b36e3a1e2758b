package dev.zonewright.ui.editor.paint;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CaretNode;

/** Draws the carets besides the main one, and what they have selected. */
public final class CaretMarks {
  private final EditorModel model;
  private final EditorArea area;
  private final Runnable changed;
  private final List<CaretNode> nodes = new ArrayList<>();
  private List<TextRange> ranges = List.of();

  /**
   * Marks of an area.
   *
   * @param changed called when other lines are to be painted
   */
  public CaretMarks(EditorModel model, EditorArea area, Runnable changed) {
    this.model = model;
    this.area = area;
    this.changed = changed;
  }

  /** Shows these and no others. */
  public void show(List<TextRange> now) {
    if (now.isEmpty() && ranges.isEmpty()) {
      return;
    }
    ranges = List.copyOf(now);
    while (nodes.size() > ranges.size()) {
      CaretNode gone = nodes.removeLast();
      area.removeCaret(gone);
      gone.dispose();
    }
    while (nodes.size() < ranges.size()) {
      CaretNode more = new CaretNode("caret-" + nodes.size(), area);
      more.setShowCaret(CaretVisibility.AUTO);
      more.getStyleClass().add("zw-more-caret");
      nodes.add(more);
      area.addCaret(more);
    }
    for (int i = 0; i < ranges.size(); i++) {
      nodes.get(i).moveTo(Math.min(area.getLength(), area.folds().shown(ranges.get(i).end())));
    }
    changed.run();
  }

  /** What is selected on a line, from 0. */
  List<Stretch> on(int line) {
    int start = model.buffer().startOf(line);
    int end = model.buffer().endOf(line);
    return ranges.stream()
        .filter(r -> r.start() < end && r.end() > start)
        .map(r ->
            new Stretch(
                Math.max(0, r.start() - start), Math.min(end, r.end()) - start, "zw-more-selected"))
        .toList();
  }
}
