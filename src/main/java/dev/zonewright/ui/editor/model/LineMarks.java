package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the findings draw on one line.
 *
 * @param line from 0
 * @param findings the most severe first
 * @param marks in the order of the line, not overlapping
 */
public record LineMarks(int line, List<LocatedFinding> findings, List<Mark> marks) {
  private static final Comparator<LocatedFinding> GRAVEST_FIRST =
      Comparator.comparing((LocatedFinding f) -> f.finding().severity())
          .thenComparing(LocatedFinding::range)
          .thenComparing(LocatedFinding::fingerprint);

  /**
   * An underlined stretch.
   *
   * @param from column from 0
   * @param to column after the last
   * @param absent whether all that is wrong there is that something is missing
   */
  public record Mark(int from, int to, Severity severity, boolean absent) {
    public String styleClass() {
      return (absent ? "zw-absent-" : "zw-squiggle-") + severity.word();
    }
  }

  /**
   * What a line shows.
   *
   * @param sorted all findings of the text, by range
   * @return null where the line has no findings
   */
  static @Nullable LineMarks of(int line, List<LocatedFinding> sorted, TextBuffer text) {
    int start = text.startOf(line);
    int end = text.endOf(line);
    List<LocatedFinding> found = new ArrayList<>();
    for (int i = firstFrom(start, sorted);
        i < sorted.size() && sorted.get(i).range().start() <= end;
        i++) {
      found.add(sorted.get(i));
    }
    if (found.isEmpty()) {
      return null;
    }
    found.sort(GRAVEST_FIRST);
    return new LineMarks(line, List.copyOf(found), marks(line, found, text));
  }

  /** The worst severity that begins from one offset to another; null where nothing does. */
  public static @Nullable Severity worst(int start, int end, List<LocatedFinding> sorted) {
    Severity worst = null;
    for (int i = firstFrom(start, sorted);
        i < sorted.size() && sorted.get(i).range().start() <= end;
        i++) {
      Severity severity = sorted.get(i).finding().severity();
      worst = worst == null || severity.atLeast(worst) ? severity : worst;
    }
    return worst;
  }

  /** The index of the first finding that starts at an offset or after it. */
  private static int firstFrom(int offset, List<LocatedFinding> sorted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).range().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Mark> marks(int line, List<LocatedFinding> found, TextBuffer text) {
    int start = text.startOf(line);
    int length = text.endOf(line) - start;
    Severity[] worst = new Severity[length];
    boolean[] absent = new boolean[length];
    for (LocatedFinding finding : found.reversed()) {
      boolean missing = finding.finding().missing().isPresent();
      int to = Math.min(length, finding.range().end() - start);
      for (int i = finding.range().start() - start; i < to; i++) {
        absent[i] = missing && (worst[i] == null || absent[i]);
        worst[i] = finding.finding().severity();
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if (worst[i] != null) {
        int from = i;
        while (i + 1 < length && worst[i + 1] == worst[from] && absent[i + 1] == absent[from]) {
          i++;
        }
        marks.add(new Mark(from, i + 1, worst[from], absent[from]));
      }
    }
    return List.copyOf(marks);
  }

  public Severity worst() {
    return findings.getFirst().finding().severity();
  }

  public boolean isFixable() {
    return findings.stream().anyMatch(f -> !f.finding().fixes().isEmpty());
  }

  /** What to say after the line of things that are absent; empty when nothing is. */
  public String inlay() {
    List<LocatedFinding> absent =
        findings.stream().filter(f -> f.finding().missing().isPresent()).toList();
    if (absent.isEmpty()) {
      return "";
    }
    LocatedFinding first = absent.getFirst();
    String more = absent.size() == 1 ? "" : "   (+" + (absent.size() - 1) + ")";
    return "missing: "
        + first.finding().missing().orElse("")
        + " — "
        + first.finding().control().title()
        + more;
  }
}
