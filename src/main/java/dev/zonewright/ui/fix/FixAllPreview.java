package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.FixSafety;
import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What fixing many findings would do, and what would be left.
 *
 * @param run the edits and a fresh analysis of their result
 * @param files only those that change, in order
 * @param fixed how many of the chosen findings are closed
 * @param review how many are left that have a fix only for review
 * @param noFix how many are left that have no fix
 * @param refused how many have a safe fix that could not be made, by reason
 */
public record FixAllPreview(
    FixRun run,
    List<FileChange> files,
    int fixed,
    int review,
    int noFix,
    Map<String, Integer> refused) {

  /**
   * What changes in a file.
   *
   * @param controls how many findings are closed, by the control's title
   */
  public record FileChange(String file, Map<String, Integer> controls, LineDiff diff) {}

  static FixAllPreview of(Analysis before, FixRun run, Predicate<LocatedFinding> which) {
    List<FileChange> files = new ArrayList<>();
    run.edits()
        .forEach((file, edits) -> {
          String text = before.manifest(file).orElseThrow().stream().text();
          Map<String, Integer> controls =
              run.fixed().stream()
                  .filter(f -> f.file().equals(file))
                  .collect(
                      Collectors.toMap(
                          f -> f.finding().control().title(), _ -> 1, Integer::sum, TreeMap::new));
          files.add(new FileChange(file, controls, LineDiff.of(text, edits, 2)));
        });
    Map<String, Integer> refused = new TreeMap<>();
    run.refused().stream()
        .filter(r -> which.test(r.finding()))
        .forEach(r -> refused.merge(r.reason(), 1, Integer::sum));
    List<LocatedFinding> left = run.after().findings().stream().filter(which).toList();
    int noFix = (int) left.stream().filter(f -> f.finding().fixes().isEmpty()).count();
    int review =
        (int)
            left.stream()
                .filter(f -> !f.finding().fixes().isEmpty())
                .filter(
                    f -> f.finding().fixes().stream().noneMatch(x -> x.safety() == FixSafety.SAFE))
                .count();
    int fixed = (int) run.fixed().stream().filter(which).count();
    return new FixAllPreview(run, files, fixed, review, noFix, refused);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The account, one statement a line. */
  public List<String> summary() {
    List<String> out = new ArrayList<>();
    out.add("fixed " + fixed);
    out.add("needs a review " + review);
    out.add("no safe fix " + noFix);
    refused.forEach((reason, count) -> out.add("refused " + count + ": " + reason));
    return out;
  }
}
