package dev.zonewright.ui.complete;

import org.fxmisc.richtext.CodeArea;

/** The lines of an editor, as they are at the time of asking; nothing is copied as a whole. */
record AreaLines(CodeArea area) implements TextLines {
  @Override
  public int count() {
    return area.getParagraphs().size();
  }

  @Override
  public String line(int line) {
    return area.getText(line);
  }
}
