package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.Optional;

/** Where places of a text stand after edits of it. */
final class RangeShift {
  private RangeShift() {}

  /**
   * Where a caret goes: with the text before which it stands; inside of what is replaced, to the
   * end of what comes.
   */
  static int caret(int offset, EditSet edits) {
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      if (edit.range().start() > offset) {
        break;
      }
      if (edit.range().end() > offset) {
        return edit.range().start() + shift + edit.replacement().length();
      }
      if (!edit.range().isEmpty() || edit.range().start() < offset) {
        shift += edit.growth();
      }
    }
    return offset + shift;
  }

  /** Where a range goes; empty when characters of it were edited. */
  static Optional<TextRange> range(TextRange range, EditSet edits) {
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      TextRange gone = edit.range();
      if (gone.start() >= range.end() && (range.length() > 0 || gone.start() > range.start())) {
        break;
      }
      boolean before = gone.end() <= range.start();
      if (!before) {
        return Optional.empty();
      }
      shift += edit.growth();
    }
    return Optional.of(range.shift(shift));
  }
}
