package dev.zonewright.app;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.status.StatusModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Types into the real window, in texts of so many lines, and prints how long the thread of the
 * window works for each key, and how soon after a pause the findings are those of the new text.
 *
 * <p>Work of a key is what the thread computes from the key to the next one, layout and painting
 * included; its handling and its layout pass are printed as time on the wall beside it. Arguments:
 * the numbers of lines.
 */
public final class TypingBench {
  private static final Duration BETWEEN_KEYS = Duration.millis(70);
  private static final Duration PAUSE = Duration.millis(900);
  private static final int WARM_UP = 150;
  private static final int KEYS = 500;
  private static final int KEYS_PER_PAUSE = 25;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String OBJECT =
      """
      ---
      # object %1$d
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api-%1$d
        namespace: tenant-%2$d
        labels: {app: "api", part-of: 'shop'}
      spec:
        replicas: 3
        template:
          spec:
            containers:
              - name: api
                image: registry.example/api:4.2   # pinned
                args: ["--listen", ":8080"]
                securityContext:
                  privileged: true
                  runAsUser: 1000
                resources:
                  limits:
                    memory: 256Mi
            volumes:
              - name: data
                emptyDir: {}
      """;
  private static final String TYPED = "app: [x]\n# note\nlimit: \"a b\"\n";

  private TypingBench() {}

  /** Runs the bench. */
  public static void main(String[] args) {
    Application.launch(Tool.class, args);
  }

  /** Apart from the main class, which must be none of JavaFX's own kind. */
  public static final class Tool extends Application {
    @Override
    public void start(Stage stage) throws IOException {
      ShellModel model = Window.show(stage, BackgroundRunner.live());
      Deque<Integer> sizes = new ArrayDeque<>();
      getParameters().getRaw().forEach(size -> sizes.add(Integer.valueOf(size)));
      Path folder = Files.createTempDirectory("typing");
      System.out.println("window-thread work per key, in ms (p50 / p99 / max)");
      System.out.printf(
          "%8s %9s %-7s %-22s %-22s %-22s %s%n",
          "lines", "findings", "key", "work", "handling", "layout", "findings after a pause");
      next(stage, model, folder, sizes);
    }

    private static void next(Stage stage, ShellModel model, Path folder, Deque<Integer> sizes) {
      Integer lines = sizes.poll();
      if (lines == null) {
        Platform.exit();
        return;
      }
      new Round(stage, model, () -> next(stage, model, folder, sizes)).open(folder, lines);
    }
  }

  /** What one kind of key cost, in ms. */
  private static final class Times {
    private final String key;
    private final List<Double> work = new ArrayList<>();
    private final List<Double> handling = new ArrayList<>();
    private final List<Double> layout = new ArrayList<>();

    Times(String key) {
      this.key = key;
    }

    void add(double worked, double handled, double laidOut) {
      work.add(worked);
      handling.add(handled);
      layout.add(laidOut);
    }
  }

  private static String row(List<Double> millis) {
    if (millis.isEmpty()) {
      return "none";
    }
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return "%.1f / %.1f / %.1f"
        .formatted(
            sorted.get(sorted.size() / 2),
            sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
            sorted.getLast());
  }

  /** One text, from opening to the printed row. */
  private static final class Round {
    private final Stage stage;
    private final ShellModel model;
    private final Runnable done;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Times letters = new Times("letter");
    private final Times newLines = new Times("Enter");
    private final List<Double> late = new ArrayList<>();
    private int lines;
    private int key;
    private long paused;
    private long begun;
    private long layoutStart;
    private double layoutOfKey;

    Round(Stage stage, ShellModel model, Runnable done) {
      this.stage = stage;
      this.model = model;
      this.done = done;
    }

    void open(Path folder, int wanted) {
      StringBuilder text = new StringBuilder();
      int perObject = (int) OBJECT.lines().count();
      for (int i = 0; i < wanted / perObject; i++) {
        text.append(OBJECT.formatted(i, i % 5));
      }
      lines = wanted / perObject * perObject;
      Path file = folder.resolve(wanted + ".yaml");
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      model.open(List.of(file));
      stage.getScene().addPreLayoutPulseListener(() -> layoutStart = System.nanoTime());
      stage.getScene().addPostLayoutPulseListener(() -> layoutOfKey += millisSince(layoutStart));
      model
          .analysisProperty()
          .addListener((_, _, _) -> {
            if (paused != 0 && begun != 0) {
              late.add(millisSince(begun));
              paused = 0;
            }
          });
      model
          .status()
          .workProperty()
          .addListener((_, _, now) -> {
            if (paused != 0 && now == StatusModel.Work.BUSY) {
              begun = System.nanoTime();
            }
          });
      after(Duration.seconds(4), this::start);
    }

    private void start() {
      stage.getScene().lookup("#editor-text").requestFocus();
      String text = model.tabs().activeProperty().get().text();
      int middle = text.indexOf("replicas: 3\n", text.length() / 2) + "replicas: 3\n".length();
      model
          .tabs()
          .activeProperty()
          .get()
          .editor()
          .reveal(dev.zonewright.text.TextRange.at(middle - 1));
      after(PAUSE, () -> type(threads.getThreadCpuTime(Thread.currentThread().threadId())));
    }

    private void type(long cpuBefore) {
      if (key == WARM_UP + KEYS) {
        print();
        done.run();
        return;
      }
      layoutOfKey = 0;
      long start = System.nanoTime();
      press(TYPED.charAt(key % TYPED.length()));
      double handled = millisSince(start);
      boolean pause = key % KEYS_PER_PAUSE == KEYS_PER_PAUSE - 1;
      if (pause) {
        paused = System.nanoTime();
        begun = 0;
      }
      after(
          pause ? PAUSE : BETWEEN_KEYS,
          () -> {
            long cpu = threads.getThreadCpuTime(Thread.currentThread().threadId());
            if (key >= WARM_UP && !pause) {
              boolean enter = TYPED.charAt(key % TYPED.length()) == '\n';
              (enter ? newLines : letters)
                  .add((cpu - cpuBefore) / NANOS_PER_MILLI, handled, layoutOfKey);
            }
            key++;
            type(threads.getThreadCpuTime(Thread.currentThread().threadId()));
          });
    }

    private void press(char c) {
      Node focus = stage.getScene().getFocusOwner();
      String typed = c == '\n' ? "\r" : String.valueOf(c);
      KeyCode code = c == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
      Event.fireEvent(
          focus, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
      Event.fireEvent(
          focus,
          new KeyEvent(
              KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private void print() {
      int findings = model.analysisProperty().get().findings().size();
      for (Times times : List.of(letters, newLines)) {
        System.out.printf(
            "%,8d %,9d %-7s %-22s %-22s %-22s %s%n",
            lines,
            findings,
            times.key,
            row(times.work),
            row(times.handling),
            row(times.layout),
            row(late));
      }
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
}
