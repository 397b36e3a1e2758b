package dev.zonewright.ui.files;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.workspace.DiskCheck;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenedFile;
import dev.zonewright.workspace.SaveOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes files in the background, and never over what someone else wrote. */
final class FileSaving {
  private final BackgroundRunner runner;
  private final ManifestStore store;
  private final DiskCheck disk;
  private final Updates updates;

  /** What saving needs of the window. */
  interface Updates {
    void tell(Notice notice);

    /** Asks where a text is to be written; empty when the person declines. */
    Optional<Path> place(OpenFile file);

    /** The file was read again. */
    void reload(OpenedFile now);

    /** A text was written to a place of its own. */
    void moved(OpenFile from, OpenedFile to);
  }

  FileSaving(BackgroundRunner runner, ManifestStore store, DiskCheck disk, Updates updates) {
    this.runner = runner;
    this.store = store;
    this.disk = disk;
    this.updates = updates;
  }

  /**
   * Saves files one after another.
   *
   * @param done told whether every file was written
   */
  void save(List<OpenFile> files, Consumer<Boolean> done) {
    next(new ArrayList<>(files), true, done);
  }

  /** Writes a text to a place that the person chooses, and shows it there. */
  void saveAs(OpenFile file) {
    saveAs(file, _ -> {});
  }

  private void next(List<OpenFile> left, boolean soFar, Consumer<Boolean> done) {
    if (left.isEmpty()) {
      done.accept(soFar);
      return;
    }
    OpenFile file = left.removeFirst();
    if (file.isUntitled()) {
      saveAs(file, written -> next(left, written && soFar, done));
      return;
    }
    OpenedFile from = file.onDisk();
    String text = file.text();
    runner.io(
        () -> store.save(from, text),
        outcome -> next(left, took(file, text, outcome) && soFar, done));
  }

  private void saveAs(OpenFile file, Consumer<Boolean> done) {
    Optional<Path> place = updates.place(file);
    if (place.isEmpty()) {
      done.accept(false);
      return;
    }
    String text = file.text();
    runner.io(
        () -> store.saveAs(place.get(), file.onDisk().source().withText(text)),
        outcome -> {
          switch (outcome) {
            case SaveOutcome.Saved(OpenedFile now) -> updates.moved(file, now);
            case SaveOutcome.Failed(String what, String cure) -> failed(file, what, cure);
            case SaveOutcome.ChangedOnDisk(String what) -> failed(file, what, "Try again.");
          }
          done.accept(outcome instanceof SaveOutcome.Saved);
        });
  }

  private boolean took(OpenFile file, String text, SaveOutcome outcome) {
    switch (outcome) {
      case SaveOutcome.Saved(OpenedFile now) -> file.saved(now, file.text().equals(text));
      case SaveOutcome.Failed(String what, String cure) -> failed(file, what, cure);
      case SaveOutcome.ChangedOnDisk(String what) -> {
        Notice.Choice copy = new Notice.Choice("Save a copy…", () -> saveAs(file));
        String words = "%s is not saved: %s.".formatted(file.shortName(), what);
        updates.tell(
            disk.isThere(file.onDisk())
                ? Notice.warning(
                    words,
                    new Notice.Choice("Load from disk", () -> read(file, updates::reload)),
                    new Notice.Choice("Save over it", () -> read(file, now -> over(file, now))),
                    copy)
                : Notice.warning(words, copy));
      }
    }
    return outcome instanceof SaveOutcome.Saved;
  }

  private void failed(OpenFile file, String what, String cure) {
    updates.tell(Notice.warning("%s is not saved: %s. %s".formatted(file.shortName(), what, cure)));
  }

  private void over(OpenFile file, OpenedFile now) {
    file.saved(now, false);
    save(List.of(file), _ -> {});
  }

  private void read(OpenFile file, Consumer<OpenedFile> then) {
    OpenedFile was = file.onDisk();
    runner.io(
        () -> disk.again(was),
        now -> {
          if (now.isPresent()) {
            then.accept(now.get());
          } else {
            updates.tell(Notice.warning(file.shortName() + " cannot be read from disk just now."));
          }
        });
  }
}
