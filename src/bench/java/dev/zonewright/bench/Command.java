package dev.zonewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A whole program, timed from its start to its end. */
record Command(String name, List<String> words) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MOST_EXIT = 1;
  private static final int BETWEEN_LOOKS = 5;
  private static final double KILOBYTES_PER_MEGABYTE = 1024;

  Command {
    words = List.copyOf(words);
  }

  /**
   * Runs commands in turn, so that what disturbs the machine disturbs all of them.
   *
   * @return for each, the middle of its times in milliseconds
   */
  static double[] compare(int rounds, List<Command> commands) throws IOException {
    return compare(rounds, commands, Command::run);
  }

  /**
   * The same with their memory.
   *
   * @return for each, the middle of what it had at most, in megabytes; not a number where the
   *     system does not tell
   */
  static double[] compareMemory(int rounds, List<Command> commands) throws IOException {
    return compare(rounds, commands, Command::mostMemory);
  }

  /** What is measured of one run. */
  @FunctionalInterface
  private interface Measure {
    double of(Command command) throws IOException;
  }

  private static double[] compare(int rounds, List<Command> commands, Measure measure)
      throws IOException {
    double[][] times = new double[commands.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < commands.size(); i++) {
        times[i][round] = measure.of(commands.get(i));
      }
    }
    double[] middle = new double[commands.size()];
    for (int i = 0; i < commands.size(); i++) {
      Arrays.sort(times[i]);
      middle[i] = times[i][rounds / 2];
    }
    return middle;
  }

  /** Findings end a program with 1; anything above means that it did not do its work. */
  double run() throws IOException {
    long start = System.nanoTime();
    Process process = start();
    try {
      ended(process.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + " was interrupted", e);
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** The system counts the most up to now, so that the last look before the end tells. */
  private double mostMemory() throws IOException {
    Process process = start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    double most = Double.NaN;
    try {
      while (!process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        double now = mostIn(status);
        most = Double.isNaN(now) ? most : now;
      }
      ended(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + " was interrupted", e);
    }
    return most;
  }

  private static double mostIn(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException _) {
      // it has ended, or the system has no such files
      return Double.NaN;
    }
  }

  private void ended(int exit) throws IOException {
    if (exit > MOST_EXIT) {
      throw new IOException(name + " ended with " + exit);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
