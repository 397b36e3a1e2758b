package dev.zonewright.app;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Asks the thread of the window for a sign of life again and again. Of each wait for one that is
 * long it notes what the wait is made of: time of the processor that the thread had, collections of
 * garbage, and where the thread was. What is neither is waiting for a processor, or for the paint.
 */
final class WindowWatch {
  private static final int BEAT_MILLIS = 4;
  private static final int LONG_MILLIS = 40;
  private static final int MOST_WAITS = 5;
  private static final int MOST_PLACES = 3;
  private static final int FRAMES = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Thread window = Thread.currentThread();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong mostBusy = new AtomicLong();
  private final ConcurrentLinkedQueue<Wait> waits = new ConcurrentLinkedQueue<>();
  private volatile long asked;
  private volatile Map<String, Integer> places = new HashMap<>();

  /** A long wait, in milliseconds, and at which places the thread was seen how often. */
  private record Wait(double millis, double busy, long collecting, Map<String, Integer> places) {
    @Override
    public String toString() {
      String seen =
          places.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MOST_PLACES)
              .map(e -> "%n      %d× %s".formatted(e.getValue(), e.getKey()))
              .collect(Collectors.joining());
      return "  waited %4.0f ms: %.0f of the processor, %d collecting%s%n"
          .formatted(millis, busy, collecting, seen);
    }
  }

  /** Watches the thread that this is called on. */
  WindowWatch() {
    Thread.ofPlatform().daemon().start(() -> untilStopped(this::beat));
    Thread.ofPlatform().daemon().start(() -> untilStopped(this::look));
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static void untilStopped(Step step) {
    try {
      while (true) {
        step.run();
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() throws InterruptedException {
    places = new HashMap<>();
    long busy = threads.getThreadCpuTime(window.threadId());
    long collecting = collecting();
    long start = System.nanoTime();
    asked = start;
    CountDownLatch answered = new CountDownLatch(1);
    Platform.runLater(answered::countDown);
    answered.await();
    asked = 0;
    long took = System.nanoTime() - start;
    long had = threads.getThreadCpuTime(window.threadId()) - busy;
    longest.accumulateAndGet(took, Math::max);
    mostBusy.accumulateAndGet(had, Math::max);
    if (took > LONG_MILLIS * NANOS_PER_MILLI) {
      Map<String, Integer> seen = places;
      synchronized (seen) {
        waits.add(
            new Wait(
                took / NANOS_PER_MILLI,
                had / NANOS_PER_MILLI,
                collecting() - collecting,
                Map.copyOf(seen)));
      }
    }
  }

  private void look() {
    Map<String, Integer> into = places;
    if (asked != 0) {
      StackTraceElement[] stack = window.getStackTrace();
      String place = frames(stack, "") + " … " + frames(stack, "dev.zonewright.ui");
      synchronized (into) {
        into.merge(place, 1, Integer::sum);
      }
    }
  }

  private static String frames(StackTraceElement[] stack, String of) {
    return Arrays.stream(stack)
        .filter(frame -> frame.getClassName().contains(of))
        .limit(FRAMES)
        .map(f ->
            f.getClassName().substring(f.getClassName().lastIndexOf('.') + 1)
                + "."
                + f.getMethodName()
                + ":"
                + f.getLineNumber())
        .collect(Collectors.joining(" < "));
  }

  private long collecting() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  void reset() {
    longest.set(0);
    mostBusy.set(0);
    waits.clear();
  }

  double longestMillis() {
    return longest.get() / NANOS_PER_MILLI;
  }

  /** The most time of the processor that the thread took without a sign of life. */
  double mostBusyMillis() {
    return mostBusy.get() / NANOS_PER_MILLI;
  }

  /** The longest waits with what they are made of, one or more lines each. */
  String longestWaits() {
    return waits.stream()
        .sorted(Comparator.comparingDouble(Wait::millis).reversed())
        .limit(MOST_WAITS)
        .map(Wait::toString)
        .collect(Collectors.joining());
  }
}
