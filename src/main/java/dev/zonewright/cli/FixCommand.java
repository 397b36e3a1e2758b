package dev.zonewright.cli;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.text.EditSet;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SaveOutcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonewright fix}: mends what can be mended. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Applies the safe fixes. Prints them as a unified diff (for patch -p1 or git apply), or saves"
          + " the files with --write. What was fixed and what is left goes to standard error."
    },
    footerHeading = "%nExit codes%n",
    footer = {
      "  0  after the fixes, nothing is left at or over the threshold",
      "  1  findings are left",
      "  2  the command line is wrong",
      "  3  something could not be analysed or not be saved"
    })
final class FixCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--write",
      description = "Save the files, each in one step. A file without a fix is not touched.")
  private boolean write;

  @Option(
      names = "--include-review",
      description = {
        "Apply also the fixes that ask for a review, where there is no safe one. They may change"
            + " how a workload behaves: read the diff."
      })
  private boolean reviewToo;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "low",
      description = "Exit with 1 from this severity up: critical, high, medium, low (the default).")
  private Threshold threshold = Threshold.LOW;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders, or - for standard input (without --write).")
  private List<String> paths = List.of();

  FixCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    PathArguments.check(paths, spec);
    if (write && paths.contains(Engine.STDIN)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Standard input cannot be saved; leave --write out.");
    }
    Engine.Opened opened = engine.open(paths, console.in());
    FixRun run = opened.fixer().fixAll(opened.analysis(), _ -> true, reviewToo, () -> false);
    Map<String, String> unsaved = write ? save(opened, run) : print(opened, run);
    new FixSummary(console.errWriter(), write, reviewToo).print(opened.analysis(), run, unsaved);
    if (!unsaved.isEmpty() || opened.analysis().coverage().failed() > 0) {
      return ExitCode.NOT_ANALYSED;
    }
    return ExitCode.of(run.after(), threshold.severity());
  }

  /** Prints the diffs; there is nothing that could fail. */
  private Map<String, String> print(Engine.Opened opened, FixRun run) {
    PrintStream out = console.out();
    run.edits()
        .forEach((name, edits) -> {
          OpenedFile file = Objects.requireNonNull(opened.files().get(name));
          String patch = PatchText.of(name, file.source(), edits);
          String text = console.isTerminal() ? PatchText.shown(patch, console.style()) : patch;
          // the bytes of the file, whatever the locale
          out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        });
    out.flush();
    return Map.of();
  }

  /** Saves, and says of each file that could not be saved why. */
  private Map<String, String> save(Engine.Opened opened, FixRun run) {
    Map<String, String> unsaved = new TreeMap<>();
    for (Map.Entry<String, EditSet> change : run.edits().entrySet()) {
      OpenedFile file = Objects.requireNonNull(opened.files().get(change.getKey()));
      switch (engine.store().save(file, change.getValue().apply(file.source().text()))) {
        case SaveOutcome.Saved _ -> {}
        case SaveOutcome.ChangedOnDisk(String what) ->
            unsaved.put(change.getKey(), what + ". Run the command again.");
        case SaveOutcome.Failed(String what, String cure) ->
            unsaved.put(change.getKey(), what + ". " + cure);
      }
    }
    return unsaved;
  }
}
