package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.Shard;
import dev.zonewright.cli.given.Threshold;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.JsonReview;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.report.TextReview;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.export.MarkdownReport;
import dev.zonewright.report.export.ReviewDocument;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code zonewright review}: says what the controls find. */
final class ReviewCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright review [--format FORMAT] [--fail-on SEVERITY] [--shard I/N]
                               [--baseline FILE] [--new-only] [--review FILE] [--today DATE]
                               [-n N] [--color WHEN] PATH...

      Shows where manifests break the controls, and accounts for every document.

        PATH                 Files with any name, folders (all .yaml, .yml and .json files below
                             them, without hidden folders), or - for standard input. A link to a
                             folder is not analysed unless that folder is opened too; the exit code
                             is then 3.
        --format FORMAT      text (the default), json, sarif, junit, markdown, summary
                             (Markdown short enough for a comment of a pull request), html,
                             csv or openreports.
        --fail-on SEVERITY   Exit with 1 for findings of this severity or higher: critical, high,
                             medium, low (the default).
        --shard I/N          Review only share I (from 0) of N, by top-level folder below each PATH.
                             Everything is read, because objects in other shares count. Join the
                             JSON of all shares with merge.
      """
          + BaselineChoice.HELP
          + ReviewChoice.HELP
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  no findings at or above the threshold, or all of them accepted; with --new-only,
            nothing new
            1  findings at or above the threshold
            2  the command line is wrong
            3  something could not be analysed (whatever was found in the rest), or the baseline
               could not be read
          """;

  private final Console console;
  private final Engine engine;

  ReviewCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  /** What the review is written as. */
  private enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    MARKDOWN,
    SUMMARY,
    HTML,
    CSV,
    OPENREPORTS;

    ExportFormat export() {
      return this == SUMMARY ? ExportFormat.MARKDOWN : ExportFormat.valueOf(name());
    }
  }

  @Override
  public String name() {
    return "review";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return BaselineChoice.addTo(
        ReviewChoice.addTo(
            ColorChoice.addTo(
                new Options()
                    .addOption(null, "format", true, null)
                    .addOption(null, "fail-on", true, null)
                    .addOption(null, "shard", true, null))));
  }

  @Override
  public int run(Arguments arguments) {
    Format format = arguments.oneOf("format", Format.TEXT);
    Style style = ColorChoice.style(arguments, console.screen());
    Threshold threshold = arguments.oneOf("fail-on", Threshold.LOW);
    Optional<Shard> shard = shard(arguments);
    List<String> paths = arguments.paths();
    if (shard.isPresent() && paths.contains(Engine.STDIN)) {
      throw new UsageException(
          "Standard input (-) cannot be split into shares; leave --shard out.");
    }
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().open(paths, console.in(), shard);
    BaselineChoice baseline =
        shard.isPresent()
            ? BaselineChoice.none()
            : BaselineChoice.of(arguments, review.file(opened), engine);
    if (shard.isPresent()) {
      review
          .file(opened)
          .flatMap(read -> read.file().baseline())
          .ifPresent(name ->
              console.tell(
                  "Not compared with the baseline %s of the review file: a share does not have the findings of the other shares. Join the shares, and compare the result."
                      .formatted(name)));
    }
    Analysis analysis = baseline.explain(review.apply(opened), opened);
    BaselineMarks marks = baseline.marks(analysis);
    Analysis shown = marks.shown(analysis);
    switch (format) {
      case TEXT -> TextReview.write(analysis, marks, console.outWriter(), style);
      case JSON ->
          JsonReview.write(
              shown,
              shard.map(s ->
                  s.in(opened.files().values(), settings(arguments, review, review.file(opened)))),
              marks,
              console.out());
      default -> {
        ReviewDocument whole = review.document(opened);
        boolean tries = format.export().showsClosing() && shard.isEmpty();
        ReviewDocument tried = tries ? review.tried(opened, whole) : whole;
        ReviewDocument marked = tried.marked(marks, baseline.levels());
        if (format == Format.SUMMARY) {
          MarkdownReport.summarize(marked, console.outWriter());
        } else {
          format.export().write(marked, threshold.severity(), console.out());
        }
      }
    }
    console.out().flush();
    return ExitCode.of(shown, threshold.severity());
  }

  /** What decides on the findings of a share beside the files that are opened. */
  private static List<String> settings(
      Arguments arguments, ReviewChoice choice, Optional<ReviewChoice.Read> read) {
    return read.map(ReviewChoice.Read::file)
        .map(review ->
            List.of(
                "namespace\n" + review.defaultNamespace(),
                "\nreview\n" + review.manifest().stream().text(),
                "\nday\n" + (review.isDated() ? choice.today() : "any")))
        .orElseGet(() -> List.of("namespace\n" + HomeNamespace.of(arguments::value)));
  }

  private static Optional<Shard> shard(Arguments arguments) {
    String given = arguments.value("shard");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (arguments.has("baseline") || arguments.has("new-only")) {
      throw new UsageException(
          "A share cannot be compared with a baseline: it lacks the findings of the other shares."
              + " Join the shares, and compare the result: zonewright compare BASELINE REVIEW.");
    }
    Optional<Shard> shard = Shard.parse(given);
    if (shard.isEmpty()) {
      throw new UsageException(
          "Invalid value for option '--shard': '%s' is not I/N, such as 0/4, 1/4, 2/4 and 3/4 for four shares."
              .formatted(Printable.echo(given)));
    }
    return shard;
  }
}
