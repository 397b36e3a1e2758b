package dev.zonewright.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes the table of {@code docs/bad-input.md}: {@code BadInputReport FILE [SIZE [WORD]]}. Below
 * the line that marks it, everything is replaced; with WORD only inputs are tried whose name
 * contains it, and nothing is written. Ends with code 1 when one costs more than its share allows.
 */
public final class BadInputReport {
  private static final int SIZE = 200_000;
  private static final double MOST = 50;
  private static final String MARK = "<!-- made by BadInputReport -->";

  private BadInputReport() {}

  public static void main(String[] args) throws Exception {
    int size = args.length > 1 ? Integer.parseInt(args[1]) : SIZE;
    String word = args.length > 2 ? args[2] : "";
    StringBuilder table = new StringBuilder();
    boolean fair = tryAll(size, word, table);
    if (word.isEmpty()) {
      write(Path.of(args[0]), table.toString());
    }
    System.exit(fair ? 0 : 1);
  }

  private static boolean tryAll(int size, String word, StringBuilder table)
      throws InterruptedException, ExecutionException {
    ExecutorService worker = Executors.newCachedThreadPool(BadInputReport::daemon);
    for (int i = 0; i < 5; i++) {
      Trial.of(BadInputs.ordinary(size), worker);
    }
    Trial ordinary = Trial.of(BadInputs.ordinary(size), worker);
    System.out.printf(
        "ordinary: review %d ms, fixes %d ms, %d kB%n",
        ordinary.nanos() / 1_000_000, ordinary.fixNanos() / 1_000_000, ordinary.bytes() / 1_000);
    table.append(
        "\nEach of about %,d characters, against an ordinary file of the same size. A dash is less than a tenth.%n"
            .formatted(size));
    boolean fair = true;
    String group = "";
    for (BadInput input : BadInputs.all()) {
      if (!input.name().contains(word)) {
        continue;
      }
      if (!input.group().equals(group)) {
        group = input.group();
        table
            .append("\n## ")
            .append(group)
            .append("\n\n| input | outcome | review | fixes | memory |\n|---|---|--:|--:|--:|\n");
      }
      Trial trial = Trial.of(input.ofSize().apply(size), worker);
      double time = (double) trial.nanos() / ordinary.nanos();
      double fixes = (double) trial.fixNanos() / ordinary.fixNanos();
      double memory = (double) trial.bytes() / ordinary.bytes();
      fair &= time <= MOST && fixes <= MOST && memory <= MOST;
      String row =
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  input.name(), cell(trial.outcome()), ratio(time), ratio(fixes), ratio(memory));
      table.append(row);
      System.out.print(row);
    }
    return fair;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static String ratio(double ratio) {
    return ratio < 0.1 ? "–" : String.format(Locale.ROOT, ratio < 10 ? "%.1f" : "%.0f", ratio);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static void write(Path page, String table) throws IOException {
    String text = Files.readString(page);
    int mark = text.indexOf(MARK);
    Files.writeString(page, text.substring(0, mark + MARK.length()) + "\n" + table);
  }
}
