package dev.zonewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures everything and writes the table. Argument: the file that it is written to. */
public final class Bench {
  private static final int WARM_UPS = 6;
  private static final int ITERATIONS = 6;
  private static final int SECONDS = 2;

  private Bench() {}

  /** Runs the bench. */
  public static void main(String[] args) throws IOException, RunnerException, JMException {
    Path folder = Files.createTempDirectory("bench");
    List<Row> rows = new ArrayList<>();
    Map<String, Double> millis = engine();
    rows.add(
        row(
            millis,
            "10 MB: parse and analyse ÷ going through SnakeYAML's events",
            "analyse",
            "events",
            "≤ 2"));
    rows.add(row(millis, "10 MB: parse and analyse ÷ our own parser", "analyse", "parse", ""));
    rows.add(row(millis, "twice the documents: 10 MB ÷ 5 MB", "analyse", "analyseHalf", "≤ 2.1"));
    rows.add(
        row(
            millis,
            "a keystroke in 2,000 documents ÷ analysing them",
            "keystroke",
            "analyseMany",
            "one document's work"));
    Heap heap = Heap.measure();
    rows.add(
        new Row(
            "MB of strings held after analysing ÷ the text by itself",
            heap.characters(),
            heap.text(),
            "< 2"));
    rows.add(
        new Row("MB of everything held ÷ the text by itself", heap.everything(), heap.text(), ""));
    rows.addAll(ReviewBench.measure());
    rows.addAll(PlatformBench.measure());
    rows.addAll(new Processes(folder).measure());
    String table = table(rows);
    System.out.print(table);
    Files.writeString(Path.of(args[0]), table);
  }

  private static Row row(
      Map<String, Double> millis, String what, String time, String by, String wanted) {
    return new Row(
        what, millis.getOrDefault(time, Double.NaN), millis.getOrDefault(by, Double.NaN), wanted);
  }

  private static Map<String, Double> engine() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(EngineBench.class.getName() + "\\..*")
        .forks(1)
        .jvmArgsAppend(
            "-Xmx3g",
            "-D%s=%s".formatted(BenchText.MANIFEST, System.getProperty(BenchText.MANIFEST, "")))
        .warmupIterations(WARM_UPS)
        .warmupTime(TimeValue.seconds(SECONDS))
        .measurementIterations(ITERATIONS)
        .measurementTime(TimeValue.seconds(SECONDS));
    Map<String, Double> millis = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      String name = result.getParams().getBenchmark();
      millis.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
    }
    return millis;
  }

  private static String table(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # How fast it is

        Written by `mvn -q -Pbench -DskipTests verify`, which packages the application, measures, and writes this page. Only the ratios mean
        anything: both sides of each were measured in the same run, commands in turn, the middle of several runs. Times are in milliseconds.
        Rows of memory name the most that a process takes, in MB, with the settings of the package.

        """);
    out.append(
        "Measured on %s, with %d processors, Java %s on %s, %s.%n%n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    out.append("| what ÷ by what | what | by what | ratio | wanted |\n|---|---:|---:|---:|---|\n");
    rows.forEach(row -> out.append(row.markdown()));
    out.append(
        """

        `-Dbench.manifest=FILE` measures a manifest of yours instead of the one that is made. `-Dbench.peer="COMMAND"` times another program
        beside ours, with the file as its last word; `-Dbench.peer.manifest=FILE` gives it a file of its own, where it cannot read the first.

        An AOT cache is trained by one run, `java -XX:AOTCacheOutput=zonewright.aot -jar zonewright.jar review --format json FILE`, and used with
        `java -XX:AOTCache=zonewright.aot -jar zonewright.jar …`.
        """);
    return out.toString();
  }
}
