package dev.zonewright.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.CoverageItem.Status;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a review file was not read, as rows of the account of documents. Nobody may take a run
 * for a whole one that knew nothing of exceptions, tenants or agents that somebody wrote down.
 */
public final class ReviewAccount {
  private ReviewAccount() {}

  /** The rows; none where all of the file is read, be some of its entries of no use. */
  public static List<CoverageItem> of(ReviewFile file) {
    List<CoverageItem> out = new ArrayList<>();
    for (ReviewProblem problem : file.problems()) {
      switch (problem.extent()) {
        case ENTRY -> {
          // a finding says so, and the others count
        }
        case SECTION ->
            out.add(row(file, 1, file.lineOf(problem), Status.PARTLY_ANALYSED, part(problem)));
        case REST, FILE -> out.addAll(documents(file, problem));
      }
    }
    return out;
  }

  private static String part(ReviewProblem problem) {
    return "nothing below '%s' of the review file is applied: %s. Correct it and run again."
        .formatted(problem.path(), problem.message());
  }

  private static List<CoverageItem> documents(ReviewFile file, ReviewProblem problem) {
    List<YamlStream.Part> parts = file.manifest().stream().parts();
    String reason = "it is the review file, and not applied: %s".formatted(problem.message());
    if (parts.isEmpty()) {
      return List.of(row(file, 0, 1, Status.FAILED, reason + "."));
    }
    List<CoverageItem> out = new ArrayList<>();
    int first = problem.extent() == ReviewProblem.Extent.REST ? 1 : 0;
    for (int i = first; i < parts.size(); i++) {
      boolean known = i == 0 && problem.cause().isPresent();
      int line =
          known
              ? file.lineOf(problem)
              : file.manifest().stream().lines().positionOf(parts.get(i).offset()).line();
      out.add(row(file, i + 1, line, Status.FAILED, reason + ". Correct it and run again."));
    }
    return out;
  }

  private static CoverageItem row(
      ReviewFile file, int document, int line, Status status, String reason) {
    return new CoverageItem(file.manifest().file(), document, line, "", "", "", status, reason);
  }

  /** The analysis of files among which the review file may be, with these rows for its own. */
  static Analysis in(Analysis analysis, ReviewFile file) {
    Analysis out = analysis;
    for (CoverageItem row : of(file)) {
      out = out.accounting(row, false);
    }
    return out;
  }

  /** The same with the rows of a file that is not among those that were analysed. */
  public static Analysis with(Analysis analysis, ReviewFile file) {
    Analysis out = analysis;
    for (CoverageItem row : of(file)) {
      out = out.accounting(row, true);
    }
    return out;
  }
}
