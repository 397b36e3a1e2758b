package dev.zonewright.ui.files;

import dev.zonewright.settings.Journal;
import dev.zonewright.settings.UnsavedText;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.status.StatusModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps unsaved texts where they outlive the process, shortly after each edit and in the
 * background, and drops them once they are saved.
 */
final class UnsavedCopies {
  /** The most that a crash can take of a text, while the disk keeps up. */
  private static final Duration DELAY = Duration.ofMillis(500);

  /** A disk that was full may have room again, though nobody types. */
  static final Duration UNTIL_AGAIN = Duration.ofSeconds(5);

  private final BackgroundRunner runner;
  private final Optional<Journal> journal;
  private final OpenFiles openFiles;
  private final StatusModel status;
  private final Consumer<Notice> tell;
  private final BackgroundRunner.Quiet soon;
  private final BackgroundRunner.Quiet later;
  private final Set<String> edited = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  // what waits for the texts to be on disk
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean writing;
  private boolean again;
  private boolean owed;
  private String told = "";

  UnsavedCopies(
      BackgroundRunner runner,
      Optional<Journal> journal,
      OpenFiles openFiles,
      StatusModel status,
      Consumer<Notice> tell) {
    this.runner = runner;
    this.journal = journal;
    this.openFiles = openFiles;
    this.status = status;
    this.tell = tell;
    this.soon = runner.quiet(DELAY, this::write);
    this.later = runner.quiet(UNTIL_AGAIN, this::write);
  }

  void edited(EditorModel editor) {
    edited.add(editor.file());
    soon.start();
  }

  /** Something was saved, or loaded anew. */
  void settled() {
    soon.start();
  }

  /** Keeps everything on this thread before it returns. */
  Kept flush() {
    if (journal.isEmpty()) {
      return new Kept(0, Optional.empty());
    }
    List<OpenFile> modified = openFiles.modified();
    Optional<String> trouble = keep(modified.stream().map(UnsavedCopies::text).toList());
    modified.forEach(file -> kept.add(file.name()));
    if (trouble.isPresent()) {
      owed = true;
      later.start();
    }
    return new Kept(modified.size(), trouble);
  }

  /** All are tried; why one could not be kept. */
  private Optional<String> keep(List<UnsavedText> texts) {
    List<String> troubles =
        texts.stream().flatMap(t -> journal.flatMap(j -> j.keep(t)).stream()).toList();
    return troubles.stream().findFirst();
  }

  /** Keeps everything in the background, and goes on once all of it is on disk. */
  void flushThen(Runnable then) {
    if (journal.isPresent()) {
      waiting.add(then);
      owed = true;
      write();
    }
  }

  /** The window closes as it should, and nothing is left to keep. */
  void end() {
    journal.ifPresent(Journal::end);
  }

  private void write() {
    if (journal.isEmpty()) {
      return;
    }
    if (writing) {
      again = true;
      return;
    }
    writing = true;
    List<OpenFile> modified = openFiles.modified();
    Set<String> unsaved = new HashSet<>();
    modified.forEach(file -> unsaved.add(file.name()));
    boolean all = owed;
    List<UnsavedText> texts =
        modified.stream()
            .filter(file -> all || edited.contains(file.name()) || !kept.contains(file.name()))
            .map(UnsavedCopies::text)
            .toList();
    List<String> gone = kept.stream().filter(name -> !unsaved.contains(name)).toList();
    List<Runnable> then = all ? List.copyOf(waiting) : List.of();
    owed = false;
    edited.clear();
    kept.clear();
    kept.addAll(unsaved);
    Journal to = journal.get();
    runner.io(
        () -> {
          gone.forEach(to::drop);
          return keep(texts);
        },
        trouble -> wrote(trouble, then));
  }

  private void wrote(Optional<String> trouble, List<Runnable> then) {
    writing = false;
    say(trouble);
    if (trouble.isPresent()) {
      // tried again with the next edit or save, and by itself
      owed = true;
      later.start();
    } else {
      waiting.removeAll(then);
      then.forEach(Runnable::run);
    }
    if (again) {
      again = false;
      soon.start();
    }
  }

  /** Trouble is told once, and stands at the foot of the window until it is over. */
  private void say(Optional<String> trouble) {
    String now = trouble.orElse("");
    if (!now.equals(told)) {
      boolean over = now.isEmpty();
      tell.accept(
          over
              ? Notice.info("Unsaved texts are kept again.")
              : Notice.warning(now).asLongAs(() -> told.equals(now)));
    }
    told = now;
    status.notKeptProperty().set(now);
  }

  private static UnsavedText text(OpenFile file) {
    String path = file.isUntitled() ? "" : file.onDisk().path().toAbsolutePath().toString();
    String stamp = file.isUntitled() ? "" : file.onDisk().stamp().hash();
    return new UnsavedText(file.name(), path, stamp, file.text());
  }
}
