package dev.zonewright.ui.editor;

import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.complete.CompletionText;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.paint.EditorArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/** The text of an editor for its completion; nothing is copied as a whole. */
record CompletedText(EditorModel model, EditorArea area) implements CompletionText {
  @Override
  public int count() {
    return model.buffer().lineCount();
  }

  @Override
  public String line(int line) {
    return model.buffer().line(line);
  }

  @Override
  public boolean isReview() {
    return FileNames.last(model.file()).equals(ReviewFile.NAME);
  }

  @Override
  public int caretLine() {
    return area.lineShown(area.getCurrentParagraph());
  }

  @Override
  public void write(int line, TextEdit inLine, int caret) {
    int start = model.buffer().startOf(line);
    int from = start + inLine.range().start();
    model.apply(EditSet.of(inLine.shift(start)));
    area.moveToText(from + caret, SelectionPolicy.CLEAR);
  }
}
