package dev.zonewright.cli;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.Printable;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.workspace.GitException;
import dev.zonewright.workspace.GitRevision;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.Programs;
import dev.zonewright.workspace.SingleFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the two versions of {@code compare}. */
final class CompareSides {
  /** What a revision of a repository is written behind. */
  private static final String GIT = "git:";

  private final Arguments arguments;
  private final Console console;
  private final Engine engine;

  CompareSides(Arguments arguments, Console console, Engine engine) {
    this.arguments = arguments;
    this.console = console;
    this.engine = engine;
  }

  /** A side, and whether all of it could be analysed. */
  record Read(Side side, boolean whole) {}

  /**
   * Looks at the words before anything is read.
   *
   * @throws UsageException when they are not two versions
   */
  static List<String> checked(List<String> words) {
    if (words.size() != 2) {
      throw new UsageException("Name two versions: BEFORE and AFTER.");
    }
    if (words.contains(Engine.STDIN)) {
      throw new UsageException("Name files or folders; standard input (-) cannot be compared.");
    }
    PathArguments.check(words.stream().filter(w -> !w.startsWith(GIT)).toList());
    return words;
  }

  /**
   * Reads one of them.
   *
   * @param word a path, or a revision
   * @param other the other one; a revision is read where that path is
   */
  Read read(String word, String other) {
    if (word.startsWith(GIT)) {
      return revision(word.substring(GIT.length()), other.startsWith(GIT) ? "." : other);
    }
    Optional<Side> written = written(word);
    if (written.isPresent()) {
      return new Read(written.get(), true);
    }
    ReviewChoice review = ReviewChoice.of(arguments, List.of(word), engine, console);
    return analysed(review, review.engine().open(List.of(word), console.in()));
  }

  private Read analysed(ReviewChoice review, Engine.Opened opened) {
    for (CoverageItem item : opened.analysis().coverage().items()) {
      if (item.isHole()) {
        note("Not analysed: %s:%d: %s".formatted(item.file(), item.line(), item.reason()));
      }
    }
    return new Read(Side.of(review.apply(opened)), !opened.analysis().coverage().hasHoles());
  }

  private Read revision(String revision, String place) {
    Path git =
        Programs.find("git")
            .orElseThrow(() ->
                new NotReadException(
                    "A revision is read by your own git, and there is none on the search path"
                        + " (PATH). Install git, or name a folder with the version before."));
    Path path = Path.of(place);
    if (!Files.exists(path)) {
      throw new NotReadException(
          "A revision is read from the other path, but %s does not exist.".formatted(place));
    }
    if (written(place).isPresent()) {
      throw new NotReadException(
          ("A revision is read from the other path, but %s is not a manifest. Name the"
                  + " folder of the manifests.")
              .formatted(place));
    }
    try {
      GitRevision found = GitRevision.of(git, revision, path, this::show);
      ReviewChoice review =
          arguments.has("review")
              ? ReviewChoice.of(arguments, List.of(place), engine, console)
              : ReviewChoice.of(arguments, found.beside(ReviewFile.NAME), engine, console);
      Engine.Opened opened = review.engine().open(listener -> engine.store().open(found, listener));
      if (opened.analysis().coverage().documents() == 0) {
        note("Revision %s has no manifest in %s.".formatted(revision, place));
      }
      return analysed(review, opened);
    } catch (GitException e) {
      throw new NotReadException(
          "Revision %s cannot be read: %s".formatted(revision, e.getMessage()));
    }
  }

  private void show(String command) {
    note("Runs: " + command);
  }

  private void note(String text) {
    PrintWriter err = console.errWriter();
    err.println(Printable.of(text));
    err.flush();
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
