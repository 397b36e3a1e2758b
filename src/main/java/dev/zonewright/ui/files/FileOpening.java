package dev.zonewright.ui.files;

import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.Unreadable;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.ReviewLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets files stream in, and takes them up on the UI thread as they come. */
final class FileOpening {
  private static final int AT_ONCE = 100;

  private final BackgroundRunner runner;
  private final ManifestStore store;
  private final StatusModel status;

  /** One for each opening that is under way: a second may begin before the first ends. */
  private final List<AtomicBoolean> running = new ArrayList<>();

  // the window says that files are being read a moment before they are
  private boolean stoppedEarly;

  FileOpening(BackgroundRunner runner, ManifestStore store, StatusModel status) {
    this.runner = runner;
    this.store = store;
    this.status = status;
  }

  /**
   * Reads files in the background; every call-back comes on the UI thread.
   *
   * @param opened told of files as they come, of many at once where they come quickly
   * @param done told how many files there were, of which a cancelled run knows only some
   */
  void open(
      List<Path> paths,
      Consumer<List<OpenedFile>> opened,
      Consumer<Unreadable> refused,
      Consumer<Outcome> done) {
    AtomicBoolean stop = new AtomicBoolean(stoppedEarly);
    stoppedEarly = false;
    running.add(stop);
    status.reading(paths);
    Arrivals arrivals = new Arrivals(opened, refused);
    runner.io(
        () -> {
          store.open(withReview(paths), arrivals, stop::get);
          return stop.get();
        },
        wasStopped ->
            arrivals.takeRest(() -> {
              running.remove(stop);
              status.opened();
              done.accept(new Outcome(arrivals.opened, arrivals.refused, wasStopped));
            }));
  }

  /** The review file of what is opened comes along, also from a folder above. */
  private static List<Path> withReview(List<Path> paths) {
    List<Path> out = new ArrayList<>(paths);
    List<Path> opened = paths.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    for (Path review : ReviewLookup.near(paths, ReviewFile.NAME)) {
      if (opened.stream().noneMatch(review::startsWith)) {
        out.add(review);
      }
    }
    return out;
  }

  /** Stops what is under way; what was read stays. */
  void cancel() {
    boolean announced = status.workProperty().get() == StatusModel.Work.OPENING;
    stoppedEarly = announced && running.isEmpty();
    running.forEach(stop -> stop.set(true));
  }

  /** What came of opening. */
  record Outcome(int opened, int refused, boolean cancelled) {}

  /** What was read and is not taken up yet. The window takes some, and breathes in between. */
  private final class Arrivals implements OpenListener {
    private final Consumer<List<OpenedFile>> take;
    private final Consumer<Unreadable> refuse;
    private final Queue<OpenedFile> read = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile int filesDone;
    private volatile int filesInAll;
    // of a long file that is being read
    private volatile long bytesRead;
    private volatile long bytesFound;
    private boolean ended;
    private int opened;
    private int refused;

    Arrivals(Consumer<List<OpenedFile>> take, Consumer<Unreadable> refuse) {
      this.take = take;
      this.refuse = refuse;
    }

    @Override
    public void opened(OpenedFile file) {
      read.add(file);
      ask();
    }

    @Override
    public void unreadable(Unreadable file) {
      runner.ui(() -> {
        refused++;
        refuse.accept(file);
      });
    }

    @Override
    public void progress(int done, int all) {
      filesDone = done;
      filesInAll = all;
      ask();
    }

    @Override
    public void within(long bytes, long all) {
      bytesRead = bytes;
      bytesFound = all;
      ask();
    }

    private void ask() {
      if (asked.compareAndSet(false, true)) {
        runner.ui(this::takeSome);
      }
    }

    private void takeSome() {
      asked.set(false);
      if (ended) {
        return;
      }
      if (filesDone == 0 && bytesFound > 0) {
        status.within(bytesRead, bytesFound);
      } else {
        status.opening(filesDone, filesInAll);
      }
      take(AT_ONCE);
      if (!read.isEmpty()) {
        ask();
      }
    }

    /** Takes what is left, which may be thousands of files, some at a time as before. */
    void takeRest(Runnable then) {
      ended = true;
      take(AT_ONCE);
      if (read.isEmpty()) {
        then.run();
      } else {
        runner.ui(() -> takeRest(then));
      }
    }

    private void take(int most) {
      List<OpenedFile> files = new ArrayList<>();
      while (files.size() < most && read.peek() != null) {
        files.add(read.remove());
      }
      if (!files.isEmpty()) {
        opened += files.size();
        take.accept(files);
      }
    }
  }
}
