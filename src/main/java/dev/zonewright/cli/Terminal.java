package dev.zonewright.cli;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Control;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.report.Version;
import dev.zonewright.workspace.ManifestStore;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The face of the program in a terminal. Touches no window. */
public final class Terminal {
  private static final int USAGE_WIDTH = 100;

  private Terminal() {}

  /** Runs a command line without colours. */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(args, in, out, err, false);
  }

  /**
   * Runs a command line.
   *
   * @param ansi whether {@code out} is a terminal that shows colours
   * @return the exit code: 0 clean, 1 findings, 2 usage, 3 something could not be analysed
   */
  public static int run(
      String[] args, InputStream in, PrintStream out, PrintStream err, boolean ansi) {
    Console console = new Console(in, out, err, ansi ? Style.COLOUR : Style.PLAIN);
    return run(args, console, ControlCatalogue.all(), new ManifestStore());
  }

  static int run(String[] args, Console console, List<Control> controls, ManifestStore store) {
    Engine engine = new Engine(controls, store);
    PrintWriter out = console.outWriter();
    PrintWriter err = console.errWriter();
    CommandLine line =
        new CommandLine(new TopCommand())
            .addSubcommand(new ReviewCommand(console, engine))
            .addSubcommand(new FixCommand(console, engine))
            .addSubcommand(new ExplainCommand(console, engine))
            // a manifest may be called @something
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(USAGE_WIDTH)
            .setOut(out)
            .setErr(err)
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    console.isTerminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
            .setExecutionExceptionHandler((e, command, _) -> unexpected(e, command));
    line.getSubcommands().values().forEach(c -> version(c));
    version(line);
    int code = execute(line, args);
    out.flush();
    err.flush();
    return code;
  }

  private static int execute(CommandLine line, String[] args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError _) {
      // what was gathered is garbage by now, so there is room for a sentence
      line.getErr()
          .println(
              "These manifests need more memory than Java may use here ("
                  + Runtime.getRuntime().maxMemory() / 1_000_000
                  + " MB). Give it more (`java -Xmx4g …`), or name fewer"
                  + " files at a time.");
      return ExitCode.NOT_ANALYSED;
    }
  }

  private static void version(CommandLine line) {
    line.getCommandSpec().version(Version.TOOL + " " + Version.current());
  }

  /** A fault of the program; the user gets a sentence, and its place for a report. */
  private static int unexpected(Exception e, CommandLine command) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    command
        .getErr()
        .println("zonewright made a mistake of its own: " + Printable.of(e.toString()) + place);
    return ExitCode.NOT_ANALYSED;
  }
}
