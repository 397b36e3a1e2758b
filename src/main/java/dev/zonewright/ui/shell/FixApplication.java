package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.text.EditSet;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.files.JointEdits;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.status.StatusModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edits of fixes in the background, on the texts as they are, and makes them on the UI
 * thread when nothing was typed meanwhile.
 */
final class FixApplication {
  private static final String TOO_LATE =
      "The text changed while the fix was being prepared. Try again.";

  private static final String EDITED_SINCE =
      "A file was edited after the fix, so nothing was undone. Use Undo in each file.";

  /** What a later change says takes the place of what the one before said, with its Undo. */
  private static final String MATTER = "change";

  private final BackgroundRunner runner;
  private final Fixer fixer;
  private final AnalysisLoop loop;
  private final OpenFiles openFiles;
  private final StatusModel status;
  private final Consumer<Notice> tell;
  private final Consumer<Set<String>> showLeft;
  private final JointEdits edits;

  FixApplication(
      BackgroundRunner runner,
      Fixer fixer,
      AnalysisLoop loop,
      OpenFiles openFiles,
      StatusModel status,
      Consumer<Notice> tell,
      Consumer<Set<String>> showLeft) {
    this.runner = runner;
    this.fixer = fixer;
    this.loop = loop;
    this.openFiles = openFiles;
    edits = new JointEdits(openFiles);
    this.status = status;
    this.tell = notice -> tell.accept(notice.about(MATTER));
    this.showLeft = showLeft;
  }

  /**
   * Makes the proved edits of one fix, as one step that undo takes back in every file.
   *
   * @param before the text that the edits belong to
   */
  void apply(String file, FixOutcome.Applied fix, String before) {
    if (!isAsBefore(file, fix, before)) {
      refuse(TOO_LATE);
    } else if (fix.elsewhere().isNothing()) {
      openFiles.file(file).ifPresent(f -> f.editor().apply(fix.edits()));
    } else {
      edits.make(editsOf(file, fix), fix.elsewhere().created());
    }
  }

  /**
   * The same from a page that does not show the text: says what was made and takes it back.
   *
   * @param words what is made, as a clause
   */
  void applyUnseen(String file, FixOutcome.Applied fix, String before, String words) {
    if (!isAsBefore(file, fix, before)) {
      refuse(TOO_LATE);
      return;
    }
    JointEdits.Made made = edits.make(editsOf(file, fix), fix.elsewhere().created());
    String where = Counts.say(made.files().size(), "file", "files");
    tell.accept(
        Notice.info(
                "Applied in %s: %s".formatted(where, words),
                new Notice.Choice("Undo", () -> undo(made)))
            .asLongAs(() -> edits.canUndo(made)));
  }

  private boolean isAsBefore(String file, FixOutcome.Applied fix, String before) {
    Map<String, String> texts = new TreeMap<>();
    fix.elsewhere().edits().forEach((name, change) -> texts.put(name, change.before()));
    texts.put(file, before);
    return texts.entrySet().stream()
        .allMatch(
            e -> openFiles.file(e.getKey()).filter(f -> f.text().equals(e.getValue())).isPresent());
  }

  private static Map<String, EditSet> editsOf(String file, FixOutcome.Applied fix) {
    Map<String, EditSet> all = new TreeMap<>();
    fix.elsewhere().edits().forEach((name, change) -> all.put(name, change.edits()));
    if (!fix.edits().isEmpty()) {
      all.put(file, fix.edits());
    }
    return all;
  }

  /**
   * Writes an entry into the review file, unsaved, as one step that undo takes back.
   *
   * @param words what was done, as a sentence
   */
  void write(ReviewEdit.Made edit, String words) {
    Optional<OpenFile> there = openFiles.file(edit.file());
    boolean asBefore =
        edit.isNew() || there.filter(f -> f.text().equals(edit.before())).isPresent();
    if (!asBefore) {
      refuse(TOO_LATE);
      return;
    }
    OpenFile file = there.orElseGet(() -> openFiles.putUntitled(edit.file(), ""));
    JointEdits.Made made = edits.make(Map.of(file.name(), edit.edits()), Map.of());
    tell.accept(
        Notice.info(words, new Notice.Choice("Undo", () -> undo(made)))
            .asLongAs(
                () -> edits.canUndo(made) && made.files().stream().anyMatch(OpenFile::isModified)));
  }

  /** Applies every safe fix of what is chosen, once a person has seen what that does. */
  void applyAll(String scope, Predicate<LocatedFinding> which, UserDialogs dialogs) {
    apply(
        scope,
        which,
        now -> new FixAllModel(fixer, now, scope, which, runner.engine(), runner.window()),
        dialogs);
  }

  /**
   * Makes one change, once a person has seen it.
   *
   * @param wanted the fix of each finding that it is made of
   */
  void applyChange(
      String scope, Function<LocatedFinding, Optional<Fix>> wanted, UserDialogs dialogs) {
    apply(
        scope,
        f -> wanted.apply(f).isPresent(),
        now -> FixAllModel.wanted(fixer, now, scope, wanted, runner.engine(), runner.window()),
        dialogs);
  }

  private void apply(
      String scope,
      Predicate<LocatedFinding> which,
      Function<Analysis, FixAllModel> modelOf,
      UserDialogs dialogs) {
    OpenFiles.Snapshot snapshot = openFiles.snapshot();
    status.busy("analysing…");
    runner.compute(
        () -> modelOf.apply(loop.fresh(snapshot)),
        model -> {
          status.idle();
          if (model.choices().isEmpty()) {
            tell.accept(Notice.info(nothing(scope, snapshot)));
          } else {
            dialogs.chooseFixes(model).ifPresent(run -> apply(run, which, snapshot.revision()));
          }
        });
  }

  private static String nothing(String scope, OpenFiles.Snapshot snapshot) {
    return snapshot.texts().isEmpty()
        ? "Nothing is opened, so there is nothing to fix."
        : "No findings in " + scope + ", so there is nothing to fix.";
  }

  private void apply(FixRun run, Predicate<LocatedFinding> which, long revision) {
    if (revision != openFiles.revision()) {
      refuse(TOO_LATE);
      return;
    }
    JointEdits.Made made = edits.make(run.edits(), run.created());
    Set<String> left =
        run.after().findings().stream()
            .filter(which)
            .map(LocatedFinding::fingerprint)
            .collect(Collectors.toSet());
    long closed = run.fixed().stream().filter(which).count();
    String text =
        "%s applied in %s · %,d left"
            .formatted(
                Counts.say((int) closed, "fix", "fixes"),
                Counts.say(made.files().size(), "file", "files"),
                left.size());
    List<Notice.Choice> choices = new ArrayList<>();
    if (!left.isEmpty()) {
      choices.add(new Notice.Choice("Show what is left", () -> showLeft.accept(left)));
    }
    choices.add(new Notice.Choice("Undo", () -> undo(made)));
    tell.accept(
        Notice.info(text, choices.toArray(Notice.Choice[]::new))
            .asLongAs(() -> edits.canUndo(made)));
  }

  /**
   * Takes the last edits of fixes and entries back as a whole, where that is what undo means.
   *
   * @param shown the file that the person is looking at, if any
   * @return whether it did; when not, undo is the file's own matter
   */
  boolean undoRunFrom(@Nullable OpenFile shown) {
    boolean undone = edits.undoFrom(shown);
    if (undone) {
      // in place of the notice that offers to undo it
      tell.accept(Notice.info("The last change was undone."));
    }
    return undone;
  }

  /** Whether undo may take back fixes of several files, also where the file on show has no edit. */
  ObservableValue<Boolean> canUndoRun() {
    return edits.canUndo();
  }

  /** Whether an analysis lacks files that are still being read, or read but not analysed yet. */
  boolean isAheadOf(Analysis known) {
    return switch (status.workProperty().get()) {
      case OPENING -> true;
      case BUSY -> {
        Set<String> seen =
            known.manifests().stream().map(Manifest::file).collect(Collectors.toSet());
        yield openFiles.files().stream().anyMatch(f -> !seen.contains(f.name()));
      }
      case DONE, NONE -> false;
    };
  }

  /** Says why nothing was changed, until something is. */
  private void refuse(String why) {
    long at = openFiles.revision();
    tell.accept(Notice.warning(why).asLongAs(() -> openFiles.revision() == at));
  }

  private void undo(JointEdits.Made made) {
    if (!edits.undo(made)) {
      refuse(EDITED_SINCE);
    }
  }
}
