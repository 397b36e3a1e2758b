package dev.zonewright.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Makes many nodes over several frames, so that the window answers in between: as many pieces a
 * frame as fit into a short time, and at least one. Only what was asked for last is made.
 */
public final class Slices {
  // the styles and the layout of what is made take several times as long, in the same frame
  private static final long BUDGET_NANOS = 4_000_000;

  private final Executor frames;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean asked;

  /**
   * Nothing waits yet.
   *
   * @param frames runs a task with the next frame
   */
  public Slices(Executor frames) {
    this.frames = frames;
  }

  /** Does this from the next frame on, in place of what still waits. */
  public void begin(List<Runnable> pieces) {
    waiting.clear();
    waiting.addAll(pieces);
    ask();
  }

  /** Whether nothing waits. */
  public boolean isDone() {
    return waiting.isEmpty();
  }

  private void ask() {
    if (!asked && !waiting.isEmpty()) {
      asked = true;
      frames.execute(this::some);
    }
  }

  private void some() {
    asked = false;
    long start = System.nanoTime();
    do {
      waiting.remove().run();
    } while (!waiting.isEmpty() && System.nanoTime() - start < BUDGET_NANOS);
    ask();
  }
}
