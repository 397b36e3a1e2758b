package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Tries to fix many findings at once and keeps the result to look at before it is applied. */
public final class FixAllModel {
  /** How far it is. */
  public sealed interface State {
    record Working() implements State {}

    record Ready(FixAllPreview preview) implements State {}

    /** The run broke off. */
    record Failed(String reason) implements State {}

    record Closed() implements State {}
  }

  private final Fixer fixer;
  private final Analysis before;
  private final String scope;
  private final Predicate<LocatedFinding> which;
  private final Executor background;
  private final Executor ui;
  private final Set<String> leftOut = new HashSet<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", new State.Working());
  private AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * A model of one run.
   *
   * @param before the analysis of the texts as they stand in the editors
   * @param scope what is fixed, for the headline: “platform.yaml”
   * @param which the findings to fix
   * @param background runs the fixer
   * @param ui runs on the thread of the window
   */
  public FixAllModel(
      Fixer fixer,
      Analysis before,
      String scope,
      Predicate<LocatedFinding> which,
      Executor background,
      Executor ui) {
    this.fixer = fixer;
    this.before = before;
    this.scope = scope;
    this.which = which;
    this.background = background;
    this.ui = ui;
  }

  /** The findings of one document. */
  public static Predicate<LocatedFinding> document(LocatedFinding at) {
    return f -> f.file().equals(at.file()) && f.document() == at.document();
  }

  public static Predicate<LocatedFinding> file(String file) {
    return f -> f.file().equals(file);
  }

  public static Predicate<LocatedFinding> control(String id) {
    return f -> f.finding().control().id().equals(id);
  }

  public static Predicate<LocatedFinding> everything() {
    return _ -> true;
  }

  public String scope() {
    return scope;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The titles of the controls that have safe fixes among the chosen findings. */
  public Collection<String> controls() {
    Set<String> titles = new TreeSet<>();
    before.findings().stream()
        .filter(which)
        .filter(f -> f.finding().safeFix().isPresent())
        .forEach(f -> titles.add(f.finding().control().title()));
    return titles;
  }

  public boolean isIncluded(String controlTitle) {
    return !leftOut.contains(controlTitle);
  }

  /** Leaves a control out or takes it in again, and tries anew. */
  public void include(String controlTitle, boolean included) {
    if (included ? leftOut.remove(controlTitle) : leftOut.add(controlTitle)) {
      start();
    }
  }

  /** Tries the fixes; nothing is applied. */
  public void start() {
    cancelled.set(true);
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    state.set(new State.Working());
    Set<String> without = Set.copyOf(leftOut);
    Predicate<LocatedFinding> chosen =
        which.and(f -> !without.contains(f.finding().control().title()));
    background.execute(() -> {
      State result = run(chosen, mine);
      ui.execute(() -> {
        if (!mine.get()) {
          state.set(result);
        }
      });
    });
  }

  // whatever a control throws, the window says so and goes on
  private State run(Predicate<LocatedFinding> chosen, AtomicBoolean mine) {
    try {
      FixRun run = fixer.fixAll(before, chosen, false, mine::get);
      return new State.Ready(FixAllPreview.of(before, run, which));
    } catch (RuntimeException e) {
      return new State.Failed("the fixes could not be tried: " + e.getMessage());
    }
  }

  /** The run to apply, where one is ready and changes something. */
  public Optional<FixRun> result() {
    return state.get() instanceof State.Ready(FixAllPreview preview) && !preview.isEmpty()
        ? Optional.of(preview.run())
        : Optional.empty();
  }

  /** Stops a run that is under way and drops its result. */
  public void close() {
    cancelled.set(true);
    state.set(new State.Closed());
  }
}
