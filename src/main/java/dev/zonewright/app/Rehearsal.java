package dev.zonewright.app;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.shell.ShellView;
import dev.zonewright.workspace.ManifestStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Does once, out of sight, what the first file of a process would otherwise pay for at one go:
 * classes are loaded, styles are read, fonts are measured. One small step a frame, so that the
 * window, which has nothing open yet, answers all the while. Leaves nothing behind.
 */
final class Rehearsal {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final List<String> PANELS =
      List.of("#tree-panel", "#findings-panel", "#risk-panel", "#help-panel", "#editor-panel");
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: tenant-a   # a tenant
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: tenant-a}
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: "registry.example/web:1.0"
            command: ['run', --fast]
            securityContext:
              privileged: true
              runAsUser: 0
      """;

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final ExecutorService engine;
  private final Runnable done;
  private @Nullable ShellModel model;
  private @Nullable Parent root;
  private boolean analysed;

  private Rehearsal(Runnable done) {
    this.done = done;
    engine =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("zonewright-rehearsal").factory());
  }

  /**
   * Begins; to be called on the thread of the window, and returns at once.
   *
   * @param done runs on the thread of the window when all steps are done
   */
  static void begin(Theme theme, Runnable done) {
    Rehearsal rehearsal = new Rehearsal(done);
    rehearsal.engine.execute(() -> {
      try {
        loadArea();
      } finally {
        rehearsal.soon(() -> rehearsal.build(theme));
        rehearsal.soon(() -> rehearsal.model().files().paste(TEXT));
      }
    });
    rehearsal.play();
  }

  /**
   * The library of the editor has hundreds of classes, which come with its first area. One that is
   * in no window may be made beside the thread of the window.
   */
  private static void loadArea() {
    new CodeArea().replaceText(TEXT);
  }

  private void play() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        Runnable step = next();
        if (step != null) {
          step.run();
        } else if (analysed) {
          stop();
          end();
        }
      }
    }.start();
  }

  /** Steps come from the engine's thread too. */
  private synchronized void soon(Runnable step) {
    steps.add(step);
  }

  private synchronized @Nullable Runnable next() {
    return steps.poll();
  }

  private void build(Theme theme) {
    BackgroundRunner runner =
        new BackgroundRunner(
            engine,
            engine,
            this::soon,
            (_, task) -> {
              task.run();
              return () -> {};
            });
    Profile profile = Profile.EDERA_REFERENCE;
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), profile);
    ShellModel played = new ShellModel(runner, new ManifestStore(), analyzer, profile);
    ShellView view = new ShellView(played, runner, Optional.empty());
    Themes.wear(new Scene(view.root(), WIDTH, HEIGHT), new ReadOnlyObjectWrapper<>(theme));
    played
        .analysisProperty()
        .addListener((_, _, now) -> {
          if (!analysed && !now.findings().isEmpty()) {
            analysed = true;
            PANELS.forEach(panel -> soon(() -> dress(panel)));
            soon(() -> view.root().layout());
          }
        });
    model = played;
    root = view.root();
  }

  private void dress(String panel) {
    if (root != null && root.lookup(panel) instanceof Region region) {
      region.resize(WIDTH, HEIGHT);
      region.applyCss();
      region.layout();
    }
  }

  private void end() {
    engine.shutdown();
    model = null;
    root = null;
    done.run();
  }

  private ShellModel model() {
    if (model == null) {
      throw new IllegalStateException("the steps are in disorder");
    }
    return model;
  }
}
