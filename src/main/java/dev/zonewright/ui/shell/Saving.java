package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Unreadable;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SaveOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes files in the background, and never over what someone else wrote. */
final class Saving {
  private final BackgroundRunner runner;
  private final ManifestStore store;
  private final Consumer<Notice> tell;
  private final Consumer<OpenedFile> reload;

  Saving(
      BackgroundRunner runner,
      ManifestStore store,
      Consumer<Notice> tell,
      Consumer<OpenedFile> reload) {
    this.runner = runner;
    this.store = store;
    this.tell = tell;
    this.reload = reload;
  }

  /**
   * Saves files one after another.
   *
   * @param done told whether every file was written
   */
  void save(List<OpenFile> files, Consumer<Boolean> done) {
    List<OpenFile> left = new ArrayList<>(files);
    next(left, true, done);
  }

  private void next(List<OpenFile> left, boolean soFar, Consumer<Boolean> done) {
    if (left.isEmpty()) {
      done.accept(soFar);
      return;
    }
    OpenFile file = left.removeFirst();
    OpenedFile from = file.onDisk();
    String text = file.text();
    runner.io(
        () -> store.save(from, text),
        outcome -> next(left, took(file, text, outcome) && soFar, done));
  }

  private boolean took(OpenFile file, String text, SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Saved(OpenedFile now) -> {
        file.saved(now, file.text().equals(text));
        yield true;
      }
      case SaveOutcome.Failed(String what, String cure) -> {
        tell.accept(
            Notice.warning("%s is not saved: %s. %s".formatted(file.shortName(), what, cure)));
        yield false;
      }
      case SaveOutcome.ChangedOnDisk(String what) -> {
        tell.accept(
            Notice.warning(
                "%s is not saved: %s.".formatted(file.shortName(), what),
                new Notice.Choice("Load from disk", () -> read(file, reload)),
                new Notice.Choice("Save over it", () -> read(file, now -> over(file, now)))));
        yield false;
      }
    };
  }

  private void over(OpenFile file, OpenedFile now) {
    file.saved(now, false);
    save(List.of(file), _ -> {});
  }

  private void read(OpenFile file, Consumer<OpenedFile> then) {
    Reader reader = new Reader();
    runner.io(
        () -> {
          store.open(List.of(file.onDisk().path()), reader, () -> false);
          return reader;
        },
        read -> {
          OpenedFile now = read.opened;
          if (now == null) {
            tell.accept(Notice.warning(file.shortName() + " cannot be read: " + read.trouble));
          } else {
            then.accept(
                new OpenedFile(file.onDisk().path(), file.name(), now.source(), now.stamp()));
          }
        });
  }

  private static final class Reader implements OpenListener {
    private @Nullable OpenedFile opened;
    private String trouble = "";

    @Override
    public void opened(OpenedFile file) {
      opened = file;
    }

    @Override
    public void unreadable(Unreadable file) {
      trouble = file.what() + ". " + file.cure();
    }
  }
}
