package dev.zonewright.app;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.export.ReviewDocument;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.ShellModel;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Reviews some 20,000 findings of 200 tenants: how long the analysis takes, how much of that the
 * HTML report takes, and in the real window how soon the overview is painted and how long the
 * thread of the window was kept from its work at most. What is compared is time of the processor.
 */
public final class OverviewBench {
  private static final int TENANTS = 200;
  private static final int WORKLOADS = 12;
  private static final int RUNS = 3;
  private static final int BEAT_MILLIS = 4;
  private static final double NANOS_PER_MILLI = 1e6;

  private OverviewBench() {}

  private static String workload(int number, int tenant) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: api-%1$d, namespace: tenant-%2$d}
    spec:
      selector: {matchLabels: {app: api-%1$d}}
      template:
        metadata: {labels: {app: api-%1$d}}
        spec:
          containers: [{name: api, image: 'registry.example/api:4.2'}]
    """
        .formatted(number, tenant);
  }

  /** Runs the bench. */
  public static void main(String[] args) {
    Application.launch(Tool.class, args);
  }

  /** Apart from the main class, which must be none of JavaFX's own kind. */
  public static final class Tool extends Application {
    private final AtomicLong longest = new AtomicLong();

    @Override
    public void start(Stage stage) throws IOException {
      Path folder = Files.createTempDirectory("overview");
      List<Manifest> manifests = new ArrayList<>();
      for (int tenant = 0; tenant < TENANTS; tenant++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORKLOADS; i++) {
          text.append(workload(i, tenant));
        }
        Path file = Files.writeString(folder.resolve("tenant-%d.yaml".formatted(tenant)), text);
        manifests.add(Manifest.of(file.toString(), text.toString()));
      }
      double analysis = engine(manifests);
      ShellModel model = Window.show(stage, BackgroundRunner.live());
      Thread.ofPlatform().daemon().start(this::beat);
      model.open(List.of(folder));
      whenQuiet(model, 0, () -> overview(model, analysis));
    }

    private void overview(ShellModel model, double analysis) {
      System.out.printf("longest wait while it was opened: %.0f ms%n", millis(longest.get()));
      shown(
          model,
          "for the first time",
          analysis,
          () -> {
            model.review().perspectiveProperty().set(Perspective.MANIFESTS);
            PauseTransition pause = new PauseTransition(Duration.seconds(2));
            pause.setOnFinished(_ -> shown(model, "again", analysis, Platform::exit));
            pause.play();
          });
    }

    private void shown(ShellModel model, String when, double analysis, Runnable then) {
      longest.set(0);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long start = System.nanoTime();
      long busy = threads.getCurrentThreadCpuTime();
      model.review().perspectiveProperty().set(Perspective.REVIEW);
      model.review().open(ReviewPage.OVERVIEW);
      // the second pulse comes when the first was painted
      afterPulse(() ->
          afterPulse(() -> {
            double wall = millis(System.nanoTime() - start);
            double taken = millis(threads.getCurrentThreadCpuTime() - busy);
            System.out.printf(
                "overview %s: %.0f ms of the window's thread, %.2f times the analysis; painted"
                    + " after %.0f ms, longest wait %.0f ms%n",
                when, taken, taken / analysis, wall, millis(longest.get()));
            then.run();
          }));
    }

    private static double millis(long nanos) {
      return nanos / NANOS_PER_MILLI;
    }

    private static void afterPulse(Runnable then) {
      PauseTransition pause = new PauseTransition(Duration.millis(1));
      pause.setOnFinished(_ -> then.run());
      pause.play();
    }

    private static void whenQuiet(ShellModel model, int seen, Runnable then) {
      PauseTransition pause = new PauseTransition(Duration.seconds(3));
      pause.setOnFinished(_ -> {
        int now = model.analysisProperty().get().coverage().documents();
        if (now == seen && now > 0) {
          then.run();
        } else {
          whenQuiet(model, now, then);
        }
      });
      pause.play();
    }

    private void beat() {
      try {
        while (true) {
          long beat = System.nanoTime();
          CountDownLatch answered = new CountDownLatch(1);
          Platform.runLater(answered::countDown);
          answered.await();
          longest.accumulateAndGet(System.nanoTime() - beat, Math::max);
          Thread.sleep(BEAT_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Prints what engine and report take; milliseconds of the last analysis. */
  private static double engine(List<Manifest> manifests) {
    ReviewFile file = ReviewReader.read(Manifest.of(ReviewFile.NAME, ""));
    double millis = 0;
    for (int run = 0; run < RUNS; run++) {
      long busy = busy();
      List<Manifest> fresh =
          manifests.stream().map(m -> Manifest.of(m.file(), m.stream().text())).toList();
      Analysis analysis =
          new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(fresh);
      long analysed = busy() - busy;
      millis = analysed / NANOS_PER_MILLI;
      busy = busy();
      Reviewed reviewed =
          Reviewed.of(
              file,
              analysis,
              LocalDate.EPOCH,
              Known.of(ControlCatalogue.all(), ChecklistItem.ids()));
      ReviewDocument document =
          new ReviewDocument(
              reviewed.analysis(),
              LocalDate.EPOCH,
              ResidualRisk.of(reviewed.analysis()),
              Checklist.of(reviewed),
              Optional.of(file),
              reviewed.exceptions());
      ExportFormat.HTML.write(document, OutputStream.nullOutputStream());
      long written = busy() - busy;
      System.out.printf(
          "%,d findings: analysis %.0f ms of the processor, HTML %.0f ms, %.2f times%n",
          analysis.findings().size(),
          analysed / NANOS_PER_MILLI,
          written / NANOS_PER_MILLI,
          (double) written / analysed);
    }
    return millis;
  }

  private static long busy() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
