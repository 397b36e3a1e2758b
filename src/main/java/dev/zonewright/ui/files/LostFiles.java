package dev.zonewright.ui.files;

import dev.zonewright.ui.dialog.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Open files that are no longer on disk, or cannot be read there: what is said of them. */
final class LostFiles {
  /** The reason of one that is not there. */
  static final String GONE = "";

  private final OpenFiles openFiles;
  private final OpenFileUpdates updates;
  private final Consumer<OpenFile> saveElsewhere;
  private Map<String, String> lost = Map.of();

  LostFiles(OpenFiles openFiles, OpenFileUpdates updates, Consumer<OpenFile> saveElsewhere) {
    this.openFiles = openFiles;
    this.updates = updates;
    this.saveElsewhere = saveElsewhere;
  }

  /**
   * Takes in which files are lost, with the reason.
   *
   * @return those that are open
   */
  Set<String> update(Map<String, String> now) {
    lost = Map.copyOf(now);
    return Set.copyOf(now.keySet().stream().filter(this::isLost).toList());
  }

  /** Tells of files that were lost just now. */
  void tell(List<String> names) {
    tellOf(names.stream().filter(n -> GONE.equals(lost.get(n))).toList());
    names.stream().filter(n -> !GONE.equals(lost.get(n))).map(List::of).forEach(this::tellOf);
  }

  /** Tells of a file once more, where it is lost. */
  void askAgain(String name) {
    if (isLost(name)) {
      tellOf(List.of(name));
    }
  }

  private boolean isLost(String name) {
    return lost.containsKey(name) && openFiles.file(name).isPresent();
  }

  private List<OpenFile> open(List<String> names) {
    return names.stream().filter(this::isLost).flatMap(n -> openFiles.file(n).stream()).toList();
  }

  private void tellOf(List<String> names) {
    List<OpenFile> files = open(names);
    if (files.isEmpty()) {
      return;
    }
    String reason = lost.getOrDefault(files.getFirst().name(), GONE);
    boolean gone = reason.equals(GONE);
    List<Notice.Choice> choices = new ArrayList<>();
    if (files.size() == 1) {
      choices.add(new Notice.Choice("Save a copy…", () -> saveElsewhere.accept(files.getFirst())));
    }
    Predicate<OpenFile> changed = OpenFile::isModified;
    if (gone && files.stream().noneMatch(changed)) {
      choices.add(
          new Notice.Choice(files.size() == 1 ? "Close it" : "Close them", () -> close(names)));
    }
    String subject = DiskChanges.subject(files.stream().map(OpenFile::name).toList(), "is", "are");
    String words =
        gone
            ? subject + " no longer on disk. The text here is kept."
            : "%s no longer readable on disk: %s. The text here is kept."
                .formatted(subject, reason);
    updates.tell(
        Notice.warning(words, choices.toArray(Notice.Choice[]::new))
            .about("lost: " + String.join("\n", names))
            .asLongAs(() -> names.stream().anyMatch(this::isLost)));
  }

  /** What was written into them since the question was put is not thrown away. */
  private void close(List<String> names) {
    updates.close(open(names).stream().filter(f -> !f.isModified()).toList());
  }
}
