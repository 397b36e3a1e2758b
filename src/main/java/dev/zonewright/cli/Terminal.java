package dev.zonewright.cli;

import dev.zonewright.analysis.TooManyFindings;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.report.Version;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.ReadLimits;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** The face of the program in a terminal. Touches no window. */
public final class Terminal {
  private static final int USAGE_WIDTH = 100;
  private static final String MORE_MEMORY =
      "Give it more (`java -Xmx4g …`), or name fewer files at a time.";

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
    long heap = Runtime.getRuntime().maxMemory();
    Engine engine =
        new Engine(
            ControlCatalogue.all(),
            new ManifestStore(),
            bytes -> ReadLimits.findingsBeside(heap, bytes));
    return run(args, console, engine);
  }

  static int run(String[] args, Console console, Engine engine) {
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
    int code = execute(line, args, console.err());
    out.flush();
    err.flush();
    return code;
  }

  private static int execute(CommandLine line, String[] args, PrintStream err) {
    byte[] sorry = memoryIsFull();
    try {
      return line.execute(args);
    } catch (OutOfMemoryError _) {
      err.write(sorry, 0, sorry.length);
      return ExitCode.NOT_ANALYSED;
    }
  }

  /**
   * What to print when Java's memory is full, made while there is some: other threads may hold all
   * of it until the very end.
   */
  public static byte[] memoryIsFull() {
    return ("These manifests need more memory than Java may use here ("
            + Runtime.getRuntime().maxMemory() / 1_000_000
            + " MB). "
            + MORE_MEMORY
            + System.lineSeparator())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void version(CommandLine line) {
    line.getCommandSpec().version(Version.TOOL + " " + Version.current());
  }

  /** A fault of the program; the user gets a sentence, and its place for a report. */
  private static int unexpected(Exception e, CommandLine command) {
    if (e instanceof TooManyFindings many) {
      command
          .getErr()
          .printf(
              Locale.ROOT,
              "These manifests have more findings than fit into the memory that Java may use here:"
                  + " over %,d in %,d documents. %s%n",
              many.most(),
              many.documents(),
              MORE_MEMORY);
      return ExitCode.NOT_ANALYSED;
    }
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    command
        .getErr()
        .println("zonewright made a mistake of its own: " + Printable.of(e.toString()) + place);
    return ExitCode.NOT_ANALYSED;
  }
}
