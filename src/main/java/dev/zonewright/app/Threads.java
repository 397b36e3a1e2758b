package dev.zonewright.app;

import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.workspace.FolderWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The threads that wait for something outside the window: another start, the disk, a mishap. */
final class Threads {
  // editors write a file in several steps
  private static final long SETTLE_MILLIS = 150;

  private Threads() {}

  /** Hands every failure that nobody caught, on whatever thread, to the window. */
  static void catchAll(Consumer<Throwable> unexpected) {
    Thread.setDefaultUncaughtExceptionHandler(
        (_, failure) -> Platform.runLater(() -> unexpected.accept(failure)));
  }

  /** Answers later starts: opens their files and brings the window to the front. */
  static void answer(Reception reception, Stage stage, ShellModel model) {
    reception.to(paths -> Platform.runLater(() -> welcome(stage, model, paths)));
  }

  /** Brings the window to the front, from wherever it is, and opens the files. */
  static void welcome(Stage stage, ShellModel model, List<Path> paths) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    model.open(paths);
  }

  /** Looks for files that others wrote: when the disk tells, and when the window gets the focus. */
  static void watchDisk(Stage stage, ShellModel model) {
    stage
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            model.files().diskChanges().check();
          }
        });
    try {
      FolderWatch watch = new FolderWatch();
      model.files().onOpened(watch::follow);
      start(
          "zonewright-disk",
          () -> {
            while (watch.await() && settled()) {
              Platform.runLater(model.files().diskChanges()::check);
            }
          });
    } catch (IOException _) {
      // the system watches no folders for us; the focus is enough
    }
  }

  private static boolean settled() {
    try {
      TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  static void start(String name, Runnable task) {
    Thread.ofPlatform().daemon().name(name).start(task);
  }
}
