package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.Profile;
import dev.zonewright.text.Position;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.editor.EditorModel;
import dev.zonewright.ui.editor.EditorPreferences;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.help.HelpModel;
import dev.zonewright.ui.risk.RiskModel;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The whole window without its looks: the open files, the current analysis, what is chosen, and the
 * commands. To be used on the UI thread; nothing here parses or reads a file on it.
 */
public final class ShellModel {
  private final Profile profile;
  private final Workbench workbench = new Workbench(this::textChanged);
  private final StatusModel status = new StatusModel();
  private final FindingsModel findings = new FindingsModel();
  private final TreeModel tree = new TreeModel();
  private final RiskModel risk = new RiskModel();
  private final HelpModel help;
  private final Tabs tabs = new Tabs();
  private final EditorPreferences editorPreferences = new EditorPreferences();
  private final AnalysisLoop loop;
  private final Opening opening;
  private final Saving saving;
  private final Fixing fixing;
  private final ReadOnlyObjectWrapper<Analysis> analysis =
      new ReadOnlyObjectWrapper<>(Analysis.empty());
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private boolean followingCaret;

  public ShellModel(
      BackgroundRunner runner, ManifestStore store, Analyzer analyzer, Profile profile) {
    this.profile = profile;
    help = new HelpModel(runner, ControlPage::of);
    loop =
        new AnalysisLoop(runner, analyzer, workbench, () -> status.busy("analysing…"), this::show);
    opening = new Opening(runner, store, status);
    saving = new Saving(runner, store, notice::set, this::reload);
    fixing = new Fixing(runner, new Fixer(analyzer), loop, workbench, status, notice::set);
    runner.onFailure(this::failed);
    findings.selectedProperty().addListener((_, _, now) -> selected(now));
    tabs.activeProperty().addListener((_, _, now) -> activated(now));
  }

  /** Opens files and folders; the first files get a tab. */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    tabs.newBatch();
    opening.open(
        paths,
        opened -> {
          tabs.offer(workbench.put(opened));
          arrived();
        },
        refused -> {
          workbench.refuse(refused);
          arrived();
        },
        outcome -> {
          if (outcome.cancelled()) {
            String files = Counts.say(outcome.opened(), "file", "files");
            notice.set(Notice.info("Opening was stopped; " + files + " came in before that."));
          }
        });
  }

  public void cancelOpening() {
    opening.cancel();
  }

  private void arrived() {
    empty.set(workbench.isEmpty());
    loop.arrived();
  }

  private void textChanged(EditorModel editor) {
    loop.typed();
    unsaved.set(!workbench.modified().isEmpty());
  }

  private void reload(OpenedFile now) {
    workbench.file(now.name()).ifPresent(f -> f.reloaded(now));
    unsaved.set(!workbench.modified().isEmpty());
    loop.arrived();
  }

  private void show(AnalysisLoop.Result result) {
    Analysis now = result.analysis();
    analysis.set(now);
    workbench.files().stream()
        .filter(OpenFile::hasEditor)
        .forEach(f -> f.editor().setFindings(now.findingsIn(f.name())));
    findings.show(now);
    tree.show(now);
    risk.show(result.risk());
    status.analysed(now.coverage(), result.millis());
  }

  /** Saves the file on show. */
  public void save() {
    OpenFile active = tabs.activeProperty().get();
    if (active != null && active.isModified()) {
      save(List.of(active), _ -> {});
    }
  }

  public void saveAll() {
    save(workbench.modified(), _ -> {});
  }

  private void save(List<OpenFile> files, Consumer<Boolean> done) {
    saving.save(
        files,
        all -> {
          unsaved.set(!workbench.modified().isEmpty());
          done.accept(all);
        });
  }

  /**
   * Closes the window, when the person does not want to stay with what is unsaved.
   *
   * @return whether it may close now; when not, {@code close} is called once everything is saved
   */
  public boolean mayClose(ShellDialogs dialogs, Runnable close) {
    List<OpenFile> modified = workbench.modified();
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

  public void undo() {
    OpenFile active = tabs.activeProperty().get();
    if (active != null && !fixing.undoRunOf(active)) {
      active.editor().undo();
    }
  }

  public void redo() {
    OpenFile active = tabs.activeProperty().get();
    if (active != null) {
      active.editor().redo();
    }
  }

  /** Chooses the next finding that the filter shows. */
  public void nextFinding() {
    findings.next(activeName(), caret()).ifPresent(this::choose);
  }

  public void previousFinding() {
    findings.previous(activeName(), caret()).ifPresent(this::choose);
  }

  /** Chooses a finding and shows its place, also when it is chosen already. */
  public void choose(LocatedFinding finding) {
    if (finding.equals(findings.selectedProperty().get())) {
      selected(finding);
    } else {
      findings.selectedProperty().set(finding);
    }
  }

  /** Shows a place in its file. */
  public void jump(Jump to) {
    workbench
        .file(to.file())
        .ifPresent(file -> {
          tabs.show(file);
          file.editor().reveal(to.range());
        });
  }

  /**
   * Makes the proved edits of a fix.
   *
   * @param before the text that the edits belong to; where it is another by now, nothing is done
   */
  public void applyFix(LocatedFinding finding, FixOutcome.Applied fix, String before) {
    fixing.apply(finding.file(), fix.edits(), before);
  }

  /** Applies the safe fixes of chosen findings, once the person has agreed. */
  public void fixAll(String scope, Predicate<LocatedFinding> which, ShellDialogs dialogs) {
    fixing.applyAll(scope, which, dialogs);
  }

  /** Applies all safe fixes within a scope, once the person has agreed. */
  public void fixAll(FixScope scope, ShellDialogs dialogs) {
    String file = activeName();
    int document = documentAtCaret();
    fixAll(
        scope.words(),
        f ->
            switch (scope) {
              case DOCUMENT -> f.file().equals(file) && f.document() == document;
              case FILE -> f.file().equals(file);
              case EVERYTHING -> true;
            },
        dialogs);
  }

  private void selected(@Nullable LocatedFinding now) {
    help.show(now, now != null && findings.isOnHost(now));
    if (now == null) {
      return;
    }
    now.finding().tenant().ifPresent(risk::choose);
    workbench
        .file(now.file())
        .filter(_ -> !followingCaret)
        .ifPresent(file -> {
          tabs.show(file);
          EditorModel editor = file.editor();
          if (now.equals(editor.selectedProperty().get())) {
            editor.reveal(now.range());
          } else {
            editor.selectedProperty().set(now);
          }
        });
  }

  private void activated(@Nullable OpenFile now) {
    status.placeProperty().unbind();
    status.placeProperty().set("");
    status.lineEndsProperty().set(now == null ? "" : now.lineEnds());
    status.encodingProperty().set(now == null ? "" : now.encoding());
    if (now != null) {
      EditorModel editor = now.editor();
      editor.setFindings(freshFindings(now));
      status.placeProperty().bind(editor.positionProperty().map(ShellModel::words));
    }
  }

  // a text that was edited since the analysis has moved its findings itself
  private List<LocatedFinding> freshFindings(OpenFile file) {
    boolean same =
        analysis
            .get()
            .manifest(file.name())
            .filter(m -> m.stream().text().equals(file.text()))
            .isPresent();
    return same ? analysis.get().findingsIn(file.name()) : file.editor().findings();
  }

  /** The caret moved: the finding there is the chosen one, unless one there is chosen already. */
  public void followCaret(EditorModel editor) {
    List<LocatedFinding> here =
        editor.findingsAtCaret().stream().filter(f -> touches(f, editor)).toList();
    LocatedFinding chosen = findings.selectedProperty().get();
    boolean known =
        chosen != null && here.stream().anyMatch(f -> f.fingerprint().equals(chosen.fingerprint()));
    if (!here.isEmpty() && !known) {
      followingCaret = true;
      findings.selectedProperty().set(here.getFirst());
      followingCaret = false;
    }
  }

  private static boolean touches(LocatedFinding finding, EditorModel editor) {
    int caret = editor.caretProperty().get();
    return finding.range().start() <= caret && caret <= finding.range().end();
  }

  private int documentAtCaret() {
    return analysis
        .get()
        .manifest(activeName())
        .flatMap(m -> m.stream().partAt(caret()))
        .map(p -> p.number())
        .orElse(0);
  }

  private String activeName() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? "" : active.name();
  }

  private int caret() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? 0 : active.editor().caretProperty().get();
  }

  private void failed(Throwable failure) {
    status.opened();
    status.idle();
    notice.set(
        Notice.warning(
            "Something went wrong that should not have: %s. Your texts are untouched; save them."
                .formatted(failure)));
  }

  private static String words(Position at) {
    return "Ln %,d, Col %,d".formatted(at.line(), at.column());
  }

  public ReadOnlyObjectProperty<Analysis> analysisProperty() {
    return analysis.getReadOnlyProperty();
  }

  /** The last thing to tell; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Whether nothing at all has been opened. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** Whether any file has changes that are not on disk. */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public Profile profile() {
    return profile;
  }

  /** How texts are shown, in all tabs. */
  public EditorPreferences editorPreferences() {
    return editorPreferences;
  }

  public Tabs tabs() {
    return tabs;
  }

  public StatusModel status() {
    return status;
  }

  public FindingsModel findings() {
    return findings;
  }

  public TreeModel tree() {
    return tree;
  }

  public RiskModel risk() {
    return risk;
  }

  public HelpModel help() {
    return help;
  }
}
