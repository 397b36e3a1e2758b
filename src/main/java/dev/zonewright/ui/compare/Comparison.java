package dev.zonewright.ui.compare;

import dev.zonewright.report.MaskedDiff;
import dev.zonewright.text.LineDiff;
import java.util.List;

/**
 * Two versions of some texts, and what a person may do about them.
 *
 * @param title what this is about, in a few words
 * @param texts those that differ, and those that turned out to be the same
 * @param answers what may be done, the preferred first; closing without an answer does nothing
 */
public record Comparison(String title, List<Text> texts, List<String> answers) {
  public Comparison {
    texts = List.copyOf(texts);
    answers = List.copyOf(answers);
  }

  /**
   * One text in two versions.
   *
   * @param before what the removed lines belong to: “on disk”
   * @param after what the added lines belong to: “here, not saved”
   * @param lines how many lines the text after has
   */
  public record Text(String name, String before, String after, LineDiff diff, int lines) {}

  /** Compares two versions; takes a while for long texts. */
  public static Text text(String name, String before, String old, String after, String now) {
    LineDiff diff = LineDiff.between(old, now, LineDiff.CONTEXT);
    return new Text(name, before, after, MaskedDiff.of(diff, old, now), (int) now.lines().count());
  }
}
