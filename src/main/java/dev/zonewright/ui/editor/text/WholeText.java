package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;

/** Turns one text into another by one edit, which leaves what both begin and end with. */
public final class WholeText {
  private WholeText() {}

  /** The edit; none where both are the same. */
  public static EditSet edit(String from, String to) {
    if (from.equals(to)) {
      return EditSet.EMPTY;
    }
    int least = Math.min(from.length(), to.length());
    int head = 0;
    while (head < least && from.charAt(head) == to.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
      tail++;
    }
    return EditSet.of(
        TextEdit.replace(head, from.length() - tail, to.substring(head, to.length() - tail)));
  }
}
