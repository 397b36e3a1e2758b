package dev.zonewright.app;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.report.Version;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.status.StatusModel;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Whether the window of this installation works: shows it where nobody sees it, reviews the sample
 * in it, and says so. Reads and keeps no settings.
 */
final class Smoke {
  static final String OPTION = "--smoke";

  /** Ends as soon as the window is painted, for those who measure how long that takes. */
  private static final String PAINTED = "--until-painted";

  private static final long PATIENCE_SECONDS = 60;
  private static final int FRAMES = 2;
  private static final AtomicReference<String> OUTCOME = new AtomicReference<>("");
  private static final CountDownLatch DONE = new CountDownLatch(1);

  private Smoke() {}

  /**
   * Runs the check.
   *
   * @return the exit code: 0 when the window was shown and the sample has been reviewed
   */
  static int run(List<String> arguments, PrintStream out) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    Optional<Path> sample = Samples.find();
    if (sample.isEmpty()) {
      out.println("smoke: the sample is not beside the program");
      return 1;
    }
    Thread window =
        Thread.ofPlatform()
            .daemon()
            .start(() -> Application.launch(Face.class, arguments.toArray(String[]::new)));
    try {
      if (!DONE.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        out.println("smoke: the window did not come up within " + PATIENCE_SECONDS + " seconds");
        return 1;
      }
      // or the end of the program takes the painter from a window that is about to paint
      Platform.exit();
      window.join(Duration.ofSeconds(PATIENCE_SECONDS));
    } catch (InterruptedException _) {
      return 1;
    }
    String outcome = Objects.requireNonNull(OUTCOME.get());
    out.println("smoke: " + outcome);
    return outcome.startsWith("fail") ? 1 : 0;
  }

  private static void end(String outcome) {
    OUTCOME.set(outcome);
    DONE.countDown();
  }

  /** The window. */
  public static final class Face extends Application {
    @Override
    public void start(Stage stage) {
      Thread.setDefaultUncaughtExceptionHandler((_, failure) -> end("failed: " + failure));
      Window.begin(stage, BackgroundRunner.live(), Optional.empty(), model -> review(stage, model));
      if (getParameters().getRaw().contains(PAINTED)) {
        Frames.after(stage, FRAMES, () -> end("painted"));
      }
    }

    private static void review(Stage stage, ShellModel model) {
      model
          .status()
          .workProperty()
          .addListener((_, _, work) -> {
            // the first file is analysed before the others are read
            if (work == StatusModel.Work.DONE && isWhole(model.analysisProperty().get())) {
              Frames.after(stage, FRAMES, () -> end(report(model.analysisProperty().get())));
            }
          });
      Samples.find().ifPresent(sample -> Platform.runLater(() -> model.open(List.of(sample))));
    }

    private static boolean isWhole(Analysis analysis) {
      try (Stream<Path> files = Files.list(Samples.find().orElseThrow())) {
        return analysis.manifests().size() == files.count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String report(Analysis analysis) {
      int findings = analysis.findings().size();
      return (findings == 0 ? "failed: " : "")
          + "zonewright %s found %d findings in %d documents of the sample, in its window"
              .formatted(Version.current(), findings, analysis.coverage().documents());
    }
  }
}
