package dev.zonewright.ui.files;

import dev.zonewright.settings.Journal;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.preferences.Preferences;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.DiskCheck;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** How texts come into the window and out of it: opening, pasting, saving, loading, restoring. */
public final class FileCommands {
  private final OpenFiles openFiles = new OpenFiles(this::textChanged);
  private final Tabs tabs = new Tabs();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final UnsavedFiles unsaved = new UnsavedFiles();
  private final Preferences preferences;
  private final Consumer<Notice> tell;
  private final FileListener listener;
  private final OpenFileUpdates updates;
  private final FileOpening opening;
  private final ChartRendering charts;
  private final FileSaving saving;
  private final UnsavedCopies keeping;
  private final CrashRecovery restoring;
  private final DiskChanges diskChanges;
  private final BackgroundRunner runner;
  private Consumer<Path> onOpened = _ -> {};
  private int clearings;

  public FileCommands(
      BackgroundRunner runner,
      ManifestStore store,
      Optional<Path> settings,
      Preferences preferences,
      StatusModel status,
      Consumer<Notice> tell,
      FileListener listener) {
    this.runner = runner;
    this.preferences = preferences;
    this.tell = tell;
    this.listener = listener;
    Optional<Journal> journal = settings.map(Journal::new);
    DiskCheck disk = new DiskCheck(store);
    updates = new OpenFileUpdates(openFiles, tabs, tell, this::filesChanged);
    opening = new FileOpening(runner, store, status);
    charts = new ChartRendering(runner, updates::dialogs, tell, this::rendered);
    saving = new FileSaving(runner, store, disk, updates);
    keeping = new UnsavedCopies(runner, journal, openFiles, status, tell);
    restoring = new CrashRecovery(runner, journal, disk, keeping, updates);
    diskChanges = new DiskChanges(runner, disk, openFiles, updates, saving::saveAs);
  }

  public OpenFiles openFiles() {
    return openFiles;
  }

  public Tabs tabs() {
    return tabs;
  }

  /** Asks the person through these from now on. */
  public void askThrough(UserDialogs dialogs) {
    updates.askThrough(dialogs);
  }

  public UserDialogs dialogs() {
    return updates.dialogs();
  }

  /** The window is there: offers what an earlier one left behind. */
  public void started() {
    restoring.look();
  }

  /** The window is closed, and nothing is left to save. */
  public void ended() {
    keeping.end();
    preferences.flush();
  }

  /** Keeps all unsaved texts before it returns. */
  public Kept keepAll() {
    return keeping.flush();
  }

  /** Opens files and folders; the first files get a tab. A chart is offered to be rendered. */
  public void open(List<Path> paths) {
    if (!paths.isEmpty()) {
      charts.sort(
          paths, f -> openManifests(f, openFiles::put, () -> f.reversed().forEach(this::remember)));
    }
  }

  /** Opens copies, which saving asks a place for: these files are never written. */
  public void openCopies(List<Path> paths) {
    openManifests(paths, openFiles::putCopy, () -> {});
  }

  private void openManifests(
      List<Path> paths, Function<OpenedFile, OpenFile> put, Runnable remember) {
    Tabs.Batch batch = tabs.newBatch(paths);
    int since = clearings;
    openFiles.retry(paths);
    opening.open(
        paths,
        opened -> {
          if (since == clearings) {
            opened.forEach(file -> batch.offer(put.apply(file)));
            runner.small().execute(() -> opened.forEach(f -> onOpened.accept(f.path())));
            arrived();
          }
        },
        refused -> {
          if (since == clearings) {
            openFiles.refuse(refused);
            arrived();
          }
        },
        outcome -> {
          if (since != clearings) {
            return;
          }
          if (outcome.opened() > 0) {
            remember.run();
          }
          if (outcome.cancelled()) {
            updates.tellStopped(outcome.opened());
          }
          listener.complete();
        });
  }

  /** Calls back with the path of each file that is opened, away from the UI thread. */
  public void onOpened(Consumer<Path> listener) {
    onOpened = listener;
  }

  private void remember(Path path) {
    String full = path.toAbsolutePath().normalize().toString();
    preferences.change(s -> s.withOpened(full));
  }

  public void cancelOpening() {
    opening.cancel();
  }

  /** Lets Helm render a chart, and opens what comes of it. */
  public void openChart(Path chart) {
    charts.render(chart);
  }

  /** Looks for Helm in these folders, written as in PATH. */
  public void searchHelmIn(String path) {
    charts.searchHelmIn(path);
  }

  private void rendered(Path chart, String name, String text) {
    updates.showRendered(name, text);
    remember(chart);
    listener.rendered();
  }

  /** Shows a file, its caret where it was. */
  public void showFile(String name) {
    openFiles.file(name).ifPresent(tabs::show);
  }

  /** All files that are opened, by name. */
  public List<String> fileNames() {
    return openFiles.files().stream().map(OpenFile::name).toList();
  }

  /** Opens a text as a manifest that is not saved anywhere; nothing where it is blank. */
  public void paste(String text) {
    if (text.isBlank()) {
      tell.accept(Notice.info("The clipboard has no text to paste."));
    } else {
      updates.showUntitled("pasted.yaml", text.replace("\r\n", "\n").replace('\r', '\n'));
    }
  }

  /** What others have written of the open files. */
  public DiskChanges diskChanges() {
    return diskChanges;
  }

  private void filesChanged() {
    settled();
    arrived();
  }

  private void arrived() {
    empty.set(openFiles.isEmpty());
    listener.arrived();
  }

  private void textChanged(EditorModel editor) {
    listener.typed();
    keeping.edited(editor);
    unsaved.update(openFiles.modified());
  }

  private void settled() {
    unsaved.update(openFiles.modified());
    diskChanges.settle();
    keeping.settled();
  }

  /** Saves the file on show. */
  public void save() {
    OpenFile active = tabs.activeProperty().get();
    if (active != null && (active.isModified() || active.isUntitled())) {
      save(List.of(active), _ -> {});
    }
  }

  public void saveAll() {
    save(openFiles.modified(), _ -> {});
  }

  /** Writes the text on show to a place that the person chooses; goes on there, or with both. */
  public void saveElsewhere(boolean copy) {
    Optional.ofNullable(tabs.activeProperty().get())
        .ifPresent(copy ? saving::saveCopy : saving::saveAs);
  }

  private void save(List<OpenFile> files, Consumer<Boolean> done) {
    saving.save(
        files,
        all -> {
          settled();
          done.accept(all);
        });
  }

  /**
   * Closes the window, when the person does not want to stay with what is unsaved.
   *
   * @return whether it may close now; when not, {@code close} is called once everything is saved
   */
  public boolean mayClose(UserDialogs dialogs, Runnable close) {
    List<OpenFile> modified = openFiles.modified();
    if (modified.isEmpty()) {
      return true;
    }
    return switch (dialogs.unsaved(modified.stream().map(OpenFile::name).toList())) {
      case DISCARD -> true;
      case STAY -> false;
      case SAVE -> {
        save(
            modified,
            all -> {
              if (all) {
                close.run();
              }
            });
        yield false;
      }
    };
  }

  /** Takes all files out of the window, unless the person stays with what is unsaved. */
  public void closeAll() {
    opening.cancel();
    if (mayClose(updates.dialogs(), this::clear)) {
      clear();
    }
  }

  private void clear() {
    clearings++;
    tabs.closeAll();
    openFiles.clear();
    filesChanged();
    listener.cleared();
  }

  /** Whether nothing at all has been opened. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** Which files have changes that are not on disk. */
  public UnsavedFiles unsaved() {
    return unsaved;
  }
}
