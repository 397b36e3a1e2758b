package dev.zonewright.cli;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.Threshold;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.page.FixSummary;
import dev.zonewright.report.PatchText;
import dev.zonewright.report.Style;
import dev.zonewright.review.ReviewAccount;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.FileNames;
import dev.zonewright.workspace.ChosenPlaces;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SaveOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code zonewright fix}: fixes what can be fixed. */
final class FixCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright fix [--write] [--follow-links] [--include-review] [--fail-on SEVERITY]
                            [--review FILE] [--today DATE] [-n N] [--color WHEN] PATH...

      Applies the safe fixes. Prints them as a unified diff (for patch -p1 or git apply), or saves
      the files with --write. Standard error lists what was fixed and what is left. A finding that
      an exception in the review file accepts is left unchanged. On a terminal, or in colour, the
      diff is for people: control and invisible characters are escaped, and only the first three
      characters of a credential are shown. In a file or a pipe it is exact.

        PATH                 Files, folders, or - for standard input (without --write).
        --write              Save the files, each in one step. A file without a fix is not touched.
                             Lists the files it creates.
        --follow-links       Also save through links that lead out of the given folders. Without it,
                             such a file is left unchanged. A file given by name is always saved.
        --include-review     Also apply the fixes that need a review, where there is no safe one.
                             They may change how a workload behaves: read the diff.
        --fail-on SEVERITY   Exit with 1 for findings of this severity or higher: critical, high,
                             medium, low (the default).
      """
          + ReviewChoice.HELP
          + ColorChoice.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  after the fixes, nothing is left at or above the threshold
            1  findings are left
            2  the command line is wrong
            3  something could not be analysed or saved, and the rest is fixed; or the exceptions of
               the review file could not be read, and nothing is fixed
          """;

  /**
   * What a run begins with.
   *
   * @param accepted what the findings are about that an exception accepts
   */
  private record Begun(
      Map<String, OpenedFile> files,
      FixRun.Beginning beginning,
      Fixer fixer,
      Set<String> accepted) {
    /** What was opened, as far as the run has left it. */
    Engine.Opened opened() {
      return new Engine.Opened(files, beginning.analysis(), fixer);
    }
  }

  private final Console console;
  private final Engine engine;

  FixCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "fix";
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
                .addOption(null, "write", false, null)
                .addOption(null, "follow-links", false, null)
                .addOption(null, "include-review", false, null)
                .addOption(null, "fail-on", true, null)));
  }

  @Override
  public int run(Arguments arguments) {
    boolean write = arguments.has("write");
    boolean reviewToo = arguments.has("include-review");
    Style style = ColorChoice.style(arguments, console.screen());
    Threshold threshold = arguments.oneOf("fail-on", Threshold.LOW);
    List<String> paths = arguments.paths();
    if (write && paths.contains(Engine.STDIN)) {
      throw new UsageException("Standard input cannot be saved; leave --write out.");
    }
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Begun begun = begin(review, paths);
    FixRun run =
        begun
            .fixer()
            .fixAll(
                begun.beginning(),
                f -> !begun.accepted().contains(f.key().about()),
                reviewToo,
                new Engine.LeftBehind());
    Engine.Opened opened = begun.opened();
    Map<String, String> unsaved =
        write ? save(opened, run, links(arguments, paths)) : print(opened, run, style);
    if (Console.isLost(console.out())) {
      // whoever called says that it was lost
      return ExitCode.NOT_ANALYSED;
    }
    new FixSummary(console.errWriter(), write, reviewToo).print(opened.analysis(), run, unsaved);
    if (!unsaved.isEmpty() || opened.analysis().coverage().hasHoles()) {
      return ExitCode.NOT_ANALYSED;
    }
    return ExitCode.of(review.apply(opened, run.after()), threshold.severity());
  }

  /** What is opened, in no local variable of the run, so that the run can let go of its trees. */
  private Begun begin(ReviewChoice review, List<String> paths) {
    Engine.Opened opened = review.engine().open(paths, console.in());
    checkRead(review.file(opened).map(ReviewChoice.Read::file));
    // not by the number of the document, which one that a fix adds may change
    Set<String> accepted =
        review.apply(opened).findings().stream()
            .filter(f -> f.accepted().isPresent())
            .map(f -> f.key().about())
            .collect(Collectors.toSet());
    return new Begun(
        opened.files(), FixRun.Beginning.alone(opened.analysis()), opened.fixer(), accepted);
  }

  /** What a review accepts must stay as it is, so that all of it has to be read. */
  private static void checkRead(Optional<ReviewFile> review) {
    for (CoverageItem lost : review.map(ReviewAccount::of).orElse(List.of())) {
      throw new NotReadException(
          "Nothing was fixed, because the exceptions could not be read: %s:%d: %s"
              .formatted(lost.file(), lost.line(), lost.reason()));
    }
  }

  private static Function<OpenedFile, Optional<Path>> links(
      Arguments arguments, List<String> paths) {
    ChosenPlaces chosen = new ChosenPlaces(paths.stream().map(Path::of).toList());
    return arguments.has("follow-links") ? _ -> Optional.empty() : chosen::outside;
  }

  /** Prints the diffs; there is nothing that could fail. */
  private Map<String, String> print(Engine.Opened opened, FixRun run, Style style) {
    run.edits()
        .forEach((name, edits) -> {
          OpenedFile file = Objects.requireNonNull(opened.files().get(name));
          if (forEyes(style)) {
            print(PatchText.masked(name, file.source(), edits), style);
          } else {
            PatchText.of(name, file.source(), edits, this::printed);
          }
        });
    run.created()
        .forEach((name, text) ->
            print(
                forEyes(style) ? PatchText.maskedNew(name, text) : PatchText.ofNew(name, text),
                style));
    console.out().flush();
    return Map.of();
  }

  private boolean forEyes(Style style) {
    return console.screen().terminal() || style == Style.COLOUR;
  }

  private void print(String patch, Style style) {
    String text = forEyes(style) ? PatchText.shown(patch, style) : patch;
    printed(text);
  }

  /** In the bytes of the file, whatever the locale. */
  private void printed(String text) {
    console.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Saves, and says of each file that could not be saved why. */
  private Map<String, String> save(
      Engine.Opened opened, FixRun run, Function<OpenedFile, Optional<Path>> outside) {
    Map<String, String> unsaved = new TreeMap<>();
    for (Map.Entry<String, EditSet> change : run.edits().entrySet()) {
      OpenedFile file = Objects.requireNonNull(opened.files().get(change.getKey()));
      Optional<Path> elsewhere = outside.apply(file);
      if (elsewhere.isPresent()) {
        unsaved.put(
            change.getKey(),
            "it is a link out of the given folders, to %s. Name that file, or add --follow-links."
                .formatted(elsewhere.get()));
        continue;
      }
      String text = change.getValue().apply(file.source().text());
      note(change.getKey(), engine.store().save(file, text), unsaved);
    }
    run.created()
        .forEach((name, text) -> {
          OpenedFile beside = beside(name, opened);
          Path path = beside.path().resolveSibling(FileNames.last(name));
          note(name, engine.store().create(path, beside.source().withText(text)), unsaved);
        });
    return unsaved;
  }

  private static void note(String file, SaveOutcome outcome, Map<String, String> unsaved) {
    switch (outcome) {
      case SaveOutcome.Saved _ -> {}
      case SaveOutcome.ChangedOnDisk(String what) ->
          unsaved.put(file, what + ". Run the command again.");
      case SaveOutcome.Failed(String what, String cure) -> unsaved.put(file, what + ". " + cure);
    }
  }

  /** An opened file of the folder that a new file comes into; there is one, that of the finding. */
  private static OpenedFile beside(String name, Engine.Opened opened) {
    String folder = FileNames.folder(name);
    return opened.files().values().stream()
        .filter(f -> f.name().equals(folder + FileNames.last(f.name())))
        .findFirst()
        .orElseThrow();
  }
}
