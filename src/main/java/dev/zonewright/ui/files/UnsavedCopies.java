package dev.zonewright.ui.files;

import dev.zonewright.settings.Journal;
import dev.zonewright.settings.UnsavedText;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.editor.model.EditorModel;
import java.time.Duration;
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

  private final BackgroundRunner runner;
  private final Optional<Journal> journal;
  private final OpenFiles openFiles;
  private final Consumer<Notice> tell;
  private final BackgroundRunner.Quiet soon;
  private final Set<String> edited = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  private boolean writing;
  private boolean again;
  private boolean owed;
  private String told = "";

  UnsavedCopies(
      BackgroundRunner runner,
      Optional<Journal> journal,
      OpenFiles openFiles,
      Consumer<Notice> tell) {
    this.runner = runner;
    this.journal = journal;
    this.openFiles = openFiles;
    this.tell = tell;
    this.soon = runner.quiet(DELAY, this::write);
  }

  void edited(EditorModel editor) {
    edited.add(editor.file());
    soon.start();
  }

  /** Something was saved, or loaded anew. */
  void settled() {
    soon.start();
  }

  /** Keeps everything on this thread before it returns; how many texts that were. */
  int flush() {
    List<OpenFile> modified = openFiles.modified();
    journal.ifPresent(j -> modified.forEach(file -> j.keep(text(file))));
    modified.forEach(file -> kept.add(file.name()));
    return journal.isPresent() ? modified.size() : 0;
  }

  /** Keeps everything in the background, and goes on once all of it is on disk. */
  void flushThen(Runnable then) {
    List<UnsavedText> texts = openFiles.modified().stream().map(UnsavedCopies::text).toList();
    texts.forEach(text -> kept.add(text.name()));
    journal.ifPresent(j ->
        runner.io(
            () -> {
              return texts.stream().map(j::keep).flatMap(Optional::stream).findFirst();
            },
            trouble -> {
              tellOnce(trouble);
              // the older copies stay until there is room for the new ones
              trouble.ifPresentOrElse(
                  _ -> {
                    owed = true;
                    soon.start();
                  },
                  then);
            }));
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
    List<UnsavedText> texts =
        modified.stream()
            .filter(file -> owed || edited.contains(file.name()) || !kept.contains(file.name()))
            .map(UnsavedCopies::text)
            .toList();
    List<String> gone = kept.stream().filter(name -> !unsaved.contains(name)).toList();
    edited.clear();
    kept.clear();
    kept.addAll(unsaved);
    Journal to = journal.get();
    runner.io(
        () -> {
          gone.forEach(to::drop);
          return texts.stream().map(to::keep).flatMap(Optional::stream).findFirst();
        },
        this::wrote);
  }

  private void wrote(Optional<String> trouble) {
    writing = false;
    tellOnce(trouble);
    // what is not on disk is tried again with the next edit or save
    owed = trouble.isPresent();
    if (again) {
      again = false;
      soon.start();
    }
  }

  private void tellOnce(Optional<String> trouble) {
    trouble
        .filter(why -> !why.equals(told))
        .ifPresent(why -> {
          told = why;
          tell.accept(Notice.warning(why));
        });
  }

  private static UnsavedText text(OpenFile file) {
    String path = file.isUntitled() ? "" : file.onDisk().path().toAbsolutePath().toString();
    String stamp = file.isUntitled() ? "" : file.onDisk().stamp().hash();
    return new UnsavedText(file.name(), path, stamp, file.text());
  }
}
