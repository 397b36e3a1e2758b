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
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Finds out which open files others have written. One without changes of the person is loaded
 * quietly; of the others it asks which text is to stay, and knows them until that is said.
 */
public final class DiskChanges {
  private static final String LOAD = "Load from disk";
  private static final String KEEP = "Keep mine";
  private static final FileStamp GONE = new FileStamp(-1, "");

  /** Who replaces a file may take the old one away first, as git does. */
  private static final Duration REPLACED = Duration.ofSeconds(1);

  private final BackgroundRunner runner;
  private final DiskCheck disk;
  private final OpenFiles openFiles;
  private final Consumer<Notice> tell;
  private final Function<Comparison, Optional<String>> ask;
  private final Consumer<List<OpenedFile>> load;
  private final Map<String, OpenedFile> waiting = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Set<String>> unsettled =
      new ReadOnlyObjectWrapper<>(Set.of());
  // what a person was told of is not told again
  private final Map<String, FileStamp> told = new HashMap<>();
  // not there when it was last looked for, and those of them that had time to come back
  private final Set<String> missing = new HashSet<>();
  private final Set<String> overdue = new HashSet<>();
  private final BackgroundRunner.Quiet onceMore;
  private boolean checking;
  private boolean again;

  DiskChanges(
      BackgroundRunner runner,
      DiskCheck disk,
      OpenFiles openFiles,
      Consumer<Notice> tell,
      Function<Comparison, Optional<String>> ask,
      Consumer<List<OpenedFile>> load) {
    this.runner = runner;
    this.disk = disk;
    this.openFiles = openFiles;
    this.tell = tell;
    this.ask = ask;
    this.load = load;
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
          case DiskCheck.Change.Gone(OpenedFile was) -> gone.add(was.name());
        }
      }
    }
    if (!gone.isEmpty()) {
      tell.accept(
          Notice.warning(
                  "%s no longer on disk. The text here is kept. You can save it as a copy."
                      .formatted(subject(gone, "is", "are")))
              .asLongAs(() -> gone.stream().anyMatch(this::isGone)));
    }
    take(rewritten);
    if (expected) {
      onceMore.restart();
    }
    if (again) {
      again = false;
      check();
    }
  }

  private boolean isGone(String name) {
    return missing.contains(name) && openFiles.file(name).isPresent();
  }

  /** Notes which files are not there; whether one of them may yet come back. */
  private boolean expect(List<DiskCheck.Change> changes) {
    missing.clear();
    for (DiskCheck.Change change : changes) {
      if (change instanceof DiskCheck.Change.Gone(OpenedFile was)) {
        missing.add(was.name());
      }
    }
    overdue.retainAll(missing);
    // one that came back may go again
    told.entrySet().removeIf(e -> e.getValue().equals(GONE) && !missing.contains(e.getKey()));
    return !overdue.containsAll(missing);
  }

  private boolean isExpected(DiskCheck.Change change) {
    return change instanceof DiskCheck.Change.Gone(OpenedFile was) && !overdue.contains(was.name());
  }

  private void lookAgain() {
    overdue.addAll(missing);
    check();
  }

  private boolean isNews(DiskCheck.Change change) {
    FileStamp now =
        switch (change) {
          case DiskCheck.Change.Rewritten r -> r.now().stamp();
          case DiskCheck.Change.Gone _ -> GONE;
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
      load.accept(quiet);
    }
    if (!asked.isEmpty()) {
      asked.forEach(f -> waiting.put(f.name(), f));
      say();
      offer(asked);
    }
  }

  /** The files that others have written, where nobody has said yet which text is to stay. */
  public ReadOnlyObjectProperty<Set<String>> unsettledProperty() {
    return unsettled.getReadOnlyProperty();
  }

  /** Asks once more which text of a file is to stay. */
  public void askAgain(String name) {
    Optional.ofNullable(waiting.get(name)).map(List::of).ifPresent(this::offer);
  }

  /** What was saved, loaded or closed since is settled. */
  void settle() {
    if (!waiting.isEmpty()) {
      waiting
          .values()
          .removeIf(now -> openFiles.file(now.name()).filter(OpenFile::isModified).isEmpty());
      say();
    }
  }

  private void say() {
    unsettled.set(Set.copyOf(waiting.keySet()));
  }

  private void load(List<OpenedFile> now) {
    keep(now);
    load.accept(now);
  }

  private void keep(List<OpenedFile> now) {
    now.forEach(f -> waiting.remove(f.name()));
    say();
  }

  private void offer(List<OpenedFile> now) {
    List<String> names = now.stream().map(OpenedFile::name).toList();
    tell.accept(
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
          ask.apply(comparison)
              .ifPresent(answer -> {
                if (answer.equals(LOAD)) {
                  load(latest(names));
                } else {
                  keep(latest(names));
                }
              });
        });
  }

  private static String subject(List<String> names, String one, String many) {
    return names.size() == 1
        ? FileNames.last(names.getFirst()) + " " + one
        : Counts.say(names.size(), "file", "files") + " " + many;
  }
}
