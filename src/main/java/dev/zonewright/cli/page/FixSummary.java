package dev.zonewright.cli.page;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.report.Printable;
import dev.zonewright.report.UnrenderedFiles;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says what a run of fixes did; what it lists as left is what a fresh analysis finds. */
public final class FixSummary {
  private static final String UNREAD = "Nothing could be analysed.";

  private final PrintWriter out;
  private final boolean written;
  private final boolean reviewToo;

  public FixSummary(PrintWriter out, boolean written, boolean reviewToo) {
    this.out = out;
    this.written = written;
    this.reviewToo = reviewToo;
  }

  /**
   * Prints the summary.
   *
   * @param unsaved files that could not be saved, with the reason
   */
  public void print(Analysis before, FixRun run, Map<String, String> unsaved) {
    boolean lost = unsaved.keySet().stream().anyMatch(run.created()::containsKey);
    Predicate<LocatedFinding> saved = f -> !unsaved.containsKey(f.file()) && !(lost && creates(f));
    long fixed = run.fixed().stream().filter(saved).count();
    int files = run.edits().size() + run.created().size() - unsaved.size();
    long along = run.along(reviewToo).stream().filter(saved).count();
    String where =
        count(fixed, "finding")
            + " in "
            + count(files, "file")
            + (along == 0 ? "" : ", " + along + " of them by the fix of another finding");
    Coverage coverage = before.coverage();
    if (fixed == 0 && files == 0) {
      out.println(written ? "Nothing was saved." : isUnread(coverage) ? UNREAD : "Nothing to fix.");
    } else {
      out.println(
          written
              ? "Fixed and saved: " + where + "."
              : "The diff fixes " + where + "; nothing is saved without --write.");
    }
    run.created().keySet().stream()
        .filter(file -> !unsaved.containsKey(file))
        .forEach(
            file -> out.println((written ? "Created: " : "Creates: ") + Printable.brief(file)));
    unsaved.forEach((file, reason) -> out.println("Not saved: " + line(file, reason)));
    long open = run.fixed().size() - fixed;
    left(before, run, open, new LinesOnDisk(before, run, f -> written && !unsaved.containsKey(f)));
    UnrenderedFiles unrendered = UnrenderedFiles.of(before.findings());
    for (CoverageItem item : coverage.items()) {
      if (unrendered.has(item)) {
        continue;
      }
      if (item.status() == CoverageItem.Status.PARTLY_ANALYSED) {
        out.println("Partly analysed: " + line(item.file() + ":" + item.line(), item.reason()));
      }
      if (item.status() == CoverageItem.Status.FAILED) {
        out.println("Not analysed: " + line(item.file() + ":" + item.line(), item.reason()));
      }
    }
    unrendered.notes().forEach(note -> out.println("Note: " + Printable.brief(note)));
    out.flush();
  }

  private static boolean isUnread(Coverage coverage) {
    return coverage.failed() > 0 && coverage.failed() == coverage.documents();
  }

  /** Whether the fix of a finding creates a file, without which the finding stays. */
  private static boolean creates(LocatedFinding fixed) {
    return fixed.finding().fixes().stream().anyMatch(fix -> fix.plan() instanceof Fix.Across);
  }

  private void left(Analysis before, FixRun run, long open, LinesOnDisk lines) {
    Map<String, String> refusals = new HashMap<>();
    run.refused().forEach(r -> refusals.put(r.finding().fingerprint(), r.reason()));
    List<LocatedFinding> refused = new ArrayList<>();
    List<LocatedFinding> review = new ArrayList<>();
    List<LocatedFinding> none = new ArrayList<>();
    for (LocatedFinding finding : run.after().findings()) {
      if (refusals.containsKey(finding.fingerprint())) {
        refused.add(finding);
      } else if (finding.finding().fixes().isEmpty()) {
        none.add(finding);
      } else {
        review.add(finding);
      }
    }
    String reviewed = reviewToo ? "Left, with a fix" : "Needs review (--include-review)";
    list(reviewed, review, lines, f -> withReason(f.finding().fixes().getFirst()));
    list("No fix", none, lines, FixSummary::whatToDo);
    list("Refused", refused, lines, f -> refusalOf(f, refusals));
    long all = run.after().findings().size() + open;
    if (all > 0) {
      out.println(count(all, "finding") + " left" + added(before, run));
    } else if (!before.coverage().hasHoles()) {
      out.println("No finding is left.");
    } else if (!isUnread(before.coverage())) {
      out.println("No finding is left in what was analysed.");
    }
  }

  /** What the result has that was not there before, so that the numbers add up. */
  private static String added(Analysis before, FixRun run) {
    int added = run.after().findings().size() - (before.findings().size() - run.fixed().size());
    return added > 0 ? ", %d of them new.".formatted(added) : ".";
  }

  private static String withReason(Fix fix) {
    return fix.reason().isEmpty() ? fix.title() : "%s (%s)".formatted(fix.title(), fix.reason());
  }

  private static String refusalOf(LocatedFinding finding, Map<String, String> refusals) {
    String title = finding.finding().safeFix().map(Fix::title).orElse("");
    String reason = refusals.getOrDefault(finding.fingerprint(), "");
    return title.isEmpty() ? reason : title + ": " + reason;
  }

  private static String whatToDo(LocatedFinding finding) {
    String guidance = finding.finding().guidance();
    return guidance.isEmpty() ? finding.finding().message() : guidance;
  }

  private void list(
      String heading,
      List<LocatedFinding> findings,
      LinesOnDisk lines,
      Function<LocatedFinding, String> words) {
    if (findings.isEmpty()) {
      return;
    }
    out.println(heading + ": " + findings.size());
    UnrenderedFiles unrendered = UnrenderedFiles.of(findings);
    for (LocatedFinding finding : findings) {
      boolean together = unrendered.has(finding);
      if (together && !unrendered.isFirst(finding)) {
        continue;
      }
      String control = finding.finding().control().id();
      String what = together ? unrendered.words(finding.file()) : words.apply(finding);
      out.println("  " + line(lines.place(finding) + "  " + control, what));
    }
  }

  private static String line(String place, String words) {
    return Printable.brief(place) + ": " + Printable.brief(words);
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
