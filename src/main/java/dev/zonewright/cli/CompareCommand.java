package dev.zonewright.cli;

import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.Threshold;
import dev.zonewright.report.Style;
import dev.zonewright.report.compare.ComparisonReport;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code zonewright compare}: says what differs between two versions. */
final class CompareCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright compare [--format FORMAT] [--fail-on SEVERITY] [--review FILE]
                                [--today DATE] [-n N] [--color WHEN] BEFORE AFTER

      Shows which findings a change adds, fixes, or removes with their object, and which residual
      risk rows change. A finding stays the same when its object moves to other lines or to another
      file.

        BEFORE, AFTER        Each is a file, a folder, a baseline, or a review written with --format
                             json. One can be git:REVISION (git:main, git:HEAD~1): the path of the
                             other version at that revision. Your own git reads it and writes
                             nothing.
        --format FORMAT      text (the default), json or markdown.
        --fail-on SEVERITY   Exit with 1 when a finding of this severity or higher is added, or
                             became more severe: critical, high, medium, low (the default).
      """
          + ReviewChoice.HELP
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  no findings added at or above the threshold
            1  findings added at or above the threshold
            2  the command line is wrong
            3  something could not be analysed
          """;

  private final Console console;
  private final Engine engine;

  CompareCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  private enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return ReviewChoice.addTo(
        ColorChoice.addTo(
            new Options()
                .addOption(null, "format", true, null)
                .addOption(null, "fail-on", true, null)));
  }

  @Override
  public int run(Arguments arguments) {
    Format format = arguments.oneOf("format", Format.TEXT);
    Style style = ColorChoice.style(arguments, console.screen());
    Threshold threshold = arguments.oneOf("fail-on", Threshold.LOW);
    List<String> words = CompareSides.checked(arguments.words());
    CompareSides sides =
        new CompareSides(arguments, console, engine.placing(HomeNamespace.of(arguments::value)));
    CompareSides.Read before = sides.read(words.get(0), words.get(1));
    CompareSides.Read after = sides.read(words.get(1), words.get(0));
    ComparisonReport report = new ComparisonReport(before.side(), after.side());
    switch (format) {
      case TEXT -> report.writeText(console.outWriter(), style);
      case JSON -> report.writeJson(console.out());
      case MARKDOWN -> report.writeMarkdown(console.outWriter());
    }
    console.out().flush();
    if (!before.whole() || !after.whole()) {
      return ExitCode.NOT_ANALYSED;
    }
    return report.adds(threshold.severity()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
