package dev.zonewright.ui.editor.text;

import dev.zonewright.text.TextRange;

/**
 * A text whose caret or selection is drawn into it: one ‹ and › around what is selected, or one |.
 */
public record Marked(String text, TextRange selection) {
  public static Marked of(String drawn) {
    int caret = drawn.indexOf('|');
    if (caret >= 0) {
      return new Marked(drawn.replace("|", ""), TextRange.at(caret));
    }
    int start = drawn.indexOf('‹');
    int end = drawn.indexOf('›') - 1;
    return new Marked(drawn.replaceAll("[‹›]", ""), new TextRange(start, end));
  }

  public TextBuffer buffer() {
    TextBuffer buffer = new TextBuffer();
    buffer.load(text);
    return buffer;
  }

  static String drawn(String text, TextRange selection) {
    return selection.isEmpty()
        ? text.substring(0, selection.start()) + "|" + text.substring(selection.start())
        : text.substring(0, selection.start())
            + "‹"
            + text.substring(selection.start(), selection.end())
            + "›"
            + text.substring(selection.end());
  }
}
