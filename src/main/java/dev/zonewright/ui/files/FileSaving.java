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
import java.util.function.BiConsumer;
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

    /** Whether a file is open, and has a text that is on no disk. */
    boolean isUnsaved(OpenFile file);

    /** Asks where a text is to be written; empty when the person declines. */
    Optional<Path> place(OpenFile file);

    /** The file was read again. */
    void reload(OpenedFile now);

    /** A text was written over that of others. */
    void written();

    /** A text was written to a place of its own. */
    void copied(OpenFile from, OpenedFile to);

    /** A text goes on under another name. */
    void renamed(OpenFile from, OpenedFile to);
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

  /** Writes a text to a place that the person chooses, where it goes on. */
  void saveAs(OpenFile file) {
    saveAs(file, updates::renamed, _ -> {});
  }

  /** Writes a text to a place that the person chooses too, and goes on where it is. */
  void saveCopy(OpenFile file) {
    saveAs(file, updates::copied, _ -> {});
  }

  private void next(List<OpenFile> left, boolean soFar, Consumer<Boolean> done) {
    if (left.isEmpty()) {
      done.accept(soFar);
      return;
    }
    OpenFile file = left.removeFirst();
    if (file.isUntitled()) {
      saveAs(file, updates::renamed, written -> next(left, written && soFar, done));
      return;
    }
    OpenedFile from = file.onDisk();
    String text = file.text();
    runner.io(
        () -> store.save(from, text),
        outcome -> next(left, took(file, text, outcome) && soFar, done));
  }

  private void saveAs(
      OpenFile file, BiConsumer<OpenFile, OpenedFile> then, Consumer<Boolean> done) {
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
            case SaveOutcome.Saved(OpenedFile now) -> then.accept(file, now);
            case SaveOutcome.Failed(String what, String cure) -> failed(file, what, cure);
            case SaveOutcome.ChangedOnDisk(String what) -> failed(file, what, "Try again.");
          }
          done.accept(outcome instanceof SaveOutcome.Saved);
        });
  }

  private boolean took(OpenFile file, String text, SaveOutcome outcome) {
    switch (outcome) {
      case SaveOutcome.Saved(OpenedFile now) -> file.saved(now, file.text().equals(text));
      case SaveOutcome.Failed(String what, String cure) -> failed(file, what, cure, copy(file));
      case SaveOutcome.ChangedOnDisk(String what) -> {
        Notice.Choice copy = copy(file);
        String words = "%s is not saved: %s.".formatted(file.shortName(), what);
        tell(
            file,
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

  // where a text cannot be saved in its own file, it goes on in the copy
  private Notice.Choice copy(OpenFile file) {
    return new Notice.Choice("Save a copy…", () -> saveAs(file));
  }

  private void failed(OpenFile file, String what, String cure, Notice.Choice... choices) {
    tell(
        file,
        Notice.warning("%s is not saved: %s. %s".formatted(file.shortName(), what, cure), choices));
  }

  /** What is told of a file that is not saved holds until it is, or is closed. */
  private void tell(OpenFile file, Notice notice) {
    updates.tell(notice.about("saving " + file.name()).asLongAs(() -> updates.isUnsaved(file)));
  }

  private void over(OpenFile file, OpenedFile now) {
    file.saved(now, false);
    save(List.of(file), _ -> updates.written());
  }

  private void read(OpenFile file, Consumer<OpenedFile> then) {
    OpenedFile was = file.onDisk();
    runner.io(
        () -> disk.again(was),
        now -> {
          if (now.isPresent()) {
            then.accept(now.get());
          } else {
            tell(file, Notice.warning(file.shortName() + " cannot be read from disk just now."));
          }
        });
  }
}
