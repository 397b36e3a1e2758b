package dev.zonewright.cli;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonewright explain}: the page of a control, or the list of all. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Explains a control: what it finds, why, what Edera does, how to fix it. Without a control,"
            + " lists all.")
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "CONTROL", description = "The id of a control.")
  private String id = "";

  ExplainCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    PrintWriter out = console.outWriter();
    if (id.isEmpty()) {
      listAll(out);
    } else {
      ExplainPage.print(named(id).info(), out, console.style());
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
    List<String> near =
        Nearest.to(wanted, engine.controls().stream().map(c -> c.info().id()).toList());
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "There is no control '"
            + wanted
            + "'."
            + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
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
