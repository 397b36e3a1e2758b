package dev.zonewright.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole program, timed from its start to its end. */
record Command(String name, List<String> words) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MOST_EXIT = 1;

  Command {
    words = List.copyOf(words);
  }

  /**
   * Runs commands in turn, so that what disturbs the machine disturbs all of them.
   *
   * @return for each, the middle of its times in milliseconds
   */
  static double[] compare(int rounds, List<Command> commands) throws IOException {
    double[][] times = new double[commands.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < commands.size(); i++) {
        times[i][round] = commands.get(i).run();
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
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      int exit = process.waitFor();
      if (exit > MOST_EXIT) {
        throw new IOException(name + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + " was interrupted", e);
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
