package dev.zonewright.ui.complete;

import java.util.List;

/** A text as its lines, counted from 0. */
public interface TextLines {
  int count();

  String line(int line);

  /** The lines of a text that is at hand as a whole. */
  static TextLines of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return new TextLines() {
      @Override
      public int count() {
        return lines.size();
      }

      @Override
      public String line(int line) {
        return lines.get(line);
      }
    };
  }
}
