package dev.zonewright.badinput;

import dev.zonewright.cli.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Looks for what grows faster than its input: {@code GrowthReport SIZE PAIRS SEED [WORD]}. Each bad
 * input is given to the commands of the terminal in twice the size of the time before, up to SIZE;
 * so are PAIRS of them beside each other, which SEED chooses. Prints what takes more than three
 * times the processor's time for the last doubling, and ends with code 1 where there is any.
 */
public final class GrowthReport {
  private static final int STEPS = 3;
  private static final double MOST = 3;

  /** Below it the clock says more than the program. */
  private static final long FLOOR_MILLIS = 150;

  /** Stands for a file beside the input. */
  private static final String REPORT = "report.html";

  private static final Map<String, List<String>> COMMANDS =
      new TreeMap<>(
          Map.of(
              "review", List.of("review", "--format", "json"),
              "text", List.of("review"),
              "fix", List.of("fix", "--include-review"),
              "reach", List.of("reach"),
              "access", List.of("access"),
              "checklist", List.of("checklist"),
              "report", List.of("report", "-o", REPORT)));

  private GrowthReport() {}

  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[0]);
    String word = args.length > 3 ? args[3] : "";
    List<BadInput> inputs =
        BadInputs.all().stream().filter(input -> input.name().contains(word)).toList();
    List<BadInput> all = new ArrayList<>(inputs);
    Random random = new Random(Long.parseLong(args[2]));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      all.add(
          beside(
              inputs.get(random.nextInt(inputs.size())),
              inputs.get(random.nextInt(inputs.size()))));
    }
    Path file = Files.createTempDirectory("growth").resolve("tried.yaml");
    int found = 0;
    for (BadInput input : all) {
      found += tried(input, size, file);
    }
    Files.deleteIfExists(file.resolveSibling(REPORT));
    Files.delete(file);
    Files.delete(file.getParent());
    System.out.printf("%d inputs, %d grow too fast%n", all.size(), found);
    System.exit(found == 0 ? 0 : 1);
  }

  private static BadInput beside(BadInput one, BadInput other) {
    return new BadInput(
        "pairs",
        one.name() + " beside " + other.name(),
        n -> one.ofSize().apply(n / 2) + "\n---\n" + other.ofSize().apply(n / 2));
  }

  /** How many commands take too long for it. */
  private static int tried(BadInput input, int size, Path file) throws Exception {
    Map<String, Long> before = new TreeMap<>();
    int found = 0;
    for (int step = STEPS; step >= 0; step--) {
      Files.writeString(file, input.ofSize().apply(size >> step), StandardCharsets.UTF_8);
      for (Map.Entry<String, List<String>> command : COMMANDS.entrySet()) {
        long millis = millis(command.getValue(), file);
        Long half = before.put(command.getKey(), millis);
        if (step == 0 && half != null && millis > FLOOR_MILLIS && millis > MOST * half) {
          System.out.printf(
              "%s of %s: %d ms after %d ms%n", command.getKey(), input.name(), millis, half);
          found++;
        }
      }
    }
    return found;
  }

  private static long millis(List<String> command, Path file) {
    List<String> args = new ArrayList<>(command);
    args.replaceAll(a -> a.equals(REPORT) ? file.resolveSibling(a).toString() : a);
    args.add(file.toString());
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    ProcessorTime time = ProcessorTime.start();
    Terminal.run(args.toArray(String[]::new), InputStream.nullInputStream(), nowhere, nowhere);
    return time.nanos() / 1_000_000;
  }
}
