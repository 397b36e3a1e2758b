package dev.zonewright.cli;

import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.report.ChecklistReport;
import dev.zonewright.report.Style;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code zonewright checklist}: answers the hardening checklist for every tenant. */
final class ChecklistCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright checklist [--format FORMAT] [--review FILE] [--today DATE]
                                  [-n N] [--color WHEN] PATH...

      Answers the 22 items of the hardening checklist for every tenant: satisfied, violated,
      undetermined or attested. Each has its evidence, or says what evidence is missing.

        PATH                 Files, folders, or - for standard input, as for review.
        --format FORMAT      text (the default) or json.
      """
          + ReviewChoice.HELP
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  answered, whatever the answers are
            2  the command line is wrong
            3  something could not be analysed; the rest is answered
          """;

  private final Console console;
  private final Engine engine;

  ChecklistCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "checklist";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return ReviewChoice.addTo(
        ColorChoice.addTo(new Options().addOption(null, "format", true, null)));
  }

  @Override
  public int run(Arguments arguments) {
    Format format = arguments.oneOf("format", Format.TEXT);
    Style style = ColorChoice.style(arguments, console.screen());
    List<String> paths = arguments.paths();
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().open(paths, console.in());
    List<TenantChecklist> tenants =
        review.review(opened).map(Checklist::of).orElseGet(() -> Checklist.of(opened.analysis()));
    switch (format) {
      case TEXT -> ChecklistReport.writeText(tenants, console.outWriter(), style);
      case JSON -> ChecklistReport.writeJson(tenants, console.out());
    }
    console.out().flush();
    return ExitCode.ofJudgement(opened.analysis(), console);
  }
}
