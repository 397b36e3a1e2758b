package dev.zonewright.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Time of the processor by kind of thread, those of the virtual machine too: what an opening costs
 * is spent by the compiler and the collector as well. Only Linux tells; elsewhere it is empty.
 */
final class ThreadTimes {
  private static final Path TASKS = Path.of("/proc/self/task");
  // a tick of the kernel's own clock, as it is told to programs
  private static final long TICK_MILLIS = 10;
  private static final int USER_TICKS = 11;
  private static final long LEAST_MILLIS = 20;

  private ThreadTimes() {}

  /** Milliseconds since the process began, by kind. */
  static Map<String, Long> now() {
    Map<String, Long> times = new TreeMap<>();
    if (Files.isDirectory(TASKS)) {
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
        for (Path task : tasks) {
          add(task, times);
        }
      } catch (IOException e) {
        return Map.of();
      }
    }
    return times;
  }

  private static void add(Path task, Map<String, Long> times) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      // the name stands in brackets and may have any character in it
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]);
      times.merge(kind(name), ticks * TICK_MILLIS, Long::sum);
    } catch (IOException e) {
      // a thread that has ended meanwhile
    }
  }

  private static String kind(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    if (low.startsWith("javafx applic")) {
      return "window";
    } else if (low.startsWith("quantumrend")) {
      return "paint";
    } else if (low.startsWith("c1 ") || low.startsWith("c2 ")) {
      return "compiler";
    } else if (low.startsWith("g1 ") || low.startsWith("gc ")) {
      return "collector";
    } else if (low.startsWith("zonewright") || low.startsWith("forkjoinpool")) {
      return "engine";
    }
    return "other";
  }

  /** What was spent between two looks, the most first. */
  static String between(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue() - before.getOrDefault(e.getKey(), 0L)))
        .filter(e -> e.getValue() >= LEAST_MILLIS)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
