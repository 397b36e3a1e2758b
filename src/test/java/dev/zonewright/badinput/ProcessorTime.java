package dev.zonewright.badinput;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of this program have had of the processor since a moment. Other programs on the
 * machine take nothing from it and add nothing to it, and neither do the compiler and the collector
 * of this one: what has to be collected is counted as memory.
 *
 * @param before by thread, in nanoseconds
 */
record ProcessorTime(Map<Long, Long> before) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static ProcessorTime start() {
    return new ProcessorTime(now());
  }

  private static Map<Long, Long> now() {
    long[] threads = THREADS.getAllThreadIds();
    long[] times = THREADS.getThreadCpuTime(threads);
    Map<Long, Long> now = HashMap.newHashMap(threads.length);
    for (int i = 0; i < threads.length; i++) {
      // below zero: it ended while it was asked
      now.put(threads[i], Math.max(0, times[i]));
    }
    return now;
  }

  /** Since the start; a thread that has ended since then counts for nothing. */
  long nanos() {
    long sum = 0;
    for (Map.Entry<Long, Long> thread : now().entrySet()) {
      sum += Math.max(0, thread.getValue() - before.getOrDefault(thread.getKey(), 0L));
    }
    return sum;
  }
}
