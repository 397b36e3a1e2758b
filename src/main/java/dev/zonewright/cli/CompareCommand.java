package dev.zonewright.cli;

import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.Threshold;
import dev.zonewright.report.Style;
import dev.zonewright.report.compare.ComparisonReport;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SingleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code zonewright compare}: says what differs between two versions. */
final class CompareCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright compare [--format FORMAT] [--fail-on SEVERITY] [--color WHEN] BEFORE AFTER

      Says which findings a change adds, fixes, or removes with their object, and which rows of the
      residual risk move. A finding is the same in both versions though its object moves to other
      lines or another file.

        BEFORE, AFTER        Each a file, a folder, a baseline, or a review that was written with
                             --format json.
        --format FORMAT      text (the default), json or markdown.
        --fail-on SEVERITY   Exit with 1 when a finding from this severity up is added: critical,
                             high, medium, low (the default).
      """
          + ReviewChoice.HELP
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  nothing is added at or over the threshold
            1  findings are added at or over the threshold
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

  /** A side, and whether all of it could be analysed. */
  private record Read(Side side, boolean whole) {}

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
    List<String> paths = arguments.paths();
    if (paths.size() != 2) {
      throw new UsageException("Name two versions: BEFORE and AFTER.");
    }
    if (paths.contains(Engine.STDIN)) {
      throw new UsageException("Name files or folders; standard input (-) is not compared.");
    }
    Read before = read(arguments, paths.get(0));
    Read after = read(arguments, paths.get(1));
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

  private Read read(Arguments arguments, String path) {
    Optional<Side> written = written(path);
    if (written.isPresent()) {
      return new Read(written.get(), true);
    }
    ReviewChoice review = ReviewChoice.of(arguments, List.of(path), engine);
    Engine.Opened opened = engine.open(List.of(path), console.in());
    return new Read(Side.of(review.apply(opened)), !opened.analysis().coverage().hasHoles());
  }

  private Optional<Side> written(String path) {
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Optional<OpenedFile> opened = SingleFile.read(engine.store(), file).file();
    try {
      return opened.isEmpty() ? Optional.empty() : SideReader.read(opened.get().source().text());
    } catch (UnusableBaselineException e) {
      throw new NotReadException("%s cannot be compared: %s".formatted(path, e.getMessage()));
    }
  }
}
