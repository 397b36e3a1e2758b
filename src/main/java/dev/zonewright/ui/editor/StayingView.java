package dev.zonewright.ui.editor;

import dev.zonewright.ui.editor.paint.EditorArea;
import java.util.OptionalInt;

/** Keeps in view what is looked at, while the room for the text shrinks or lines are folded. */
final class StayingView {
  private final EditorArea area;

  StayingView(EditorArea area) {
    this.area = area;
  }

  /** Follows the room that the area has. */
  void start() {
    area.heightProperty()
        .addListener((_, was, now) -> {
          if (now.doubleValue() < was.doubleValue()) {
            keepCaret();
          }
        });
    area.widthProperty()
        .addListener(_ -> {
          if (area.isWrapText()) {
            keepCaret();
          }
        });
  }

  // the lines in view are still those of before: the area is laid out after it has its size
  private void keepCaret() {
    int caret = area.getCurrentParagraph();
    int last = area.getVisibleParagraphs().size() - 1;
    if (last >= 0 && area.firstInView() <= caret && caret <= area.visibleParToAllParIndex(last)) {
      area.showParagraphInViewport(caret);
    }
  }

  /** The line of the text that stands at the top; empty before anything is shown. */
  OptionalInt top() {
    return area.getVisibleParagraphs().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(area.lineShown(area.firstInView()));
  }

  /** Puts a line of the text, or the one that it is folded into, at the top. */
  void toTop(int line) {
    area.showParagraphAtTop(area.folds().shownLine(line));
  }
}
