package dev.zonewright.ui.shell;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.status.StatusModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the edits of fixes in the background, on the texts as they are, and makes them on the UI
 * thread when nothing was typed meanwhile.
 */
final class Fixing {
  private static final String TOO_LATE = "The text changed while the fix was prepared. Try again.";

  private final BackgroundRunner runner;
  private final Fixer fixer;
  private final AnalysisLoop loop;
  private final Workbench workbench;
  private final StatusModel status;
  private final Consumer<Notice> tell;
  private Map<OpenFile, Long> lastRun = Map.of();

  Fixing(
      BackgroundRunner runner,
      Fixer fixer,
      AnalysisLoop loop,
      Workbench workbench,
      StatusModel status,
      Consumer<Notice> tell) {
    this.runner = runner;
    this.fixer = fixer;
    this.loop = loop;
    this.workbench = workbench;
    this.status = status;
    this.tell = tell;
  }

  /**
   * Makes the proved edits of one fix, as one step that undo takes back.
   *
   * @param before the text that the edits belong to
   */
  void apply(String file, EditSet edits, String before) {
    Optional<OpenFile> open = workbench.file(file).filter(f -> f.text().equals(before));
    open.ifPresentOrElse(f -> f.editor().apply(edits), () -> tell.accept(Notice.warning(TOO_LATE)));
  }

  /** Applies every safe fix of what is chosen, once a person has seen what that does. */
  void applyAll(String scope, Predicate<LocatedFinding> which, ShellDialogs dialogs) {
    Workbench.Snapshot snapshot = workbench.snapshot();
    status.busy("analysing…");
    runner.compute(
        () -> loop.fresh(snapshot),
        now -> {
          status.idle();
          if (now.findings().stream()
              .noneMatch(f -> which.test(f) && f.finding().safeFix().isPresent())) {
            tell.accept(Notice.info("No safe fix is left to apply in " + scope + "."));
            return;
          }
          FixAllModel model =
              new FixAllModel(fixer, now, scope, which, runner.engine(), runner.window());
          dialogs.chooseFixes(model).ifPresent(run -> apply(run, snapshot.revision()));
        });
  }

  private void apply(FixRun run, long revision) {
    if (revision != workbench.revision()) {
      tell.accept(Notice.warning(TOO_LATE));
      return;
    }
    Map<OpenFile, Long> touched = new HashMap<>();
    run.edits()
        .forEach((name, edits) ->
            workbench
                .file(name)
                .ifPresent(file -> {
                  file.editor().apply(edits);
                  touched.put(file, file.editor().revision());
                }));
    lastRun = Map.copyOf(touched);
    String text =
        "%s fixed in %s; one undo takes all of it back."
            .formatted(
                Counts.say(run.fixed().size(), "finding", "findings"),
                Counts.say(touched.size(), "file", "files"));
    tell.accept(Notice.info(text, new Notice.Choice("Undo", this::undoRun)));
  }

  /**
   * Takes the last run of fixes back in every file, when none of them was edited since.
   *
   * @param file one that the person is looking at
   * @return whether it did; when not, undo is the file's own matter
   */
  boolean undoRunOf(OpenFile file) {
    return lastRun.containsKey(file) && undoRun();
  }

  private boolean undoRun() {
    Map<OpenFile, Long> run = lastRun;
    boolean untouched =
        !run.isEmpty()
            && run.entrySet().stream()
                .allMatch(e -> e.getKey().editor().revision() == e.getValue());
    if (untouched) {
      lastRun = Map.of();
      run.keySet().forEach(f -> f.editor().undo());
    }
    return untouched;
  }
}
