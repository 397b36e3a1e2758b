package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in this text that the finding looked at rests on.
 *
 * @param number from 1, the same as in reports
 * @param of how many places the finding has, in all files
 * @param role what the place does for the finding
 * @param title what the finding is called
 */
public record RelatedMark(int number, int of, String role, String title, TextRange range) {
  /** Those of a finding's places that are in a file, in order. */
  public static List<RelatedMark> of(LocatedFinding finding, String file) {
    List<LocatedRelated> all = finding.related();
    List<RelatedMark> out = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      LocatedRelated place = all.get(i);
      if (place.file().equals(file)) {
        out.add(
            new RelatedMark(
                i + 1,
                all.size(),
                place.role(),
                finding.finding().control().title(),
                place.range()));
      }
    }
    return List.copyOf(out);
  }

  /** “Place 2 of 3 of Default account with power: binds the role”. */
  public String words() {
    return "Place %d of %d of %s: %s".formatted(number, of, title, role);
  }

  RelatedMark at(TextRange range) {
    return new RelatedMark(number, of, role, title, range);
  }
}
