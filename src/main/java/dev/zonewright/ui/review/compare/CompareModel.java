package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.Side;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewFacts;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is opened now beside an earlier version, without its looks. The version before is the
 * baseline that the review file names, else what was first opened, until another is chosen; another
 * version may stand in the place of what is opened, and both may be swapped. Compared in the
 * background, while somebody looks.
 */
public final class CompareModel {
  private static final String FIRST = "first opened";
  private static final String NOW = "what is opened now";

  private final BackgroundRunner runner;
  private final BackgroundRunner.Latest latest;
  private final SideSource versions;
  private final ReadOnlyObjectWrapper<@Nullable Before> before = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Compared> comparison =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Ends> ends = new ReadOnlyObjectWrapper<>(Ends.NONE);
  // stands in the place of what is opened now; null where nothing does
  private @Nullable Before later;
  private boolean swapped;
  private @Nullable Versions compared;
  private List<ChangeLine> changes = List.of();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty onShow = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ReviewFacts> facts =
      new ReadOnlyObjectWrapper<>(ReviewFacts.NONE);
  private Set<String> files = Set.of();
  // these, and what could not be read
  private Set<String> covered = Set.of();
  private Optional<Named> named = Optional.empty();
  // whether the version before is the baseline that the review file names
  private boolean fromReview;
  private boolean chosen;

  /** An end of the comparison, as it is shown. */
  public enum End {
    BEFORE,
    AFTER
  }

  /**
   * The two versions, as they are shown.
   *
   * @param before null while nothing is opened
   * @param after null while nothing is opened
   */
  record Ends(@Nullable Before before, @Nullable Before after) {
    static final Ends NONE = new Ends(null, null);
  }

  /** Which versions were compared last; what is opened now may change under them. */
  private record Versions(Before before, @Nullable Before later, boolean swapped) {}

  /** What differs, with its findings and their causes, which are found in the background too. */
  private record Listed(Compared compared, List<ChangeLine> changes) {
    static Listed of(Compared compared) {
      return new Listed(compared, ChangeLine.of(compared));
    }
  }

  /** What reading a version came to. */
  public sealed interface Result {
    /** It was read. */
    record Read(Before before) implements Result {}

    /**
     * It cannot be compared with.
     *
     * @param why a sentence that says what to do
     */
    record Refused(String why) implements Result {}
  }

  /**
   * Nothing to compare yet.
   *
   * @param versions reads a version, in the background
   */
  public CompareModel(BackgroundRunner runner, SideSource versions) {
    this.runner = runner;
    latest = runner.latest();
    this.versions = versions;
    onShow.addListener((_, _, _) -> compare());
  }

  /** Takes in new facts; as long as files come in, what is first opened grows with them. */
  public void show(ReviewFacts now) {
    Set<String> names =
        now.analysis().manifests().stream().map(m -> m.file()).collect(Collectors.toSet());
    facts.set(now);
    // a file that cannot be read is no manifest, and comes after those that can
    Set<String> accounted = new HashSet<>(names);
    now.analysis().coverage().notAnalysed().forEach(item -> accounted.add(item.file()));
    if (!chosen && !fromReview && !accounted.equals(covered)) {
      before.set(names.isEmpty() ? null : Before.of(FIRST, now));
    }
    files = names;
    covered = Set.copyOf(accounted);
    followReview();
    compare();
  }

  /** The baseline that the review file names is what is compared with, unless somebody chose. */
  private void followReview() {
    Optional<Named> now = Named.in(facts.get());
    if (now.equals(named)) {
      return;
    }
    named = now;
    if (chosen) {
      return;
    }
    fromReview = false;
    if (now.isEmpty()) {
      before.set(files.isEmpty() ? null : Before.of(FIRST, facts.get()));
      return;
    }
    Named wanted = now.get();
    runner.io(
        () -> versions.named(wanted.name(), wanted.reviewFile()),
        result -> {
          if (!chosen && named.equals(now)) {
            take(
                result,
                found -> {
                  fromReview = true;
                  before.set(found);
                });
          }
        });
  }

  /** A baseline as a review file names it. */
  private record Named(String name, Path reviewFile) {
    static Optional<Named> in(ReviewFacts facts) {
      return facts
          .review()
          .map(Reviewed::file)
          .flatMap(file -> file.baseline().map(n -> new Named(n, Path.of(file.manifest().file()))));
    }
  }

  /** Compares with what is opened now from here on. */
  void keep() {
    chosen = true;
    before.set(Before.of("kept", facts.get()));
    compare();
  }

  /** Puts what is opened now at an end: as the earlier version as it is, else as it becomes. */
  void now(End end) {
    if (isLater(end)) {
      later = null;
      compare();
    } else {
      keep();
    }
  }

  /** What stands before stands after, and the other way round. */
  void swap() {
    swapped = !swapped;
    compare();
  }

  private boolean isLater(End end) {
    return (end == End.AFTER) != swapped;
  }

  /** Reads a version from a file or a folder, and puts it at an end. */
  public void choose(End end, Path path) {
    choose(end, () -> versions.read(path));
  }

  /** Reads a version in the background, and puts it at an end. */
  public void choose(End end, Supplier<Result> read) {
    problem.set("");
    boolean instead = isLater(end);
    runner.io(
        read,
        result ->
            take(
                result,
                found -> {
                  if (instead) {
                    later = found;
                  } else {
                    chosen = true;
                    before.set(found);
                  }
                }));
  }

  private void take(Result result, Consumer<Before> read) {
    switch (result) {
      case Result.Read(Before found) -> {
        read.accept(found);
        problem.set("");
        compare();
      }
      case Result.Refused(String why) -> problem.set(why);
    }
  }

  private void compare() {
    Before with = before.get();
    if (!onShow.get() || with == null) {
      latest.forget();
      comparison.set(null);
      ends.set(Ends.NONE);
      return;
    }
    Before other = later == null ? Before.of(NOW, facts.get()) : later;
    Versions chose = new Versions(with, later, swapped);
    if (!chose.equals(compared)) {
      // what is shown is of other versions
      compared = chose;
      comparison.set(null);
    }
    ends.set(swapped ? new Ends(other, with) : new Ends(with, other));
    Supplier<Side> from = (swapped ? other : with).side();
    Supplier<Side> to = (swapped ? with : other).side();
    latest.compute(
        () -> Listed.of(Compared.of(from.get(), to.get())),
        listed -> {
          changes = listed.changes();
          comparison.set(listed.compared());
        });
  }

  /** The earlier version; null while nothing is opened. */
  public ReadOnlyObjectProperty<@Nullable Before> beforeProperty() {
    return before.getReadOnlyProperty();
  }

  /** What stands before and after, while somebody looks. */
  ReadOnlyObjectProperty<Ends> endsProperty() {
    return ends.getReadOnlyProperty();
  }

  /** What differs; null while nobody looks. */
  public ReadOnlyObjectProperty<@Nullable Compared> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The findings that are not as they were, of the comparison that is shown. */
  List<ChangeLine> changes() {
    return changes;
  }

  /** Why the version that was asked for cannot be compared with; empty when it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether somebody looks; else nothing is computed. */
  public BooleanProperty onShowProperty() {
    return onShow;
  }

  ReadOnlyObjectProperty<ReviewFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The rows that moved, those that became worse first. */
  List<RiskChange> moved() {
    return Optional.ofNullable(comparison.get())
        .map(c ->
            c.comparison().risk().stream()
                .sorted((a, b) -> Boolean.compare(a.isBetter(), b.isBetter()))
                .toList())
        .orElse(List.of());
  }
}
