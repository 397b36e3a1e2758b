package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.report.MaskedDiff;
import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What fixing many findings would do, and what would be left.
 *
 * @param run the edits and a fresh analysis of their result
 * @param files only those that change, in order
 * @param fixed how many of the chosen findings are closed
 * @param along how many of these are closed by the fix of another
 * @param added how many are left that were not there before
 * @param review how many are left that have a fix only for review
 * @param unticked how many are left that have a safe fix which nobody wanted
 * @param noFix how many are left that have no fix
 * @param refused how many have a safe fix that could not be made, by reason
 */
public record FixAllPreview(
    FixRun run,
    List<FileChange> files,
    int fixed,
    int along,
    int added,
    int review,
    int unticked,
    int noFix,
    Map<String, Integer> refused) {
  private static final int CONTEXT = 3;

  /**
   * What changes in a file.
   *
   * @param rows its lines before and after, beside each other
   */
  public record FileChange(String file, LineDiff diff, List<SideRow> rows) {}

  static FixAllPreview of(Analysis before, FixRun run, Predicate<LocatedFinding> which) {
    List<FileChange> files = new ArrayList<>();
    run.edits()
        .forEach((file, edits) -> {
          String text = before.manifest(file).orElseThrow().stream().text();
          LineDiff diff = MaskedDiff.of(LineDiff.of(text, edits, CONTEXT), text, edits.apply(text));
          files.add(new FileChange(file, diff, SideRow.of(diff)));
        });
    run.created()
        .forEach((file, text) -> {
          LineDiff diff = MaskedDiff.created(text, CONTEXT);
          files.add(new FileChange(file, diff, SideRow.of(diff)));
        });
    Map<String, Integer> refused = new TreeMap<>();
    run.refused().stream()
        .filter(r -> which.test(r.finding()))
        .forEach(r -> refused.merge(r.reason(), 1, Integer::sum));
    Set<String> declined = new HashSet<>();
    run.refused().forEach(r -> declined.add(r.finding().fingerprint()));
    int review = 0;
    int unticked = 0;
    int noFix = 0;
    for (LocatedFinding at : run.after().findings()) {
      if (which.test(at) && !declined.contains(at.fingerprint())) {
        noFix += at.finding().fixes().isEmpty() ? 1 : 0;
        unticked += at.finding().safeFix().isPresent() ? 1 : 0;
        boolean waits = at.finding().safeFix().isEmpty() && !at.finding().fixes().isEmpty();
        review += waits ? 1 : 0;
      }
    }
    int fixed = (int) run.fixed().stream().filter(which).count();
    int along = (int) run.along(true).stream().filter(which).count();
    int chosen = (int) before.findings().stream().filter(which).count();
    int left = (int) run.after().findings().stream().filter(which).count();
    int added = Math.max(0, left - (chosen - fixed));
    return new FixAllPreview(run, files, fixed, along, added, review, unticked, noFix, refused);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** “Apply 12 fixes in 3 files”; “Apply” where nothing changes. */
  public String button() {
    return isEmpty() ? "Apply" : button(fixed - along, files.size());
  }

  /** The same for other counts. */
  static String button(int fixes, int files) {
    return "Apply %s in %s"
        .formatted(Counts.say(fixes, "fix", "fixes"), Counts.say(files, "file", "files"));
  }

  /** The lines of a file before and after; none where it does not change. */
  List<SideRow> rowsOf(String file) {
    return files.stream()
        .filter(f -> f.file().equals(file))
        .findFirst()
        .map(FileChange::rows)
        .orElse(List.of());
  }

  /** Why fixes could not be made. */
  Map<LocatedFinding.Key, String> refusals() {
    Map<LocatedFinding.Key, String> out = new HashMap<>();
    run.refused().forEach(r -> out.put(r.finding().key(), r.reason()));
    return out;
  }

  /** How many of the chosen findings are there afterwards. */
  public int left() {
    return review + unticked + noFix + refused.values().stream().mapToInt(i -> i).sum();
  }

  /** The account of what it closes and leaves, one statement each. */
  public List<String> summary() {
    List<String> out = new ArrayList<>();
    out.add("closes %,d".formatted(fixed));
    say(out, along, "by the fix of another");
    out.add("leaves %,d".formatted(left()));
    say(out, added, "of them new");
    say(out, unticked, "not selected");
    say(out, review, "to be reviewed");
    say(out, noFix, "without a fix");
    say(out, refused.values().stream().mapToInt(i -> i).sum(), "that cannot be fixed here");
    return out;
  }

  private static void say(List<String> out, int count, String what) {
    if (count > 0) {
      out.add("%,d %s".formatted(count, what));
    }
  }
}
