package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.Printable;
import dev.zonewright.report.closing.ClosingTrials;
import dev.zonewright.report.export.ReviewDocument;
import dev.zonewright.review.Day;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewProblem;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.workspace.GitRevision;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.ReviewLookup;
import dev.zonewright.workspace.SingleFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.Options;

/** The review file of a command: named, or found beside or above the manifests. */
final class ReviewChoice {
  /** For the help of a command that has these options. */
  static final String HELP =
      """
        --review FILE        The review file: exceptions, attestations, tenants. Without it,
                             zonewright-review.yaml next to the manifests or in a parent folder is
                             used.
        --today DATE         The date for which exceptions are checked: YEAR-MONTH-DAY. Without it,
                             today.
      """
          + HomeNamespace.HELP;

  /** A review file, under the name that reports call it. */
  private record Found(String name, Path path, Optional<String> text) {
    Found(String name, Path path) {
      this(name, path, Optional.empty());
    }
  }

  /** A review file, and where it is. */
  record Read(Path path, ReviewFile file) {}

  private static final Set<String> SETTINGS = Set.of("ipBlockMatchesPods", "hostNetworkPoliced");

  private final Engine engine;
  private final Console console;
  private final Optional<Found> file;
  private final Optional<LocalDate> given;
  private boolean told;

  private ReviewChoice(
      Engine engine, Console console, Optional<Found> file, Optional<LocalDate> given) {
    this.engine = engine;
    this.console = console;
    this.file = file;
    this.given = given;
  }

  static Options addTo(Options options) {
    return HomeNamespace.addTo(options)
        .addOption(null, "review", true, null)
        .addOption(null, "today", true, null);
  }

  /**
   * Looks for it.
   *
   * @throws UsageException when several are found, or a date or a namespace is none
   */
  static ReviewChoice of(Arguments arguments, List<String> paths, Engine engine, Console console) {
    return placed(arguments, paths, engine.placing(HomeNamespace.of(arguments::value)), console);
  }

  /** The same with an engine that knows where objects go. */
  static ReviewChoice placed(Arguments arguments, List<String> paths, Engine engine, Console to) {
    return new ReviewChoice(engine, to, file(arguments, paths), given(arguments));
  }

  /** The same with the review file of a revision. */
  static ReviewChoice of(
      Arguments arguments, Optional<GitRevision.Beside> beside, Engine engine, Console console) {
    return new ReviewChoice(
        engine,
        console,
        beside.map(b -> new Found(b.name(), Path.of(ReviewFile.NAME), Optional.of(b.text()))),
        given(arguments));
  }

  private static Optional<LocalDate> given(Arguments arguments) {
    String given = arguments.value("today");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = Day.parse(given);
    if (day.isEmpty()) {
      throw new UsageException(
          "'%s' is not a date: write YEAR-MONTH-DAY, such as 2027-02-25."
              .formatted(Printable.echo(given)));
    }
    return day;
  }

  private static Optional<Found> file(Arguments arguments, List<String> paths) {
    String named = arguments.value("review");
    if (!named.isEmpty() && Files.isDirectory(Path.of(named))) {
      throw new UsageException(
          "The review file %s is a folder. Name the file in it.".formatted(named));
    }
    if (!named.isEmpty()) {
      return Optional.of(new Found(named, Path.of(named)));
    }
    List<Path> places = paths.stream().map(p -> Path.of(p.equals(Engine.STDIN) ? "" : p)).toList();
    Set<Path> found = ReviewLookup.near(places, ReviewFile.NAME);
    if (found.size() > 1) {
      throw new UsageException(
          "There are several review files: %s. Name one with --review."
              .formatted(String.join(", ", found.stream().map(Path::toString).toList())));
    }
    return found.stream().findFirst().map(path -> new Found(shown(path), path));
  }

  /** The engine with what the review file sets for the analysis; it is read once all is open. */
  Engine engine() {
    return engine.with(this);
  }

  /** As the person would write it from where they are. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private ReviewFile read(Found found, Map<String, OpenedFile> beside) {
    Optional<Manifest> known =
        found.text().isPresent()
            ? found.text().map(text -> Manifest.of(found.name(), text))
            : beside.values().stream()
                .filter(f -> isIt(found, f))
                .findFirst()
                .map(f -> Manifest.of(f.name(), f.source().text()));
    return engine.placed(
        known.map(ReviewReader::read).orElseGet(() -> read(found.name(), found.path())));
  }

  private static boolean isIt(Found found, OpenedFile opened) {
    return found.text().isPresent()
        ? found.name().equals(opened.name())
        : absolute(found.path()).equals(absolute(opened.path()));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The analysis with the reason why other review files among the manifests are not read. */
  private Analysis withoutOthers(Engine.Opened opened, Analysis analysis) {
    Analysis out = analysis;
    for (OpenedFile other : opened.files().values()) {
      boolean named = other.path().endsWith(ReviewFile.NAME);
      if (named && file.filter(f -> isIt(f, other)).isEmpty()) {
        String why =
            file.map(f -> "it is a review file, but %s is the one in use".formatted(f.name()))
                .orElse(
                    "it is a review file, but it is not next to the manifests or in a parent"
                        + " folder");
        out = out.explained(other.name(), why);
        if (!told) {
          String cure = "Review its folder by itself, or name it with --review.";
          console.tell("Not read: %s: %s. %s".formatted(other.name(), why, cure));
        }
      }
    }
    told = true;
    return out;
  }

  private ReviewFile read(String name, Path path) {
    SingleFile read = SingleFile.read(engine.store(), path);
    if (read.file().isEmpty() && Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          "The review file %s cannot be read: %s".formatted(name, read.trouble()));
    }
    return read.file()
        .map(f -> ReviewReader.read(Manifest.of(name, f.source().text())))
        .orElseGet(() -> ReviewReader.unreadable(name, read.trouble()));
  }

  /**
   * The review file as it is read; empty where there is none.
   *
   * @throws UsageException when it is not there
   */
  Optional<Read> file(Engine.Opened opened) {
    return file.map(f -> new Read(f.path(), read(f, opened.files())));
  }

  /** The same for files that are not analysed yet. */
  Optional<ReviewFile> file(Map<String, OpenedFile> opened) {
    return file.map(f -> read(f, opened));
  }

  /**
   * The ranges of the review file, where none are given; what of it cannot be used is told.
   *
   * @throws UsageException when the file is not there
   */
  Readings fill(Readings given, Engine.Opened opened) {
    Optional<ReviewFile> read = file(opened).map(Read::file);
    read.ifPresent(this::tellRanges);
    return read.map(r -> r.ranges().fill(given)).orElse(given);
  }

  private void tellRanges(ReviewFile read) {
    for (ReviewProblem problem : read.problems()) {
      String about = problem.path().toString();
      if (about.isEmpty() || about.contains("Ranges") || SETTINGS.contains(about)) {
        console.tell(
            "%s:%d: not used: %s."
                .formatted(read.manifest().file(), read.lineOf(problem), problem.message()));
      }
    }
  }

  /**
   * Asked only where it matters: which day it is here takes the time zones, and they take 30 ms.
   */
  LocalDate today() {
    return given.orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
  }

  /**
   * The review of what was opened; empty where there is no review file.
   *
   * @throws UsageException when the file is not there
   */
  Optional<Reviewed> review(Engine.Opened opened) {
    return review(opened, opened.analysis());
  }

  private Optional<Reviewed> review(Engine.Opened opened, Analysis analysis) {
    return file.map(f ->
        Reviewed.of(read(f, opened.files()), withoutOthers(opened, analysis), today(), known()));
  }

  /** All that a report can show of what was opened. */
  ReviewDocument document(Engine.Opened opened) {
    Optional<Reviewed> reviewed = review(opened);
    Analysis analysis =
        reviewed.map(Reviewed::analysis).orElseGet(() -> withoutOthers(opened, opened.analysis()));
    return new ReviewDocument(
            analysis,
            today(),
            ResidualRisk.of(analysis),
            reviewed.map(Checklist::of).orElseGet(() -> Checklist.of(analysis)),
            reviewed.map(Reviewed::file),
            reviewed.map(Reviewed::exceptions).orElse(List.of()))
        .ending(opened.lineEnds());
  }

  /** The same with the single changes that close most, each of which is tried for it. */
  ReviewDocument tried(Engine.Opened opened, ReviewDocument document) {
    Optional<Reviewed> reviewed = review(opened);
    UnaryOperator<Analysis> again =
        after -> reviewed.map(r -> r.of(after, known()).analysis()).orElse(after);
    return document.tried(
        ClosingTrials.of(document.analysis(), opened.fixer(), again, () -> false));
  }

  private Known known() {
    return Known.of(engine.controls(), ChecklistItem.ids());
  }

  /** The analysis as the review leaves it. */
  Analysis apply(Engine.Opened opened) {
    return apply(opened, opened.analysis());
  }

  /** The same for a later analysis of the same files. */
  Analysis apply(Engine.Opened opened, Analysis analysis) {
    return review(opened, analysis)
        .map(Reviewed::analysis)
        .orElseGet(() -> withoutOthers(opened, analysis));
  }
}
