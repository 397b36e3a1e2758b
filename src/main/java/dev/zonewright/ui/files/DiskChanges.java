package dev.zonewright.ui.files;

import dev.zonewright.text.FileNames;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.workspace.DiskCheck;
import dev.zonewright.workspace.FileStamp;
import dev.zonewright.workspace.OpenedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Finds out which open files others have written. One without changes of the person is loaded
 * quietly; of the others it asks which text is to stay, and knows them until that is said.
 */
public final class DiskChanges {
  private static final String LOAD = "Load from disk";
  private static final String KEEP = "Keep mine";
  private static final FileStamp LOST = new FileStamp(-1, "");

  /** Who replaces a file may take the old one away first, as git does. */
  private static final Duration REPLACED = Duration.ofSeconds(1);

  private final BackgroundRunner runner;
  private final DiskCheck disk;
  private final OpenFiles openFiles;
  private final OpenFileUpdates updates;
  private final LostFiles lost;
  private final Map<String, OpenedFile> waiting = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Set<String>> unsettled =
      new ReadOnlyObjectWrapper<>(Set.of());
  // what a person was told of is not told again
  private final Map<String, FileStamp> told = new HashMap<>();
  // not to be read when last looked at, with the reason, and those that had time to come back
  private final Map<String, String> missing = new HashMap<>();
  private final Set<String> overdue = new HashSet<>();
  private final BackgroundRunner.Quiet onceMore;
  private boolean checking;
  private boolean again;

  DiskChanges(
      BackgroundRunner runner,
      DiskCheck disk,
      OpenFiles openFiles,
      OpenFileUpdates updates,
      Consumer<OpenFile> saveElsewhere) {
    this.runner = runner;
    this.disk = disk;
    this.openFiles = openFiles;
    this.updates = updates;
    this.lost = new LostFiles(openFiles, updates, saveElsewhere);
    this.onceMore = runner.quiet(REPLACED, this::lookAgain);
  }

  /** Looks at all open files, in the background. */
  public void check() {
    if (checking) {
      again = true;
      return;
    }
    checking = true;
    List<OpenedFile> files =
        openFiles.files().stream().filter(f -> !f.isUntitled()).map(OpenFile::onDisk).toList();
    runner.io(() -> disk.changed(files), this::checked);
  }

  private void checked(List<DiskCheck.Change> changes) {
    checking = false;
    List<OpenedFile> rewritten = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    boolean expected = expect(changes);
    for (DiskCheck.Change change : changes) {
      boolean current =
          openFiles
              .file(change.was().name())
              .filter(f -> f.onDisk().equals(change.was()))
              .isPresent();
      if (current && !isExpected(change) && isNews(change)) {
        switch (change) {
          case DiskCheck.Change.Rewritten(OpenedFile _, OpenedFile now) -> rewritten.add(now);
          case DiskCheck.Change.Gone _, DiskCheck.Change.Spoiled _ -> gone.add(change.was().name());
        }
      }
    }
    say();
    lost.tell(gone);
    take(rewritten);
    if (expected) {
      onceMore.restart();
    }
    if (again) {
      again = false;
      check();
    }
  }

  /** Notes which files cannot be read; whether one of them may yet come back. */
  private boolean expect(List<DiskCheck.Change> changes) {
    missing.clear();
    for (DiskCheck.Change change : changes) {
      switch (change) {
        case DiskCheck.Change.Gone(OpenedFile was) -> missing.put(was.name(), LostFiles.GONE);
        case DiskCheck.Change.Spoiled(OpenedFile was, String what) -> missing.put(was.name(), what);
        case DiskCheck.Change.Rewritten _ -> {}
      }
    }
    overdue.retainAll(missing.keySet());
    // one that came back may go again
    told.entrySet().removeIf(e -> e.getValue().equals(LOST) && !missing.containsKey(e.getKey()));
    return !overdue.containsAll(missing.keySet());
  }

  private boolean isExpected(DiskCheck.Change change) {
    String name = change.was().name();
    return missing.containsKey(name) && !overdue.contains(name);
  }

  private void lookAgain() {
    overdue.addAll(missing.keySet());
    check();
  }

  private boolean isNews(DiskCheck.Change change) {
    FileStamp now =
        switch (change) {
          case DiskCheck.Change.Rewritten r -> r.now().stamp();
          case DiskCheck.Change.Gone _, DiskCheck.Change.Spoiled _ -> LOST;
        };
    return !now.equals(told.put(change.was().name(), now));
  }

  private void take(List<OpenedFile> now) {
    List<OpenedFile> quiet = new ArrayList<>();
    List<OpenedFile> asked = new ArrayList<>();
    for (OpenedFile file : now) {
      boolean changes = openFiles.file(file.name()).filter(OpenFile::isModified).isPresent();
      (changes ? asked : quiet).add(file);
    }
    if (!quiet.isEmpty()) {
      updates.reloadAll(quiet);
    }
    if (!asked.isEmpty()) {
      asked.forEach(f -> waiting.put(f.name(), f));
      say();
      offer(asked);
    }
  }

  /** The files that are not on disk what they are here, where nobody has said what is to stay. */
  public ReadOnlyObjectProperty<Set<String>> unsettledProperty() {
    return unsettled.getReadOnlyProperty();
  }

  /** Asks once more which text of a file is to stay, or says what is wrong with it on disk. */
  public void askAgain(String name) {
    Optional.ofNullable(waiting.get(name)).map(List::of).ifPresent(this::offer);
    lost.askAgain(name);
  }

  /** What was saved, loaded or closed since is settled. */
  void settle() {
    if (!waiting.isEmpty()) {
      waiting
          .values()
          .removeIf(now -> openFiles.file(now.name()).filter(OpenFile::isModified).isEmpty());
    }
    say();
  }

  private void say() {
    Map<String, String> away = new HashMap<>(missing);
    away.keySet().retainAll(overdue);
    Set<String> all = new HashSet<>(waiting.keySet());
    all.addAll(lost.update(away));
    unsettled.set(Set.copyOf(all));
  }

  private void load(List<OpenedFile> now) {
    keep(now);
    updates.reloadAll(now);
  }

  private void keep(List<OpenedFile> now) {
    now.forEach(f -> waiting.remove(f.name()));
    say();
  }

  private void offer(List<OpenedFile> now) {
    List<String> names = now.stream().map(OpenedFile::name).toList();
    updates.tell(
        Notice.warning(
                subject(names, "has", "have")
                    + " changed on disk. Your changes in "
                    + (names.size() == 1 ? "it" : "them")
                    + " are not saved.",
                new Notice.Choice(LOAD, () -> load(latest(names))),
                new Notice.Choice("Compare…", () -> compare(latest(names))),
                new Notice.Choice(KEEP, () -> keep(latest(names))))
            .about("written by others: " + String.join("\n", names))
            .asLongAs(() -> names.stream().anyMatch(waiting::containsKey)));
  }

  /** Files as they are on disk now: they may have been written again since a question was put. */
  private List<OpenedFile> latest(List<String> names) {
    return names.stream().flatMap(n -> Optional.ofNullable(waiting.get(n)).stream()).toList();
  }

  private static String files(List<OpenedFile> now) {
    return now.size() == 1
        ? FileNames.last(now.getFirst().name())
        : Counts.say(now.size(), "file", "files");
  }

  private void compare(List<OpenedFile> now) {
    if (now.isEmpty()) {
      return;
    }
    List<String> names = now.stream().map(OpenedFile::name).toList();
    Map<String, String> here = new HashMap<>();
    now.forEach(f -> openFiles.file(f.name()).ifPresent(o -> here.put(f.name(), o.text())));
    runner.compute(
        () ->
            now.stream()
                .filter(f -> here.containsKey(f.name()))
                .map(f ->
                    Comparison.text(
                        f.name(),
                        "here",
                        here.getOrDefault(f.name(), ""),
                        "on disk",
                        f.source().text()))
                .toList(),
        texts -> {
          Comparison comparison =
              new Comparison("What changed on disk in " + files(now), texts, List.of(LOAD, KEEP));
          // who leaves without an answer is reminded by the mark of the file
          updates
              .compare(comparison)
              .ifPresent(answer -> {
                if (answer.equals(LOAD)) {
                  load(latest(names));
                } else {
                  keep(latest(names));
                }
              });
        });
  }

  static String subject(List<String> names, String one, String many) {
    return names.size() == 1
        ? FileNames.last(names.getFirst()) + " " + one
        : Counts.say(names.size(), "file", "files") + " " + many;
  }
}
