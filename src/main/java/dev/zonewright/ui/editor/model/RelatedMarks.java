package dev.zonewright.ui.editor.model;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of the finding looked at that are in this text; they move with the edits. */
final class RelatedMarks {
  private final TextBuffer text;
  private List<RelatedMark> marks = List.of();

  RelatedMarks(TextBuffer text) {
    this.text = text;
  }

  /** Takes others; says whether that changes anything. */
  boolean take(List<RelatedMark> now) {
    List<RelatedMark> inside = now.stream().filter(m -> m.range().end() <= text.length()).toList();
    boolean changed = !inside.equals(marks);
    marks = inside;
    return changed;
  }

  /** Follows edits that the text has seen; places whose characters were edited go. */
  void move(EditSet edits) {
    if (!marks.isEmpty()) {
      RangeShift shift = new RangeShift(edits);
      List<RelatedMark> moved = new ArrayList<>(marks.size());
      for (RelatedMark mark : marks) {
        Optional<TextRange> range = shift.range(mark.range());
        range.ifPresent(r -> moved.add(mark.at(r)));
      }
      marks = List.copyOf(moved);
    }
  }

  /** Those that begin on a line, from 0. */
  List<RelatedMark> at(int line) {
    if (marks.isEmpty()) {
      return List.of();
    }
    return marks.stream().filter(m -> text.lineOf(m.range().start()) == line).toList();
  }
}
