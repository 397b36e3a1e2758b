package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.cli.given.NotReadException;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewProblem;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SingleFile;
import dev.zonewright.yaml.YamlPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** The baseline of a review: named, or the one that the review file names. */
final class BaselineChoice {
  /** For the help of a command that has these options. */
  static final String HELP =
      """
        --baseline FILE      A file that zonewright baseline or review --format json wrote earlier.
                             Each finding is marked as new or as in the baseline. Without it, the
                             baseline that the review file names is used.
        --new-only           Report only what is new since the baseline. In review, only that
                             decides the exit code.
      """;

  /** Where it is, and what it is called. */
  private record Named(String name, Path path) {}

  private static final BaselineChoice NONE = new BaselineChoice(Optional.empty(), null, false);

  private final Optional<Side> baseline;
  private final @Nullable Path path;
  private final boolean newOnly;

  private BaselineChoice(Optional<Side> baseline, @Nullable Path path, boolean newOnly) {
    this.baseline = baseline;
    this.path = path;
    this.newOnly = newOnly;
  }

  static Options addTo(Options options) {
    return options.addOption(null, "baseline", true, null).addOption(null, "new-only", false, null);
  }

  /** For a share of a review, which does not know what the others find. */
  static BaselineChoice none() {
    return NONE;
  }

  /**
   * Reads it.
   *
   * @param review the review file; empty where there is none
   * @throws UsageException when only new findings are wanted and there is no baseline
   * @throws NotReadException when it cannot be read, or is none
   */
  static BaselineChoice of(Arguments arguments, Optional<ReviewChoice.Read> review, Engine engine) {
    boolean newOnly = arguments.has("new-only");
    Optional<Named> named =
        Optional.of(arguments.value("baseline"))
            .filter(name -> !name.isEmpty())
            .map(name -> new Named(name, PathArguments.path(name)))
            .or(() -> review.flatMap(BaselineChoice::named));
    if (named.isPresent()) {
      return new BaselineChoice(
          Optional.of(read(named.get(), engine)), named.get().path(), newOnly);
    }
    if (newOnly) {
      review
          .flatMap(r -> wrong(r.file()))
          .ifPresent(message -> {
            throw new NotReadException(message);
          });
      throw new UsageException(
          "--new-only needs a baseline: name one with --baseline, or in the review file.");
    }
    return NONE;
  }

  private static Optional<String> wrong(ReviewFile file) {
    return file.problems().stream()
        .filter(p -> p.path().equals(YamlPath.of("baseline")))
        .map(ReviewProblem::message)
        .map(message -> file.manifest().file() + ": " + message)
        .findFirst();
  }

  /**
   * The one that a review file names; it lies in the folder of that file or below, links followed.
   */
  private static Optional<Named> named(ReviewChoice.Read review) {
    return review
        .file()
        .baseline()
        .map(name -> {
          Path folder = review.path().toAbsolutePath().normalize().getParent();
          Path path = folder == null ? Path.of(name) : folder.resolve(name);
          String called = "%s, which %s names".formatted(name, review.file().manifest().file());
          try {
            if (folder != null
                && Files.exists(path)
                && !path.toRealPath().startsWith(folder.toRealPath())) {
              throw new NotReadException(
                  "The baseline %s is a link to a file elsewhere. Put the file itself there."
                      .formatted(called));
            }
          } catch (IOException e) {
            throw new NotReadException("The baseline %s cannot be read: %s".formatted(called, e));
          }
          return new Named(called, path);
        });
  }

  private static Side read(Named named, Engine engine) {
    SingleFile read =
        Files.isDirectory(named.path())
            ? new SingleFile(Optional.empty(), "it is a folder. Name the file.")
            : SingleFile.read(engine.store(), named.path());
    if (read.file().isEmpty()) {
      throw new NotReadException(
          "The baseline %s cannot be read: %s".formatted(named.name(), read.trouble()));
    }
    try {
      return SideReader.read(read.file().get().source().text())
          .orElseThrow(() ->
              new NotReadException(
                  ("%s is not a baseline, or only part of one. Write it with `zonewright baseline`"
                          + " or `zonewright review --format json`.")
                      .formatted(named.name())));
    } catch (UnusableBaselineException e) {
      throw new NotReadException(
          "The baseline %s cannot be used: %s".formatted(named.name(), e.getMessage()));
    }
  }

  /** Which findings are new. */
  BaselineMarks marks(Analysis analysis) {
    return baseline.map(side -> side.marks(analysis, newOnly)).orElse(BaselineMarks.NONE);
  }

  /** The levels of its risk rows. */
  List<RowLevel> levels() {
    return baseline.map(Side::levels).orElse(List.of());
  }

  /** The analysis with the reason why the baseline, when it is among the manifests, is none. */
  Analysis explain(Analysis analysis, Engine.Opened opened) {
    if (path == null) {
      return analysis;
    }
    Path own = path.toAbsolutePath().normalize();
    return opened.files().values().stream()
        .filter(f -> f.path().toAbsolutePath().normalize().equals(own))
        .findFirst()
        .map(OpenedFile::name)
        .map(name -> analysis.explained(name, "it is the baseline, and is read as one"))
        .orElse(analysis);
  }
}
