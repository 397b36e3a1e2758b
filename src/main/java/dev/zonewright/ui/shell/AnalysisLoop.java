package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.findings.FindingsShown;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.risk.Placement;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeRoots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the analysis up with the texts: change, quiet, one piece of work in the background, result
 * on the UI thread. A result whose texts have changed meanwhile is not shown; the next one follows.
 * Of one long text the beginning is shown first.
 */
final class AnalysisLoop {
  private static final Duration QUIET = Duration.ofMillis(180);
  private static final Duration PAINTED = Duration.ofMillis(60);
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A text that is longer is looked at in two steps, and how much of it in the first. */
  private static final int LONG = 1_000_000;

  private static final int BEGINNING = 300_000;

  private final BackgroundRunner runner;
  private final Analyzer analyzer;
  private final OpenFiles openFiles;
  private final Consumer<Result> show;
  private final Supplier<Function<Analysis, Rows>> look;
  private final ReviewApplication review;
  private final Runnable started;
  private final BackgroundRunner.Quiet quiet;
  private final BackgroundRunner.Quiet painted;
  private @Nullable Supplier<Result> rest;
  private volatile Analysis last = Analysis.empty();
  private boolean running;
  private boolean again;

  /**
   * What an analysis brought.
   *
   * @param raw without a review; the next analysis starts from it
   * @param analysis what is left to do: without the findings that an exception covers
   * @param facts all of it, with the review applied
   * @param millis how long it took
   * @param placement where its workloads can run
   * @param rows what is to be seen of it
   * @param whole whether all of the texts was looked at, or the beginning of a long one
   */
  record Result(
      Analysis raw,
      Analysis analysis,
      ReviewFacts facts,
      Placement placement,
      long revision,
      long millis,
      Rows rows,
      boolean whole) {
    /** The work goes on after a beginning. */
    void tell(StatusModel status) {
      if (whole) {
        status.analysed(analysis.coverage(), millis);
      }
    }
  }

  /** What tree and table show of an analysis, built beside the UI thread. */
  record Rows(TreeRoots tree, FindingsShown findings) {}

  AnalysisLoop(
      BackgroundRunner runner,
      Analyzer analyzer,
      ReviewApplication review,
      OpenFiles openFiles,
      Runnable started,
      Supplier<Function<Analysis, Rows>> look,
      Consumer<Result> show) {
    this.runner = runner;
    this.analyzer = analyzer;
    this.review = review;
    this.openFiles = openFiles;
    this.started = started;
    this.look = look;
    this.show = show;
    this.quiet = runner.quiet(QUIET, this::run);
    this.painted = runner.quiet(PAINTED, this::goOn);
  }

  /** Someone types: waits until they pause. */
  void typed() {
    quiet.restart();
  }

  /** Files came in: does not wait for the last of them, and not at all for the first. */
  void arrived() {
    if (!running && last.manifests().isEmpty()) {
      run();
    } else {
      quiet.start();
    }
  }

  /** Analyses texts as they are, at once; for work in the background that must not be stale. */
  Analysis fresh(OpenFiles.Snapshot snapshot) {
    return analyze(snapshot, last);
  }

  private void run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    started.run();
    OpenFiles.Snapshot snapshot = openFiles.snapshot();
    Analysis before = last;
    Function<Analysis, Rows> rows = look.get();
    Optional<OpenFiles.Snapshot> beginning =
        before.manifests().isEmpty() ? beginning(snapshot) : Optional.empty();
    if (beginning.isEmpty()) {
      runner.compute(() -> result(snapshot, before, rows, true), this::finished);
      return;
    }
    runner.compute(
        () -> result(beginning.get(), before, rows, false),
        part -> {
          if (part.revision() == openFiles.revision()) {
            show.accept(part);
          }
          rest = () -> result(snapshot, before, rows, true);
          painted.start();
        });
  }

  // the window paints the beginning before the rest takes all processors
  private void goOn() {
    Supplier<Result> work = rest;
    if (work != null) {
      rest = null;
      runner.compute(work, this::finished);
    }
  }

  /** The first documents of a long text, for the first findings to come soon. */
  private static Optional<OpenFiles.Snapshot> beginning(OpenFiles.Snapshot snapshot) {
    if (snapshot.texts().size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, String> only = snapshot.texts().entrySet().iterator().next();
    String text = only.getValue();
    int end = text.length() < LONG ? -1 : text.lastIndexOf("\n---\n", BEGINNING);
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new OpenFiles.Snapshot(
                snapshot.revision(),
                Map.of(only.getKey(), text.substring(0, end + 1)),
                snapshot.unreadable()));
  }

  private void finished(Result result) {
    running = false;
    last = result.raw();
    if (result.revision() == openFiles.revision()) {
      show.accept(result);
    }
    if (again) {
      again = false;
      quiet.start();
    }
  }

  private Result result(
      OpenFiles.Snapshot snapshot, Analysis before, Function<Analysis, Rows> rows, boolean whole) {
    long start = System.nanoTime();
    Analysis raw = analyze(snapshot, before);
    ReviewFacts facts = review.apply(raw);
    // what is accepted is told where it is why nothing else is listed
    Analysis seen = facts.review().isPresent() ? facts.analysis() : raw;
    Analysis left = seen.withoutAccepted();
    long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    Placement placement = Placement.of(facts.analysis());
    return new Result(
        raw, left, facts, placement, snapshot.revision(), millis, rows.apply(seen), whole);
  }

  private Analysis analyze(OpenFiles.Snapshot snapshot, Analysis before) {
    Map<String, Manifest> known = new HashMap<>();
    before.manifests().forEach(m -> known.put(m.file(), m));
    List<Manifest> manifests = new ArrayList<>(snapshot.texts().size());
    snapshot.texts().forEach((name, text) -> manifests.add(current(known.get(name), name, text)));
    return analyzer.analyze(manifests, snapshot.unreadable(), before);
  }

  private static Manifest current(@Nullable Manifest known, String name, String text) {
    if (known == null) {
      return Manifest.of(name, text);
    }
    return known.stream().text().equals(text) ? known : known.withText(text);
  }
}
