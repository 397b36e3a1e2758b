package dev.zonewright.app;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.EditorView;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.shell.ShellView;
import dev.zonewright.workspace.ManifestStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.Property;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Does out of sight what the first file of a process would otherwise pay for at one go: classes are
 * loaded, styles are read, fonts are measured, and what fills the window is compiled, for it is
 * done several times over. One small step a frame, so that the window, which has nothing open yet,
 * answers all the while; and no more of it once something is opened. Leaves nothing behind.
 */
final class Rehearsal {
  private static final double HEIGHT = 240;
  private static final double FIRST_HEIGHT = 60;
  private static final double MORE_HEIGHT = 20;
  private static final String ROWS = ".indexed-cell";
  private static final String LINES = ".paragraph-box";

  // what is called some thousand times is compiled well: fewer leave half of that to the first file
  private static final int ROUNDS = 20;
  private static final int MORE = 8;
  private static final List<String> PANELS =
      List.of("tree-panel", "findings-panel", "risk-panel", "editor-panel");

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final ExecutorService engine;
  private final BooleanSupplier wanted;
  private final Runnable done;
  private @Nullable ShellModel model;
  private final Map<String, Region> panels = new HashMap<>();
  private final Set<String> filled = new TreeSet<>();
  private int round;
  // whether this round's text was analysed, and is shown
  private boolean analysed;

  // nothing relies on who is first; it is about how soon the window answers
  @SuppressWarnings("ThreadPriorityCheck")
  private Rehearsal(BooleanSupplier wanted, Runnable done) {
    this.wanted = wanted;
    this.done = done;
    engine =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("zonewright-rehearsal")
                .factory());
  }

  /**
   * Begins; to be called on the thread of the window, and returns at once.
   *
   * @param wanted whether there is still something to rehearse for; asked before each step
   * @param done runs on the thread of the window when all steps are done
   */
  static Rehearsal begin(Theme theme, BooleanSupplier wanted, Runnable done) {
    Rehearsal rehearsal = new Rehearsal(wanted, done);
    rehearsal.engine.execute(() -> {
      try {
        loadEditor();
      } finally {
        rehearsal.soon(() -> rehearsal.build(theme));
      }
    });
    rehearsal.play();
    return rehearsal;
  }

  /** The panels in which rows or lines were made. */
  Set<String> filled() {
    return filled;
  }

  /**
   * The editor and its library have hundreds of classes, which come with the first of them. One
   * that is in no window may be made beside the thread of the window.
   */
  private static void loadEditor() {
    EditorModel model = new EditorModel("first.yaml");
    model.load(RehearsalText.of(0));
    new EditorView(model, new Idle()).close();
  }

  private void play() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        Runnable step = next();
        if (!wanted.getAsBoolean() || (step == null && analysed && round == ROUNDS)) {
          stop();
          end();
        } else if (step != null) {
          step.run();
        } else if (analysed) {
          act();
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
    played
        .analysisProperty()
        .addListener((_, _, now) -> {
          if (!analysed && !now.findings().isEmpty()) {
            analysed = true;
            // what shows the findings asks for steps of its own first
            soon(this::look);
          }
        });
    // after the view, which would ask the person
    played.askThrough(new Discarding());
    model = played;
    for (String id : PANELS) {
      soon(() -> Apart.take(view.root(), id, theme).ifPresent(panel -> panels.put(id, panel)));
      soon(() -> at(id, Region::applyCss));
      soon(() -> at(id, panel -> layOut(id, panel)));
    }
    soon(() -> frame(view.root(), theme));
    soon(this::act);
  }

  /** What is around the panels. */
  private void frame(Parent root, Theme theme) {
    Apart.dress(root, theme);
    soon(root::applyCss);
    soon(root::layout);
  }

  /** Opens a text, after whatever was open is closed. */
  private void act() {
    analysed = false;
    String text = RehearsalText.of(round == 0 ? 0 : MORE + round);
    round++;
    soon(() -> model().files().closeAll());
    soon(() -> model().files().paste(text));
  }

  /** Fills the panels with cells that were not there before, and has them painted. */
  private void look() {
    for (String id : PANELS) {
      soon(() -> at(id, this::renewCells));
      soon(() -> at(id, Region::applyCss));
      soon(() -> at(id, panel -> layOut(id, panel)));
      soon(() -> at(id, panel -> panel.snapshot(_ -> null, null, null)));
    }
  }

  private void at(String id, Consumer<Region> step) {
    Region panel = panels.get(id);
    if (panel != null) {
      step.accept(panel);
    }
  }

  /** A few rows at first, while everything is done for the first time. */
  private double height() {
    return Math.min(HEIGHT, FIRST_HEIGHT + round * MORE_HEIGHT);
  }

  private void renewCells(Region panel) {
    Apart.resize(panel, height());
    if (panel.lookup(".tree-view") instanceof TreeView<?> tree) {
      renew(tree.cellFactoryProperty());
    }
    if (panel.lookup(".table-view") instanceof TableView<?> table) {
      renew(table.rowFactoryProperty());
    }
  }

  private void layOut(String id, Region panel) {
    panel.getParent().layout();
    if (panel.lookup(ROWS) != null || panel.lookup(LINES) != null) {
      filled.add(id);
    }
  }

  /** Another factory, though it makes the same: all cells are made anew. */
  private static <C, R> void renew(Property<Callback<C, R>> factory) {
    Callback<C, R> same = factory.getValue();
    factory.setValue(of -> same.call(of));
  }

  private void end() {
    engine.shutdown();
    model = null;
    panels.clear();
    done.run();
  }

  /** Whoever asks an editor that nobody sees. */
  private static final class Idle implements EditorActions {
    @Override
    public void nextFinding() {}

    @Override
    public void previousFinding() {}

    @Override
    public void showFixes(LocatedFinding finding, Bounds key) {}

    @Override
    public void explain(LocatedFinding finding) {}

    @Override
    public void save() {}
  }

  /** Whoever closes what nobody wrote. */
  private static final class Discarding implements UserDialogs {
    @Override
    public Unsaved unsaved(List<String> files) {
      return Unsaved.DISCARD;
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel model) {
      return Optional.empty();
    }
  }

  private ShellModel model() {
    if (model == null) {
      throw new IllegalStateException("the steps are in disorder");
    }
    return model;
  }
}
