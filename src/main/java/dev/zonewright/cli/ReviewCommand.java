package dev.zonewright.cli;

import dev.zonewright.report.JsonReview;
import dev.zonewright.report.TextReview;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonewright review}: says what the controls find. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows where manifests break the controls, and accounts for every document.",
    footerHeading = "%nExit codes%n",
    footer = {
      "  0  nothing found at or over the threshold",
      "  1  findings at or over the threshold",
      "  2  the command line is wrong",
      "  3  something could not be analysed, whatever was found in the rest"
    })
final class ReviewCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default) or json.")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "low",
      description = "Exit with 1 from this severity up: critical, high, medium, low (the default).")
  private Threshold threshold = Threshold.LOW;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Files of any name, folders (all .yaml, .yml and .json files below them; hidden folders"
            + " and links to folders are left out), or - for standard input."
      })
  private List<String> paths = List.of();

  ReviewCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  /** What the review is written as. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    PathArguments.check(paths, spec);
    Engine.Opened opened = engine.open(paths, console.in());
    switch (format) {
      case TEXT -> TextReview.write(opened.analysis(), console.outWriter(), console.style());
      case JSON -> JsonReview.write(opened.analysis(), console.out());
    }
    console.out().flush();
    return ExitCode.of(opened.analysis(), threshold.severity());
  }
}
