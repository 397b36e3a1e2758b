package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.Unreadable;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.compare.CompareModel.Result;
import dev.zonewright.workspace.GitException;
import dev.zonewright.workspace.GitRevision;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a version to compare with: a baseline, a review in JSON, or manifests. */
public final class SideSource {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final ManifestStore store;
  private final Analyzer analyzer;
  private final ReviewApplication review;

  public SideSource(ManifestStore store, Analyzer analyzer, ReviewApplication review) {
    this.store = store;
    this.analyzer = analyzer;
    this.review = review;
  }

  /** Reads and analyses; for the background. */
  public Result read(Path path) {
    Gathered gathered = new Gathered();
    store.open(List.of(path), gathered, () -> false);
    List<OpenedFile> opened = gathered.opened;
    List<Unreadable> unreadable = gathered.unreadable;
    if (opened.isEmpty()) {
      return new Result.Refused(
          unreadable.isEmpty()
              ? "There is no manifest in %s.".formatted(path)
              : "%s cannot be read: %s. %s"
                  .formatted(path, unreadable.getFirst().what(), unreadable.getFirst().cure()));
    }
    try {
      Optional<Side> written =
          opened.size() == 1
              ? SideReader.read(opened.getFirst().source().text())
              : Optional.empty();
      return new Result.Read(
          Before.of(
              written.flatMap(_ -> day(opened.getFirst())).orElse(path.toString()),
              written.orElseGet(() -> Side.of(analysed(gathered.manifests(), unreadable)))));
    } catch (UnusableBaselineException e) {
      return new Result.Refused("%s cannot be compared: %s".formatted(path, e.getMessage()));
    }
  }

  private static Optional<String> day(OpenedFile file) {
    return SideReader.dateOf(file.source().text()).map(date -> Before.baselineOf(DAY.format(date)));
  }

  /**
   * Reads the baseline that a review file names, which lies in its folder or below, links followed;
   * for the background.
   */
  Result named(String name, Path reviewFile) {
    Path path = reviewFile.resolveSibling(name);
    try {
      Path real = path.toRealPath();
      Path top = reviewFile.toAbsolutePath().normalize().getParent();
      if (top == null || !real.startsWith(top.toRealPath())) {
        return new Result.Refused(
            ("The baseline %s, which the review file names, is a link to a file elsewhere. Put the"
                    + " file itself there.")
                .formatted(name));
      }
    } catch (IOException _) {
      return new Result.Refused(
          "The baseline %s, which the review file names, is not there or cannot be read."
              .formatted(name));
    }
    return read(path);
  }

  /**
   * Reads a revision with the person's own git; for the background.
   *
   * @param revision as git reads it: a branch, a tag, an id
   * @param place the folder or file of the manifests as they are now
   */
  public Result revision(String revision, Path place) {
    Optional<Path> git = Programs.find("git");
    if (git.isEmpty()) {
      return new Result.Refused(
          "A revision is read by your own git, and there is none on the search path (PATH).");
    }
    List<String> commands = new CopyOnWriteArrayList<>();
    Gathered gathered = new Gathered();
    try {
      GitRevision found = GitRevision.of(git.get(), revision, place, commands::add);
      store.open(found, gathered);
      if (gathered.opened.isEmpty()) {
        return new Result.Refused("Revision %s has no manifest in %s.".formatted(revision, place));
      }
      found.beside(ReviewFile.NAME).ifPresent(gathered::beside);
    } catch (GitException e) {
      return new Result.Refused(
          "Revision %s cannot be read: %s".formatted(revision, e.getMessage()));
    }
    return new Result.Read(
        Before.of(
            "revision " + revision,
            Side.of(analysed(gathered.manifests(), gathered.unreadable)),
            String.join("; ", commands)));
  }

  /** What came of opening. */
  private static final class Gathered implements OpenListener {
    private final List<OpenedFile> opened = new CopyOnWriteArrayList<>();
    private final List<Unreadable> unreadable = new CopyOnWriteArrayList<>();
    private final List<Manifest> more = new ArrayList<>();

    @Override
    public void opened(OpenedFile file) {
      opened.add(file);
    }

    @Override
    public void unreadable(Unreadable file) {
      unreadable.add(file);
    }

    /** Adds the review file, unless it is among the manifests. */
    void beside(GitRevision.Beside file) {
      if (opened.stream().noneMatch(f -> f.name().equals(file.name()))) {
        more.add(Manifest.of(file.name(), file.text()));
      }
    }

    List<Manifest> manifests() {
      return Stream.concat(
              opened.stream().map(f -> Manifest.of(f.name(), f.source().text())), more.stream())
          .toList();
    }
  }

  private Analysis analysed(List<Manifest> manifests, List<Unreadable> unreadable) {
    return review.apply(analyzer.analyze(manifests, unreadable, Analysis.empty())).analysis();
  }
}
