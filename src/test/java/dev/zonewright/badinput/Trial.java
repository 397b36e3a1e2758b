package dev.zonewright.badinput;

import com.sun.management.ThreadMXBean;
import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.FixRun;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What one text costs from reading to reports and fixes.
 *
 * @param nanos the least processor time of a review: reading, controls, risk, both reports
 * @param fixNanos the least processor time of making every fix there is
 * @param bytes what was allocated in the last run, by all threads
 * @param outcome what the review says became of it
 */
record Trial(long nanos, long fixNanos, long bytes, String outcome) {
  private static final int RUNS = 3;

  /** On the clock on the wall, which is all that it decides. */
  private static final int PATIENCE_SECONDS = 120;

  private static final int MOST_WORDS = 110;

  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Analysis review(String text) {
    Analysis analysis = ANALYZER.analyze(List.of(Manifest.of("tried.yaml", text)));
    ResidualRisk.of(analysis);
    JsonReview.write(analysis, OutputStream.nullOutputStream());
    TextReview.write(analysis, new PrintWriter(Writer.nullWriter()), Style.PLAIN);
    return analysis;
  }

  /** Makes every fix there is. */
  static FixRun fixed(Analysis analysis) {
    return fixed(analysis, () -> false);
  }

  private static FixRun fixed(Analysis analysis, BooleanSupplier cancelled) {
    return new Fixer(ANALYZER).fixAll(analysis, _ -> true, true, cancelled);
  }

  /** Reads, reviews and fixes a text several times; gives up on one that takes too long. */
  static Trial of(String raw, ExecutorService worker)
      throws InterruptedException, ExecutionException {
    if (!(Decoding.of(raw.getBytes(StandardCharsets.UTF_8))
        instanceof Decoding.Decoded(SourceText source))) {
      return new Trial(0, 0, 0, "refused: no text");
    }
    String text = source.text();
    long least = Long.MAX_VALUE;
    long leastFix = Long.MAX_VALUE;
    long bytes = 0;
    String outcome = "";
    AtomicBoolean givenUp = new AtomicBoolean();
    try {
      for (int run = 0; run < RUNS; run++) {
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        ProcessorTime reviewing = ProcessorTime.start();
        Analysis analysis = wait(worker, () -> review(text));
        long review = reviewing.nanos();
        outcome = outcome(analysis);
        ProcessorTime fixing = ProcessorTime.start();
        wait(worker, () -> fixed(analysis, givenUp::get));
        long fixes = fixing.nanos();
        least = Math.min(least, review);
        leastFix = Math.min(leastFix, fixes);
        bytes = THREADS.getTotalThreadAllocatedBytes() - allocated;
        if (review + fixes > TimeUnit.SECONDS.toNanos(3)) {
          break;
        }
      }
    } catch (TimeoutException _) {
      // it would take from those after it
      givenUp.set(true);
      long never = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      return new Trial(
          Math.min(least, never),
          Math.min(leastFix, never),
          bytes,
          (outcome.isEmpty() ? "" : outcome + "; ") + "**did not end in two minutes**");
    }
    return new Trial(least, leastFix, bytes, outcome);
  }

  private static <T> T wait(ExecutorService worker, Callable<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    return worker.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
