package dev.zonewright.ui.files;

import dev.zonewright.settings.Journal;
import dev.zonewright.settings.LeftBehind;
import dev.zonewright.settings.UnsavedText;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.workspace.DiskCheck;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Offers what a window left unsaved that did not end as it should, and brings it back. */
final class CrashRecovery {
  private static final String RESTORE = "Restore";
  private static final String DISCARD = "Discard";

  private final BackgroundRunner runner;
  private final Optional<Journal> journal;
  private final DiskCheck disk;
  private final UnsavedCopies keeping;
  private final Updates updates;

  /** What restoring needs of the window. */
  interface Updates {
    /** Shows a file's text, as an edit of what is on disk. */
    void showEdited(OpenedFile onDisk, String text);

    /** Shows a text that belongs to no file, or to none that is there. */
    void showUntitled(String name, String text);

    void tell(Notice notice);

    Optional<String> compare(Comparison comparison);
  }

  CrashRecovery(
      BackgroundRunner runner,
      Optional<Journal> journal,
      DiskCheck disk,
      UnsavedCopies keeping,
      Updates updates) {
    this.runner = runner;
    this.journal = journal;
    this.disk = disk;
    this.keeping = keeping;
    this.updates = updates;
  }

  /** A text that was left behind, and its file as it is now; empty where there is none. */
  private record Found(UnsavedText text, Optional<OpenedFile> onDisk) {
    String diskText() {
      return onDisk.map(f -> f.source().text()).orElse("");
    }

    boolean movedOn() {
      return !text.stamp().isEmpty()
          && onDisk.filter(f -> !f.stamp().hash().equals(text.stamp())).isPresent();
    }
  }

  private record Offer(List<LeftBehind> from, List<Found> texts) {}

  /** Looks for texts that were left behind, in the background. */
  void look() {
    journal.ifPresent(j -> runner.io(() -> find(j), this::offer));
  }

  private Offer find(Journal from) {
    List<LeftBehind> left = from.leftBehind();
    List<Found> texts = new ArrayList<>();
    for (LeftBehind one : left) {
      for (UnsavedText text : one.texts()) {
        texts.add(
            new Found(
                text, text.path().isEmpty() ? Optional.empty() : disk.read(Path.of(text.path()))));
      }
    }
    return new Offer(left, texts);
  }

  private void offer(Offer offer) {
    // nothing is asked about these, so the next start may claim them
    offer.from().stream().filter(l -> l.texts().isEmpty()).forEach(LeftBehind::release);
    if (!offer.texts().isEmpty()) {
      String count = Counts.say(offer.texts().size(), "text that was", "texts that were");
      updates.tell(
          Notice.warning(
              "Zonewright closed before it could save. It kept %s not saved: %s."
                  .formatted(count, names(offer)),
              new Notice.Choice(RESTORE, () -> restore(offer)),
              new Notice.Choice("Compare…", () -> compare(offer)),
              new Notice.Choice(DISCARD, () -> discard(offer))));
    }
    // last, for a notice without choices makes room for the next
    List<Path> damaged = offer.from().stream().flatMap(l -> l.damaged().stream()).toList();
    if (!damaged.isEmpty()) {
      updates.tell(
          Notice.warning(
              "%s cannot be read or restored. Look at %s."
                  .formatted(
                      Counts.say(damaged.size(), "unsaved text", "unsaved texts"),
                      damaged.getFirst())));
    }
  }

  private static String names(Offer offer) {
    List<String> names = offer.texts().stream().map(f -> FileNames.last(f.text().name())).toList();
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and %,d more".formatted(names.size() - 3);
  }

  private void restore(Offer offer) {
    for (Found found : offer.texts()) {
      found
          .onDisk()
          .ifPresentOrElse(
              file -> updates.showEdited(file, found.text().text()),
              () -> updates.showUntitled(FileNames.last(found.text().name()), found.text().text()));
    }
    // only once they are kept anew may the old copies go
    keeping.flushThen(() -> discard(offer));
    List<String> moved =
        offer.texts().stream()
            .filter(Found::movedOn)
            .map(f -> FileNames.last(f.text().name()))
            .toList();
    if (!moved.isEmpty()) {
      updates.tell(
          Notice.warning(
              "%s has changed on disk since then. Undo shows the current text on disk."
                  .formatted(String.join(", ", moved))));
    }
  }

  private void discard(Offer offer) {
    runner.io(
        () -> {
          offer.from().stream().filter(l -> !l.texts().isEmpty()).forEach(LeftBehind::discard);
          return offer;
        },
        _ -> {});
  }

  private void compare(Offer offer) {
    Consumer<List<Comparison.Text>> ask =
        texts -> {
          Optional<String> answer =
              updates.compare(
                  new Comparison("What was not saved", texts, List.of(RESTORE, DISCARD)));
          if (answer.filter(RESTORE::equals).isPresent()) {
            restore(offer);
          } else if (answer.isPresent()) {
            discard(offer);
          } else {
            offer(offer);
          }
        };
    runner.compute(
        () ->
            offer.texts().stream()
                .map(f ->
                    Comparison.text(
                        f.text().name(),
                        f.onDisk().isPresent() ? "on disk" : "nothing on disk",
                        f.diskText(),
                        "not saved",
                        f.text().text()))
                .toList(),
        ask);
  }
}
