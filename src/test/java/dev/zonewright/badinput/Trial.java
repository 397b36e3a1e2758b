package dev.zonewright.badinput;

import com.sun.management.ThreadMXBean;
import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.JsonReview;
import dev.zonewright.report.Style;
import dev.zonewright.report.TextReview;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one text costs from reading to reports and fixes.
 *
 * @param nanos the least time of the runs, review and fix together
 * @param bytes what was allocated in the last run, by all threads
 * @param outcome what the review says became of it
 */
record Trial(long nanos, long bytes, String outcome) {
  private static final int RUNS = 3;
  private static final int PATIENCE_SECONDS = 60;
  private static final int MOST_WORDS = 110;

  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Trial of(String text, ExecutorService worker)
      throws InterruptedException, ExecutionException {
    long least = Long.MAX_VALUE;
    long bytes = 0;
    String outcome = "";
    for (int run = 0; run < RUNS; run++) {
      long allocated = THREADS.getTotalThreadAllocatedBytes();
      long start = System.nanoTime();
      var result = worker.submit(() -> once(text));
      try {
        outcome = result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException _) {
        return new Trial(System.nanoTime() - start, bytes, "**did not end in a minute**");
      }
      long took = System.nanoTime() - start;
      least = Math.min(least, took);
      bytes = THREADS.getTotalThreadAllocatedBytes() - allocated;
      if (took > TimeUnit.SECONDS.toNanos(5)) {
        break;
      }
    }
    return new Trial(least, bytes, outcome);
  }

  private static String once(String text) {
    return switch (Decoding.of(text.getBytes(StandardCharsets.UTF_8))) {
      case Decoding.Undecodable(int _, String what, String _) -> "refused: " + what;
      case Decoding.Decoded(SourceText source) -> review(source.text());
    };
  }

  private static String review(String text) {
    Analysis analysis = ANALYZER.analyze(List.of(Manifest.of("tried.yaml", text)));
    ResidualRisk.of(analysis);
    JsonReview.write(analysis, OutputStream.nullOutputStream());
    TextReview.write(analysis, new PrintWriter(Writer.nullWriter()), Style.PLAIN);
    new Fixer(ANALYZER).fixAll(analysis, _ -> true, true, () -> false);
    return outcome(analysis);
  }

  private static String outcome(Analysis analysis) {
    List<CoverageItem> failed =
        analysis.coverage().items().stream()
            .filter(i -> i.status() == CoverageItem.Status.FAILED)
            .toList();
    if (!failed.isEmpty()) {
      String reason = failed.getFirst().reason();
      String first = reason.length() > MOST_WORDS ? reason.substring(0, MOST_WORDS) + "…" : reason;
      return (failed.size() == 1
              ? "refused: "
              : "%,d refused, the first: ".formatted(failed.size()))
          + first;
    }
    String findings =
        "%,d finding%s"
            .formatted(analysis.findings().size(), analysis.findings().size() == 1 ? "" : "s");
    return (analysis.coverage().analysed() == 0 ? "read; no object to review, " : "analysed, ")
        + findings;
  }
}
