package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.Replaceable;
import dev.zonewright.report.compare.Baseline;
import dev.zonewright.report.compare.Side;
import dev.zonewright.text.SourceText;
import dev.zonewright.workspace.SaveOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code zonewright baseline}: keeps what is found now, for later versions to be compared with. */
final class BaselineCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright baseline [-o FILE] [--review FILE] [--today DATE] [-n N] PATH...

      Writes the current findings as a baseline, for review --baseline and compare. It is JSON
      without line numbers, so moved lines do not change it.

        PATH                 Files, folders, or - for standard input, as for review.
        -o, --output FILE    The file to write. Without it, standard output. An existing baseline is
                             replaced; any other file is not.
      """
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

  BaselineCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return ReviewChoice.addTo(new Options().addOption("o", "output", true, null));
  }

  @Override
  public int run(Arguments arguments) {
    String name = arguments.value("output");
    Optional<Path> file = name.isEmpty() ? Optional.empty() : Optional.of(PathArguments.path(name));
    List<String> paths = arguments.paths();
    file.ifPresent(f -> Replaceable.check(name, f, engine.store(), Replaceable::isVersion));
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().open(paths, console.in());
    Analysis analysis = review.apply(opened);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Side side = Side.of(analysis).covering(documents(analysis, opened, file));
    Baseline.write(side, review.today(), bytes);
    if (file.isEmpty()) {
      console.out().writeBytes(bytes.toByteArray());
      console.out().flush();
    } else {
      SourceText text = SourceText.fromFile(bytes.toString(StandardCharsets.UTF_8));
      if (engine.store().saveAs(file.get(), text)
          instanceof SaveOutcome.Failed(String what, String cure)) {
        throw new NotReadException("%s was not written: %s. %s".formatted(name, what, cure));
      }
      console.tell("Written: " + name);
    }
    return ExitCode.ofJudgement(analysis, console);
  }

  /** How many documents there are besides the baseline that is to be replaced. */
  private static int documents(Analysis analysis, Engine.Opened opened, Optional<Path> file) {
    if (file.isEmpty()) {
      return analysis.coverage().documents();
    }
    Path own = file.get().toAbsolutePath().normalize();
    List<String> names =
        opened.files().values().stream()
            .filter(f -> f.path().toAbsolutePath().normalize().equals(own))
            .map(f -> f.name())
            .toList();
    return (int)
        analysis.coverage().items().stream()
            .map(CoverageItem::file)
            .filter(f -> !names.contains(f))
            .count();
  }
}
