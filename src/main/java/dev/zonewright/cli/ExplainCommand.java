package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.page.ExplainPage;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.review.ReviewControls;
import dev.zonewright.text.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code zonewright explain}: the page of a control, or the list of all. */
final class ExplainCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright explain [--color WHEN] [CONTROL]

      Explains a control: what it finds, why it matters, what Edera does, and how to fix it. Without
      a control, lists all controls.

        CONTROL              The id of a control.
      """
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.
          """;

  private final Console console;
  private final Engine engine;

  ExplainCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return ColorChoice.addTo(new Options());
  }

  @Override
  public int run(Arguments arguments) {
    Style style = ColorChoice.style(arguments, console.screen());
    List<String> words = arguments.words();
    if (words.size() > 1) {
      throw new UsageException(
          "One control at a time: '%s' is too many.".formatted(Printable.echo(words.get(1))));
    }
    PrintWriter out = console.outWriter();
    if (words.isEmpty()) {
      listAll(out);
      out.flush();
      return ExitCode.CLEAN;
    }
    String id = words.getFirst();
    if (ReviewControls.named(id).isPresent()) {
      // it has no page of its own
      ControlInfo info = ReviewControls.named(id).orElseThrow();
      out.print(
          "%s (%s, %s)\n\n%s. `docs/review-file.md` describes the format of the file.\n"
              .formatted(info.title(), info.id(), info.severity().word(), info.summary()));
    } else {
      ExplainPage.print(named(id).info(), out, style);
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private Control named(String wanted) {
    Optional<Control> found =
        engine.controls().stream().filter(c -> c.info().id().equals(wanted)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> ids = engine.controls().stream().map(c -> c.info().id()).toList();
    throw new UsageException(
        "There is no control '" + Printable.echo(wanted) + "'." + Nearest.question(wanted, ids));
  }

  private void listAll(PrintWriter out) {
    int width = engine.controls().stream().mapToInt(c -> c.info().id().length()).max().orElse(0);
    for (Control control : engine.controls()) {
      ControlInfo info = control.info();
      out.print(
          info.id()
              + " ".repeat(width - info.id().length() + 2)
              + String.format("%-9s", info.severity().word())
              + info.title()
              + "\n");
    }
  }
}
