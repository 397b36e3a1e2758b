package dev.zonewright.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Runs what it is given on the thread of the window, one task a frame: what a task adds to the
 * window is styled, laid out and painted before the next one runs. To be used on the UI thread.
 */
final class FrameQueue implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private @Nullable AnimationTimer timer;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (timer == null) {
      timer = new Each();
      timer.start();
    }
  }

  /** Runs while there are tasks; one that never stops would keep the toolkit from resting. */
  private final class Each extends AnimationTimer {
    // the frame that is due belongs to what asked
    private boolean begun;

    @Override
    public void handle(long now) {
      if (!begun) {
        begun = true;
        return;
      }
      Runnable task = tasks.poll();
      if (task == null) {
        stop();
        timer = null;
      } else {
        task.run();
      }
    }
  }
}
