package dev.zonewright.ui.files;

import dev.zonewright.text.FileNames;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.workspace.DiskCheck;
import dev.zonewright.workspace.FileStamp;
import dev.zonewright.workspace.OpenedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds out which open files others have written, and asks what is to become of the texts here. */
final class DiskChanges {
  private static final String LOAD = "Load from disk";
  private static final String KEEP = "Keep mine";
  private static final FileStamp GONE = new FileStamp(-1, "");

  private final BackgroundRunner runner;
  private final DiskCheck disk;
  private final OpenFiles openFiles;
  private final Consumer<Notice> tell;
  private final Function<Comparison, Optional<String>> ask;
  private final Consumer<OpenedFile> load;
  // what a person was told of is not told again
  private final Map<String, FileStamp> told = new HashMap<>();
  private boolean checking;
  private boolean again;

  DiskChanges(
      BackgroundRunner runner,
      DiskCheck disk,
      OpenFiles openFiles,
      Consumer<Notice> tell,
      Function<Comparison, Optional<String>> ask,
      Consumer<OpenedFile> load) {
    this.runner = runner;
    this.disk = disk;
    this.openFiles = openFiles;
    this.tell = tell;
    this.ask = ask;
    this.load = load;
  }

  /** Looks at all open files, in the background. */
  void check() {
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
    for (DiskCheck.Change change : changes) {
      boolean current =
          openFiles
              .file(change.was().name())
              .filter(f -> f.onDisk().equals(change.was()))
              .isPresent();
      if (current && isNews(change)) {
        switch (change) {
          case DiskCheck.Change.Rewritten(OpenedFile _, OpenedFile now) -> rewritten.add(now);
          case DiskCheck.Change.Gone(OpenedFile was) -> gone.add(was.name());
        }
      }
    }
    if (!gone.isEmpty()) {
      tell.accept(
          Notice.warning(
              "%s no longer on disk. The text here is kept; it can be saved as a copy."
                  .formatted(subject(gone, "is", "are"))));
    }
    if (!rewritten.isEmpty()) {
      offer(rewritten);
    }
    if (again) {
      again = false;
      check();
    }
  }

  private boolean isNews(DiskCheck.Change change) {
    FileStamp now =
        switch (change) {
          case DiskCheck.Change.Rewritten r -> r.now().stamp();
          case DiskCheck.Change.Gone _ -> GONE;
        };
    return !now.equals(told.put(change.was().name(), now));
  }

  private void offer(List<OpenedFile> now) {
    List<String> names = now.stream().map(OpenedFile::name).toList();
    long unsaved =
        names.stream()
            .filter(n -> openFiles.file(n).filter(OpenFile::isModified).isPresent())
            .count();
    String also =
        unsaved == 0
            ? ""
            : unsaved == 1 && names.size() == 1
                ? " You have changes in it that are not saved."
                : " In %,d of them you have changes that are not saved.".formatted(unsaved);
    tell.accept(
        Notice.warning(
            subject(names, "has", "have") + " changed on disk." + also,
            new Notice.Choice(LOAD, () -> now.forEach(load)),
            new Notice.Choice("Compare…", () -> compare(now)),
            new Notice.Choice(KEEP, () -> {})));
  }

  private void compare(List<OpenedFile> now) {
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
              new Comparison("What changed on disk", texts, List.of(LOAD, KEEP));
          if (ask.apply(comparison).filter(LOAD::equals).isPresent()) {
            now.forEach(load);
          }
        });
  }

  private static String subject(List<String> names, String one, String many) {
    return names.size() == 1
        ? FileNames.last(names.getFirst()) + " " + one
        : Counts.say(names.size(), "file", "files") + " " + many;
  }
}
