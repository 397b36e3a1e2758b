package dev.zonewright.cli;

import dev.zonewright.cli.given.Replaceable;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.Printable;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.export.ReviewDocument;
import dev.zonewright.text.Nearest;
import dev.zonewright.workspace.SaveOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code zonewright report}: writes a review to a file, in the form that its name asks for. */
final class ReportCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright report [--baseline FILE] [--new-only] [--review FILE] [--today DATE]
                               [-n N] PATH... -o FILE

      Writes a review to a file. The file extension selects the format: .html (a page for each
      tenant, also for printing), .pdf (the same on A4), .md, .sarif, .xml (JUnit), .csv, .json,
      .yaml (OpenReports).

        PATH                 Files, folders, or - for standard input, as for review.
        -o, --output FILE    The file to write. An existing file is replaced. If its extension is
                             one of a manifest, it is replaced only if it is a report.
      """
          + BaselineChoice.HELP
          + ReviewChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  written, whatever was found
            2  the command line is wrong
            3  something could not be analysed, or the file could not be written
          """;

  private final Console console;
  private final Engine engine;

  ReportCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return BaselineChoice.addTo(
        ReviewChoice.addTo(new Options().addOption("o", "output", true, null)));
  }

  @Override
  public int run(Arguments arguments) {
    String name = arguments.value("output");
    if (name.isEmpty()) {
      throw new UsageException("Name the file to write: -o report.html.");
    }
    ExportFormat format =
        ExportFormat.ofFile(name)
            .orElseThrow(() ->
                new UsageException(
                    "The extension of '%s' is not one of %s.%s"
                        .formatted(
                            Printable.echo(name),
                            String.join(", ", ExportFormat.endings()),
                            Nearest.question(ending(name), ExportFormat.endings()))));
    if (!format.isAvailable()) {
      throw new UsageException(
          "This package cannot write %s. Write report.html and print it.".formatted(format.name()));
    }
    List<String> paths = arguments.paths();
    checkReplaceable(name, format);
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().open(paths, console.in());
    BaselineChoice baseline = BaselineChoice.of(arguments, review.file(opened), engine);
    ReviewDocument whole = review.document(opened);
    ReviewDocument tried = format.showsClosing() ? review.tried(opened, whole) : whole;
    ReviewDocument document = tried.marked(baseline.marks(whole.analysis()), baseline.levels());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(document, bytes);
    Path file = PathArguments.path(name);
    if (engine.store().saveAs(file, bytes.toByteArray())
        instanceof SaveOutcome.Failed(String what, String cure)) {
      console.tell("%s was not written: %s. %s".formatted(name, what, cure));
      return ExitCode.NOT_ANALYSED;
    }
    console.tell("Written: " + name);
    return opened.analysis().coverage().hasHoles() ? ExitCode.NOT_ANALYSED : ExitCode.CLEAN;
  }

  private static String ending(String name) {
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }

  // a manifest is YAML or JSON; no other form has its ending
  private void checkReplaceable(String name, ExportFormat format) {
    switch (format) {
      case JSON ->
          Replaceable.check(name, PathArguments.path(name), engine.store(), Replaceable::isVersion);
      case OPENREPORTS ->
          Replaceable.check(
              name, PathArguments.path(name), engine.store(), Replaceable::isOpenReports);
      default -> {}
    }
  }
}
