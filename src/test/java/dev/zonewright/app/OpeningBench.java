package dev.zonewright.app;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.status.StatusModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens one manifest of 10 MB and a folder of 5,000 files in the real window, twice each, and
 * prints how soon findings are there, how long the thread of the window was kept from its work at
 * most, how much time of the processor it took for itself at most in such a wait, how soon Cancel
 * works, and what is left in memory once all files are closed. The baseline of each row is the same
 * text, parsed and analysed without a window in the same run.
 */
public final class OpeningBench {
  private static final int SIZE = 10_000_000;
  private static final int FILES = 5_000;
  private static final Duration REST = Duration.millis(600);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGA = 1e6;

  private OpeningBench() {}

  /** Runs the bench. */
  public static void main(String[] args) {
    Application.launch(Tool.class, args);
  }

  /** Apart from the main class, which must be none of JavaFX's own kind. */
  public static final class Tool extends Application {
    @Override
    public void start(Stage stage) throws IOException {
      Path folder = Files.createTempDirectory("opening");
      Path one = folder.resolve("one.yaml");
      StringBuilder text = new StringBuilder();
      for (int i = 0; text.length() < SIZE; i++) {
        text.append(OpeningTexts.of(i));
      }
      Files.writeString(one, text);
      Path many = Files.createDirectory(folder.resolve("many"));
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        Path file = many.resolve(i + ".yaml");
        files.add(Files.writeString(file, OpeningTexts.of(i)));
      }
      ShellModel model = Window.show(stage, BackgroundRunner.live());
      WindowWatch heart = new WindowWatch();
      after(
          Duration.seconds(2),
          () -> {
            heart.reset();
            AtomicReference<@Nullable Rehearsal> rehearsal = new AtomicReference<>();
            Runnable rehearsed =
                () -> {
                  System.out.printf(
                      "rehearsed: %s%n", Objects.requireNonNull(rehearsal.get()).filled());
                  System.out.printf(
                      "longest wait while the empty window rehearsed: %.0f ms, %.0f its thread%n%s",
                      heart.longestMillis(), heart.mostBusyMillis(), heart.longestWaits());
                  after(Duration.seconds(1), () -> play(model, heart, one, many, files));
                };
            rehearsal.set(Rehearsal.begin(model.themeProperty().get(), () -> true, rehearsed));
          });
    }

    // the engine by itself comes after the rehearsal, as an opening does: what the compiler takes
    // back because of the rehearsal is compiled again by then
    private static void play(
        ShellModel model, WindowWatch heart, Path one, Path many, List<Path> files) {
      double engineOne = engine(List.of(one));
      Map<String, Long> times = ThreadTimes.now();
      double engineMany = engine(files);
      String spent = ThreadTimes.between(times, ThreadTimes.now());
      double before = heap();
      System.out.printf("engine: %.0f ms, %.0f ms (3 × %s)%n", engineOne, engineMany, spent);
      System.out.printf("held by the empty window: %.0f MB%n", before);
      System.out.printf(
          "%-12s %10s %10s %10s %12s %12s %12s %10s%n",
          "opened",
          "first ms",
          "all ms",
          "÷ engine",
          "longest wait",
          "its thread",
          "cancel ms",
          "left MB");
      Deque<Runnable> rounds = new ArrayDeque<>();
      Runnable next = () -> rounds.remove().run();
      for (int i = 0; i < Integer.getInteger("opening.rounds", 2); i++) {
        rounds.add(() -> new Round(model, heart, "10 MB", one, engineOne, before, next).open());
        rounds.add(
            () -> new Round(model, heart, FILES + " files", many, engineMany, before, next).open());
      }
      rounds.add(Platform::exit);
      after(Duration.seconds(1), next);
    }
  }

  /** Parses and analyses without a window; milliseconds of the third run. */
  private static double engine(List<Path> files) {
    double millis = 0;
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      List<Manifest> manifests = new ArrayList<>();
      for (Path file : files) {
        manifests.add(Manifest.of(file.toString(), read(file)));
      }
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(manifests);
      millis = millisSince(start);
    }
    return millis;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One opening, from the click to the printed row. */
  private static final class Round {
    private final ShellModel model;
    private final WindowWatch heart;
    private final String name;
    private final Path path;
    private final double engine;
    private final double before;
    private final Runnable done;
    private long start;
    private Map<String, Long> times = Map.of();
    private double first;
    private double all;

    Round(
        ShellModel model,
        WindowWatch heart,
        String name,
        Path path,
        double engine,
        double before,
        Runnable done) {
      this.model = model;
      this.heart = heart;
      this.name = name;
      this.path = path;
      this.engine = engine;
      this.before = before;
      this.done = done;
    }

    void open() {
      heart.reset();
      times = ThreadTimes.now();
      start = System.nanoTime();
      ChangeListener<Object> noting =
          (_, _, _) -> {
            if (first == 0 && !model.analysisProperty().get().findings().isEmpty()) {
              first = millisSince(start);
            }
            all = millisSince(start);
          };
      model.analysisProperty().addListener(noting);
      model.open(List.of(path));
      whenQuiet(() -> {
        model.analysisProperty().removeListener(noting);
        double longest = heart.longestMillis();
        double busy = heart.mostBusyMillis();
        String late =
            "  time of the processor, ms: %s%n%s"
                .formatted(ThreadTimes.between(times, ThreadTimes.now()), heart.longestWaits());
        model.files().closeAll();
        after(
            Duration.seconds(2),
            () -> {
              double left = heap() - before;
              cancel(longest, busy, left, late);
            });
      });
    }

    private void cancel(double longest, double busy, double left, String late) {
      long[] asked = new long[1];
      double[] took = {0};
      ChangeListener<StatusModel.Work> stopped =
          (_, _, now) -> {
            if (asked[0] != 0 && took[0] == 0 && now != StatusModel.Work.OPENING) {
              took[0] = millisSince(asked[0]);
            }
          };
      model.status().workProperty().addListener(stopped);
      model.open(List.of(path));
      after(
          Duration.millis(20),
          () -> {
            boolean opening = model.status().workProperty().get() == StatusModel.Work.OPENING;
            asked[0] = System.nanoTime();
            model.files().cancelOpening();
            whenQuiet(() -> {
              model.status().workProperty().removeListener(stopped);
              System.out.printf(
                  "%-12s %10.0f %10.0f %10.2f %12.0f %12.0f %12s %10.1f%n",
                  name,
                  first,
                  all,
                  all / engine,
                  longest,
                  busy,
                  opening ? "%.0f".formatted(took[0]) : "was done",
                  left);
              System.out.print(late);
              model.files().closeAll();
              after(Duration.seconds(1), done);
            });
          });
    }

    private void whenQuiet(Runnable then) {
      after(
          Duration.seconds(2),
          () -> {
            // between reading and analysing there is a rest, which is shorter than this
            if (isBusy()) {
              whenQuiet(then);
            } else {
              after(
                  REST,
                  () -> {
                    if (isBusy()) {
                      whenQuiet(then);
                    } else {
                      then.run();
                    }
                  });
            }
          });
    }

    private boolean isBusy() {
      StatusModel.Work work = model.status().workProperty().get();
      return work == StatusModel.Work.OPENING || work == StatusModel.Work.BUSY;
    }
  }

  /** What the heap holds after collecting, in MB. */
  private static double heap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEGA;
  }

  private static void after(Duration wait, Runnable then) {
    PauseTransition pause = new PauseTransition(wait);
    pause.setOnFinished(_ -> then.run());
    pause.play();
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / NANOS_PER_MILLI;
  }
}
