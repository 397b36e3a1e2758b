package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.SourceText.Terminator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a report of a review can show.
 *
 * @param analysis with the review applied, where there is one
 * @param date of the review, the only thing that is not of the input
 * @param risks by tenant
 * @param checklists by tenant
 * @param review the review file; empty where there is none
 * @param exceptions what became of each exception
 * @param marks which findings are new since the baseline, where there is one
 * @param moved the risk rows that are at another level than in the baseline
 * @param closing the single changes that close most; none where nobody tried
 * @param lineEnds how the lines end of files where not in LF, for what is put into them
 */
public record ReviewDocument(
    Analysis analysis,
    LocalDate date,
    List<TenantRisk> risks,
    List<TenantChecklist> checklists,
    Optional<ReviewFile> review,
    List<ExceptionUse> exceptions,
    BaselineMarks marks,
    List<RiskChange> moved,
    ClosingChanges closing,
    Map<String, Terminator> lineEnds) {
  public ReviewDocument {
    risks = List.copyOf(risks);
    checklists = List.copyOf(checklists);
    exceptions = List.copyOf(exceptions);
    moved = List.copyOf(moved);
    lineEnds = Map.copyOf(lineEnds);
  }

  /** One without a baseline. */
  public ReviewDocument(
      Analysis analysis,
      LocalDate date,
      List<TenantRisk> risks,
      List<TenantChecklist> checklists,
      Optional<ReviewFile> review,
      List<ExceptionUse> exceptions) {
    this(
        analysis,
        date,
        risks,
        checklists,
        review,
        exceptions,
        BaselineMarks.NONE,
        List.of(),
        ClosingChanges.NONE,
        Map.of());
  }

  /**
   * The same beside a baseline; risks and checklists stay those of all findings.
   *
   * @param levels of the risk rows in the baseline
   */
  public ReviewDocument marked(BaselineMarks since, List<RowLevel> levels) {
    return new ReviewDocument(
        since.shown(analysis),
        date,
        risks,
        checklists,
        review,
        exceptions,
        since,
        RiskChanges.since(levels, risks),
        closing,
        lineEnds);
  }

  /** The same with what changes brought when they were tried. */
  public ReviewDocument tried(ClosingChanges changes) {
    return new ReviewDocument(
        analysis, date, risks, checklists, review, exceptions, marks, moved, changes, lineEnds);
  }

  /** The same of files of which some do not end their lines in LF. */
  public ReviewDocument ending(Map<String, Terminator> ends) {
    return new ReviewDocument(
        analysis, date, risks, checklists, review, exceptions, marks, moved, closing, ends);
  }

  /** Words behind the subject of a finding that is about the platform. */
  String mark(LocatedFinding finding) {
    return analysis.isPlatform(finding) ? " (platform)" : "";
  }

  /** The findings that no exception covers. */
  List<LocatedFinding> open() {
    return analysis.open();
  }

  /** Those that exceptions cover. */
  List<LocatedFinding> accepted() {
    return analysis.findings().stream().filter(f -> f.accepted().isPresent()).toList();
  }
}
