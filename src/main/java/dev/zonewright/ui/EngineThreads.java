package dev.zonewright.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Runs the engine's work, one piece after another, on as many threads as there are processors, all
 * of them behind the thread of the window: where both want a processor, the window has it first.
 * Parallel streams of a piece stay on these threads. Why, and what else it takes on Linux, stands
 * in docs/decisions/0028.
 */
final class EngineThreads implements Executor {
  private final Executor turns;
  private final ForkJoinPool workers;

  /**
   * @param turns where one piece waits for the one before
   */
  EngineThreads(Executor turns) {
    this.turns = turns;
    workers =
        new ForkJoinPool(
            Runtime.getRuntime().availableProcessors(), EngineThreads::behind, null, false);
  }

  @Override
  public void execute(Runnable work) {
    turns.execute(() -> workers.submit(work).join());
  }

  // nothing relies on who is first; it is about how soon the window answers
  @SuppressWarnings("ThreadPriorityCheck")
  private static ForkJoinWorkerThread behind(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("zonewright-engine-" + thread.getPoolIndex());
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }
}
