package dev.zonewright.ui.files;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.text.WholeText;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What saving, loading and restoring do to the open files. */
final class OpenFileUpdates implements FileSaving.Updates, CrashRecovery.Updates {
  private final OpenFiles openFiles;
  private final Tabs tabs;
  private final Consumer<Notice> tell;
  private final Runnable changed;
  private UserDialogs dialogs = new UserDialogs.Absent();

  /**
   * A updates.
   *
   * @param changed runs after each change of what is open
   */
  OpenFileUpdates(OpenFiles openFiles, Tabs tabs, Consumer<Notice> tell, Runnable changed) {
    this.openFiles = openFiles;
    this.tabs = tabs;
    this.tell = tell;
    this.changed = changed;
  }

  void askThrough(UserDialogs person) {
    dialogs = person;
  }

  UserDialogs dialogs() {
    return dialogs;
  }

  @Override
  public void tell(Notice notice) {
    tell.accept(notice);
  }

  @Override
  public Optional<Path> place(OpenFile file) {
    // what has no place of its own is not offered the one that it came from
    return dialogs.saveAs(file.isUntitled() ? file.shortName() : file.name());
  }

  @Override
  public Optional<String> compare(Comparison comparison) {
    return dialogs.compare(comparison);
  }

  @Override
  public void reload(OpenedFile now) {
    take(now);
    changed.run();
  }

  /** Files were read again, of which there may be many. */
  void reloadAll(List<OpenedFile> now) {
    now.forEach(this::take);
    changed.run();
  }

  private void take(OpenedFile now) {
    openFiles
        .file(now.name())
        .ifPresent(file -> {
          boolean lost = file.isModified();
          openFiles.reload(file, now);
          if (lost) {
            tell.accept(
                Notice.info(file.shortName() + " was loaded from disk. Undo restores your text."));
          }
        });
  }

  /** Takes files out of the window. */
  void close(List<OpenFile> files) {
    files.forEach(tabs::close);
    files.forEach(openFiles::remove);
    changed.run();
  }

  @Override
  public void written() {
    changed.run();
  }

  @Override
  public boolean isUnsaved(OpenFile file) {
    return openFiles.has(file) && (file.isModified() || file.isUntitled());
  }

  /** The text keeps its tab, its caret and all that can be undone. */
  @Override
  public void renamed(OpenFile from, OpenedFile to) {
    String was = from.shortName();
    boolean another = !from.isUntitled() && !from.name().equals(to.name());
    if (openFiles.file(to.name()).filter(known -> !known.equals(from)).isPresent()) {
      show(to, from.editor().caretProperty().get());
      tabs.close(from);
      openFiles.remove(from);
    } else {
      openFiles.move(from, to);
      tabs.renamed(from);
    }
    tell.accept(
        Notice.info(
            another
                ? "Saved as %s. %s is no longer opened; on disk it is unchanged."
                    .formatted(to.name(), was)
                : "Saved as " + to.name() + "."));
    changed.run();
  }

  /**
   * The copy is not opened: all its objects would be there twice. One that was open already, and is
   * written over, is read again.
   */
  @Override
  public void copied(OpenFile from, OpenedFile to) {
    if (from.isUntitled() || from.name().equals(to.name())) {
      renamed(from, to);
      return;
    }
    take(to);
    tell.accept(
        Notice.info(
            "A copy is saved as %s. You go on in %s.".formatted(to.name(), from.shortName())));
    changed.run();
  }

  private void show(OpenedFile written, int caret) {
    OpenFile now = openFiles.put(written);
    tabs.bring(now);
    now.editor().reveal(TextRange.at(caret));
  }

  @Override
  public void showEdited(OpenedFile onDisk, String text) {
    OpenFile file = openFiles.put(onDisk);
    file.editor().apply(WholeText.edit(file.text(), text));
    tabs.show(file);
    changed.run();
  }

  /** A text comes in as an edit of an empty manifest: unsaved from the start. */
  @Override
  public void showUntitled(String name, String text) {
    OpenFile file = openFiles.putUntitled(name, "");
    file.editor().apply(WholeText.edit("", text));
    file.editor().reveal(TextRange.at(0));
    tabs.bring(file);
    changed.run();
  }

  /** A text comes in that can be had again, and so is nothing to save. */
  void showRendered(String name, String text) {
    tabs.bring(openFiles.putUntitled(name, text));
    changed.run();
  }

  /** Says how many files came in before opening was stopped. */
  void tellStopped(int files) {
    String came =
        files == 0
            ? "Opening was stopped; nothing was opened."
            : "Opening was stopped; "
                + Counts.say(files, "file", "files")
                + " came in before that.";
    tell.accept(Notice.info(came));
  }
}
