package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Unreadable;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets files stream in, and takes them up on the UI thread as they come. */
final class Opening {
  private final BackgroundRunner runner;
  private final ManifestStore store;
  private final StatusModel status;
  private AtomicBoolean cancelled = new AtomicBoolean();

  Opening(BackgroundRunner runner, ManifestStore store, StatusModel status) {
    this.runner = runner;
    this.store = store;
    this.status = status;
  }

  /**
   * Reads files in the background; every call-back comes on the UI thread.
   *
   * @param done told how many files there were, of which a cancelled run knows only some
   */
  void open(
      List<Path> paths,
      Consumer<OpenedFile> opened,
      Consumer<Unreadable> refused,
      Consumer<Outcome> done) {
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    Count count = new Count();
    status.opening(0, 0);
    OpenListener listener =
        new OpenListener() {
          @Override
          public void opened(OpenedFile file) {
            runner.ui(() -> {
              count.opened++;
              opened.accept(file);
            });
          }

          @Override
          public void unreadable(Unreadable file) {
            runner.ui(() -> {
              count.refused++;
              refused.accept(file);
            });
          }

          @Override
          public void progress(int done, int found) {
            runner.ui(() -> status.opening(done, found));
          }
        };
    runner.io(
        () -> {
          store.open(paths, listener, stop::get);
          return stop.get();
        },
        wasStopped -> {
          status.opened();
          done.accept(new Outcome(count.opened, count.refused, wasStopped));
        });
  }

  /** Stops the opening that is under way; what was read stays. */
  void cancel() {
    cancelled.set(true);
  }

  /** What came of opening. */
  record Outcome(int opened, int refused, boolean cancelled) {}

  private static final class Count {
    private int opened;
    private int refused;
  }
}
