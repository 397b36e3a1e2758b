package dev.zonewright.cli;

import dev.zonewright.analysis.TooManyFindings;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.words.HelpText;
import dev.zonewright.cli.words.ManPage;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Version;
import dev.zonewright.text.Nearest;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.ReadLimits;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** The face of the program in a terminal. Touches no window. */
public final class Terminal {
  private static final String HELP =
      """
      Usage: zonewright COMMAND …
             zonewright [--new-window] [PATH...]

      Shows where Kubernetes manifests break the controls of Edera's security reference architecture,
      and fixes them without changing any other byte.

        review      Shows where manifests break the controls, and accounts for every document.
        fix         Applies the safe fixes: prints them as a diff, or saves the files with --write.
        explain     Explains a control; without one, lists all.
        reach       Shows what workloads may connect to, and which network policy decides.
        access      Shows what accounts may do, and which role and binding decide.
        checklist   Answers the hardening checklist for every tenant, with evidence.
        report      Writes a review to a file: HTML, PDF, Markdown, SARIF, JUnit, CSV, OpenReports.
        runbook     Prints what to do about an incident, for one workload.
        baseline    Saves the current findings, to compare later versions with.
        compare     Shows what a change adds and fixes, between two versions.
        merge       Joins the shares of a review that ran on several machines.
        schema      Prints the JSON Schema of the review file, for editors.
        completion  Prints a script that lets a shell complete commands and options.

        -h, --help      Show this help and exit; after a command, the help of that command.
        -V, --version   Show the version and exit.
        --new-window    Open a new window, even if one is already open.
        --smoke         Start the window off screen, review the sample in it, and exit.

      Without a command, the paths given are opened in a window. `zonewright help --man` prints the
      manual page.

        zonewright review manifests/
        helm template shop ./chart -n shop | zonewright review -n shop -
        zonewright fix manifests/ | less
        zonewright fix --write manifests/
        zonewright explain privileged-container
      """;

  private static final String MORE_MEMORY =
      "Give it more (`java -Xmx4g …`), or name fewer files at a time.";

  private Terminal() {}

  /** Runs a command line whose output goes to a file or a pipe. */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(args, in, out, err, Screen.NONE);
  }

  /**
   * Runs a command line.
   *
   * @param screen where {@code out} goes
   * @return the exit code: 0 clean, 1 findings, 2 usage, 3 something could not be analysed
   */
  public static int run(
      String[] args, InputStream in, PrintStream out, PrintStream err, Screen screen) {
    Console console = new Console(in, out, err, screen);
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
    List<Subcommand> commands = commands(console, engine);
    byte[] sorry = memoryIsFull();
    int code;
    try {
      code = execute(List.of(args), commands, out, err);
    } catch (OutOfMemoryError _) {
      console.err().write(sorry, 0, sorry.length);
      code = ExitCode.NOT_ANALYSED;
    }
    out.flush();
    // a stream keeps its trouble to itself until it is asked
    if (Console.isLost(console.out())) {
      err.println(
          "The output could not be written completely: the disk is full, or the reader is gone.");
      code = ExitCode.NOT_ANALYSED;
    }
    err.flush();
    return Console.isLost(console.err()) ? ExitCode.NOT_ANALYSED : code;
  }

  /** All commands, in the order in which help lists them. */
  static List<Subcommand> commands(Console console, Engine engine) {
    List<Subcommand> commands = new ArrayList<>();
    commands.add(new ReviewCommand(console, engine));
    commands.add(new FixCommand(console, engine));
    commands.add(new ExplainCommand(console, engine));
    commands.add(new ReachCommand(console, engine));
    commands.add(new AccessCommand(console, engine));
    commands.add(new ChecklistCommand(console, engine));
    commands.add(new ReportCommand(console, engine));
    commands.add(new RunbookCommand(console, engine));
    commands.add(new BaselineCommand(console, engine));
    commands.add(new CompareCommand(console, engine));
    commands.add(new MergeCommand(console, engine));
    commands.add(new SchemaCommand(console));
    commands.add(new CompletionCommand(console, () -> Definitions.of(commands)));
    return commands;
  }

  private static int execute(
      List<String> words, List<Subcommand> commands, PrintWriter out, PrintWriter err) {
    Optional<Subcommand> asked = words.stream().findFirst().flatMap(w -> named(w, commands));
    try {
      if (asked.isPresent()) {
        return execute(asked.get(), words.subList(1, words.size()), out);
      }
      return withoutCommand(words, commands, out);
    } catch (UsageException e) {
      err.println(Printable.of(String.valueOf(e.getMessage())));
      err.print("\n" + asked.map(Subcommand::help).orElse(HELP));
      return ExitCode.USAGE;
    } catch (NotReadException e) {
      err.println(Printable.of(String.valueOf(e.getMessage())));
      return ExitCode.NOT_ANALYSED;
    } catch (RuntimeException e) {
      return unexpected(e, err);
    }
  }

  private static int execute(Subcommand command, List<String> words, PrintWriter out) {
    Arguments arguments = Arguments.of(command.options(), words);
    if (arguments.has("help")) {
      out.print(command.help());
      return ExitCode.CLEAN;
    }
    return arguments.has("version") ? version(out) : command.run(arguments);
  }

  private static int withoutCommand(
      List<String> words, List<Subcommand> commands, PrintWriter out) {
    if (!words.isEmpty() && words.getFirst().equals("help")) {
      List<String> of = words.subList(1, words.size());
      if (of.equals(List.of("--man"))) {
        out.print(ManPage.of(HelpText.of(HELP), Definitions.of(commands), Version.current()));
        return ExitCode.CLEAN;
      }
      out.print(of.isEmpty() ? HELP : known(of.getFirst(), commands).help());
      return ExitCode.CLEAN;
    }
    if (!words.isEmpty() && !words.getFirst().startsWith("-")) {
      known(words.getFirst(), commands);
    }
    Arguments arguments = Arguments.of(new Options(), words);
    if (arguments.has("version")) {
      return version(out);
    }
    if (arguments.has("help")) {
      out.print(HELP);
      return ExitCode.CLEAN;
    }
    throw new UsageException("A command is missing.");
  }

  private static Optional<Subcommand> named(String word, List<Subcommand> commands) {
    return commands.stream().filter(c -> c.name().equals(word)).findFirst();
  }

  private static Subcommand known(String word, List<Subcommand> commands) {
    return named(word, commands)
        .orElseThrow(() -> {
          List<String> names = commands.stream().map(Subcommand::name).toList();
          return new UsageException(
              "There is no command '%s'.".formatted(Printable.echo(word))
                  + Nearest.question(word, names));
        });
  }

  private static int version(PrintWriter out) {
    out.println(Version.TOOL + " " + Version.current());
    return ExitCode.CLEAN;
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

  /** A fault of the program; the user gets a sentence, and its place for a report. */
  private static int unexpected(RuntimeException e, PrintWriter err) {
    if (e instanceof TooManyFindings many) {
      err.printf(
          Locale.ROOT,
          "These manifests have more findings than fit into the memory that Java may use here: over"
              + " %,d in %,d documents. %s%n",
          many.most(),
          many.documents(),
          MORE_MEMORY);
      return ExitCode.NOT_ANALYSED;
    }
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    err.println("zonewright failed with an internal error: " + Printable.of(e.toString()) + place);
    return ExitCode.NOT_ANALYSED;
  }
}
