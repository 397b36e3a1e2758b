package dev.zonewright.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Keeps work off the UI thread and brings its results back to it. Together with the main class the
 * only place that knows threads; everything else speaks of work and of what comes after it.
 */
public final class BackgroundRunner {
  private static final int BEHIND = 3;

  private final Executor engine;
  private final Executor files;
  private final Executor ui;
  private final Executor frames;
  private final Clock clock;
  private Consumer<Throwable> failure = BackgroundRunner::rethrow;

  /**
   * Runs on executors of the caller's choice; a test hands in {@code Runnable::run}.
   *
   * @param engine parses, analyses and fixes, one piece of work after another
   * @param files reads and writes files, and does other small work that must not wait for the
   *     engine
   * @param ui the thread of the window
   */
  public BackgroundRunner(Executor engine, Executor files, Executor ui, Clock clock) {
    this(engine, files, ui, ui, clock);
  }

  private BackgroundRunner(
      Executor engine, Executor files, Executor ui, Executor frames, Clock clock) {
    this.engine = engine;
    this.files = files;
    this.ui = ui;
    this.frames = frames;
    this.clock = clock;
  }

  /** Runs something later. */
  @FunctionalInterface
  public interface Clock {
    /** Runs the task after the wait, on any thread; the result takes it back. */
    Runnable after(Duration wait, Runnable task);
  }

  /** Daemon threads, and the JavaFX application thread as the UI. */
  // nothing relies on who is first; it is about how soon the window answers
  @SuppressWarnings("ThreadPriorityCheck")
  public static BackgroundRunner live() {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("zonewright-", 0).factory();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons);
    // behind the window, which a long text that is made ready for it would keep waiting; before the
    // engine
    ThreadFactory behind =
        Thread.ofPlatform().daemon().priority(BEHIND).name("zonewright-files-", 0).factory();
    return new BackgroundRunner(
        new EngineThreads(Executors.newSingleThreadExecutor(daemons)),
        Executors.newCachedThreadPool(behind),
        Platform::runLater,
        new FrameQueue(),
        (wait, task) -> {
          Future<?> waiting = timer.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
          return () -> waiting.cancel(false);
        });
  }

  /** Who hears, on the UI thread, of work that failed in a way nobody foresaw. */
  public void onFailure(Consumer<Throwable> listener) {
    failure = listener;
  }

  /** Does engine work, then hands its result to the UI thread. */
  public <T> void compute(Supplier<T> work, Consumer<T> then) {
    hop(engine, work, then);
  }

  /** Does file work, then hands its result to the UI thread. */
  public <T> void io(Supplier<T> work, Consumer<T> then) {
    hop(files, work, then);
  }

  /** Runs on the UI thread, soon. */
  public void ui(Runnable task) {
    ui.execute(task);
  }

  /** Where manifests are parsed, analysed and fixed. */
  public Executor engine() {
    return engine;
  }

  /** Where small work is done that must not wait for the engine. */
  public Executor small() {
    return files;
  }

  /** The thread of the window. */
  public Executor window() {
    return ui;
  }

  /** The thread of the window, one task a frame: for what makes many nodes. */
  public Executor frames() {
    return frames;
  }

  /** Work of which only what was asked for last counts. */
  public Latest latest() {
    return new Latest();
  }

  /** A task that waits for quiet before it runs on the UI thread. */
  public Quiet quiet(Duration wait, Runnable task) {
    return new Quiet(wait, task);
  }

  private <T> void hop(Executor executor, Supplier<T> work, Consumer<T> then) {
    executor.execute(() -> {
      try {
        T result = work.get();
        ui.execute(() -> then.accept(result));
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        ui.execute(() -> failure.accept(e));
      }
    });
  }

  private static void rethrow(Throwable failure) {
    throw new IllegalStateException("background work failed", failure);
  }

  /** Hands on only the result of what was asked for last. To be called on the UI thread only. */
  public final class Latest {
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private int round;

    private Latest() {}

    /** Does engine work, and hands its result on unless something was asked for since. */
    public <T> void compute(Supplier<T> work, Consumer<T> then) {
      int mine = ++round;
      working.set(true);
      BackgroundRunner.this.compute(
          work,
          result -> {
            if (mine == round) {
              working.set(false);
              then.accept(result);
            }
          });
    }

    /** What was asked for does not count any more. */
    public void forget() {
      round++;
      working.set(false);
    }

    /** Whether a result is still to come. */
    public ReadOnlyBooleanProperty workingProperty() {
      return working.getReadOnlyProperty();
    }
  }

  /** Runs its task once things have calmed down. To be called on the UI thread only. */
  public final class Quiet {
    private final Duration wait;
    private final Runnable task;
    private Runnable takeBack = () -> {};
    private int round;
    private boolean waiting;

    private Quiet(Duration wait, Runnable task) {
      this.wait = wait;
      this.task = task;
    }

    /** Something happened that may go on: the wait starts anew. */
    public void restart() {
      takeBack.run();
      waiting = true;
      int mine = ++round;
      takeBack = clock.after(wait, () -> ui.execute(() -> fire(mine)));
    }

    /** Something happened once: the task runs after the wait that is under way, or after one. */
    public void start() {
      if (!waiting) {
        restart();
      }
    }

    private void fire(int of) {
      if (of == round && waiting) {
        waiting = false;
        task.run();
      }
    }
  }
}
