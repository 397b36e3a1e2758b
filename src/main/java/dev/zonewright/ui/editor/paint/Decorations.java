package dev.zonewright.ui.editor.paint;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.find.FindModel;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.Brackets;
import dev.zonewright.ui.editor.text.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is drawn besides colours and underlines: matches, the finding looked at, brackets, what
 * several carets have selected.
 */
public final class Decorations {
  private final EditorModel model;
  private final FindModel find;
  private final CaretMarks carets;
  private Optional<Brackets.Pair> pair = Optional.empty();

  public Decorations(EditorModel model, FindModel find, CaretMarks carets) {
    this.model = model;
    this.find = find;
    this.carets = carets;
  }

  public Optional<Brackets.Pair> brackets() {
    return pair;
  }

  public void setBrackets(Optional<Brackets.Pair> now) {
    pair = now;
  }

  /** The stretches of a line, from 0. */
  public List<Stretch> on(int line) {
    int start = model.buffer().startOf(line);
    int end = model.buffer().endOf(line);
    List<Stretch> out = new ArrayList<>(find.drawn(start, end));
    out.addAll(carets.on(line));
    LocatedFinding looked = model.selectedProperty().get();
    if (looked != null) {
      TextRange range = looked.range();
      if (range.start() >= start && range.start() <= end) {
        out.add(
            new Stretch(range.start() - start, Math.min(end, range.end()) - start, "zw-looked-at"));
      }
    }
    pair.ifPresent(p -> {
      for (int offset : new int[] {p.open(), p.close()}) {
        if (offset >= start && offset < end) {
          out.add(new Stretch(offset - start, offset - start + 1, "zw-bracket"));
        }
      }
    });
    return out;
  }
}
