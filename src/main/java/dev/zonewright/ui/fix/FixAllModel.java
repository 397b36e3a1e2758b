package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
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
  private final FixChoices choices;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", new State.Working());
  private AtomicBoolean cancelled = new AtomicBoolean();
  private AtomicBoolean looking = new AtomicBoolean();
  private boolean waiting;

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
    this(fixer, before, scope, which, FixChoices.of(before, which), background, ui);
  }

  private FixAllModel(
      Fixer fixer,
      Analysis before,
      String scope,
      Predicate<LocatedFinding> which,
      FixChoices choices,
      Executor background,
      Executor ui) {
    this.fixer = fixer;
    this.before = before;
    this.scope = scope;
    this.which = which;
    this.background = background;
    this.ui = ui;
    this.choices = choices;
  }

  /**
   * A model of a run in which it is known which fix of each finding is wanted.
   *
   * @param wanted empty for a finding that is not to be fixed
   */
  public static FixAllModel wanted(
      Fixer fixer,
      Analysis before,
      String scope,
      Function<LocatedFinding, Optional<Fix>> wanted,
      Executor background,
      Executor ui) {
    Predicate<LocatedFinding> which = f -> wanted.apply(f).isPresent();
    return new FixAllModel(
        fixer, before, scope, which, FixChoices.wanted(before, which, wanted), background, ui);
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

  /** What may be fixed, and what of it is ticked. */
  public FixChoices choices() {
    return choices;
  }

  /** Ticks fixes, or takes their ticks away, and tries anew what is ticked then. */
  public void tick(Collection<FixChoices.Item> items, boolean on) {
    if (choices.tick(items, on) && !waiting) {
      // ticking a group is many ticks, and one try
      waiting = true;
      ui.execute(this::start);
    }
  }

  /** Tries the fixes; nothing is applied. */
  public void start() {
    waiting = false;
    cancelled.set(true);
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    state.set(new State.Working());
    FixChoices.Chosen chosen = choices.chosen();
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
  private State run(FixChoices.Chosen chosen, AtomicBoolean mine) {
    try {
      FixRun run = fixer.fixAll(before, chosen::fixOf, mine::get);
      // a run that nobody waits for any more needs no picture
      return mine.get() ? new State.Closed() : ready(run);
    } catch (RuntimeException e) {
      return new State.Failed("the fixes could not be tried: " + e.getMessage());
    }
  }

  private State ready(FixRun run) {
    return new State.Ready(FixAllPreview.of(before, run, which));
  }

  /**
   * Tries just some fixes, to show which lines are theirs; ticks and result stay as they are.
   *
   * @param then hears the rows of the file that they are in, on the thread of the window; not where
   *     something else is asked for before
   */
  void look(Collection<FixChoices.Item> items, String file, Consumer<List<SideRow>> then) {
    looking.set(true);
    AtomicBoolean mine = new AtomicBoolean();
    looking = mine;
    FixChoices.Chosen only = choices.only(items);
    background.execute(() -> {
      if (mine.get()) {
        return;
      }
      List<SideRow> rows =
          run(only, mine) instanceof State.Ready(FixAllPreview preview)
              ? preview.rowsOf(file)
              : List.of();
      ui.execute(() -> {
        if (!mine.get()) {
          then.accept(rows);
        }
      });
    });
  }

  /** What the button says: at once what is ticked, and what it comes to once that was tried. */
  public String button() {
    return switch (state.get()) {
      case State.Ready(FixAllPreview preview) -> preview.button();
      case State.Working _ when choices.count() > 0 ->
          FixAllPreview.button(choices.count(), choices.fileCount());
      default -> "Apply";
    };
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
    looking.set(true);
    state.set(new State.Closed());
  }
}
