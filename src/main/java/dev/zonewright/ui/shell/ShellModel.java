package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.export.ReportExport;
import dev.zonewright.ui.files.FileCommands;
import dev.zonewright.ui.files.FileListener;
import dev.zonewright.ui.files.Kept;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.findings.FindingsShown;
import dev.zonewright.ui.perspective.ReviewModel;
import dev.zonewright.ui.preferences.KeyHint;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.ThemeModel;
import dev.zonewright.ui.review.Closing;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import dev.zonewright.ui.tree.TreeRoots;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The whole window without its looks: the open files, the current analysis, what is chosen, and the
 * commands. To be used on the UI thread; nothing here parses or reads a file on it.
 */
public final class ShellModel extends WindowParts {
  private final ReadOnlyObjectWrapper<Analysis> analysis =
      new ReadOnlyObjectWrapper<>(Analysis.empty());
  private final KeyHint hint;
  private final ThemeModel theme;
  private final FileCommands files;
  private final AnalysisLoop loop;
  private final SelectionModel selection;
  private final FixApplication fixes;
  private final FixRequests fixRequests;
  private final ReviewModel review;
  private final ReviewCommands decisions;

  /** A window that keeps nothing from one start to the next. */
  public ShellModel(
      BackgroundRunner runner, ManifestStore store, Analyzer analyzer, Profile profile) {
    this(runner, store, analyzer, profile, Optional.empty());
  }

  /**
   * A window.
   *
   * @param settings the folder of the settings; empty to keep nothing
   */
  public ShellModel(
      BackgroundRunner runner,
      ManifestStore store,
      Analyzer analyzer,
      Profile profile,
      Optional<Path> settings) {
    super(runner, profile, settings);
    files = new FileCommands(runner, store, settings, preferences, status, notice::set, follow());
    tree.unsavedProperty().bind(files.unsaved().namesProperty());
    tree.unsettledProperty().bind(files.diskChanges().unsettledProperty());
    hint = new KeyHint(preferences, files.emptyProperty());
    OpenFiles openFiles = files.openFiles();
    ReviewApplication applied = ReviewApplication.of(ControlCatalogue.all());
    loop =
        new AnalysisLoop(
            runner,
            analyzer,
            applied,
            openFiles,
            () -> status.busy("analysing…"),
            this::look,
            this::show);
    SideSource versions = new SideSource(store, analyzer, applied);
    Fixer fixer = new Fixer(analyzer);
    Closing closing = new Closing(fixer, applied);
    review = new ReviewModel(runner, risk.tenantProperty(), closing, versions);
    selection =
        new SelectionModel(
            openFiles, files.tabs(), findings, help, risk, tree, () -> analysis.get());
    FileStatus.follow(files.tabs(), status);
    fixes =
        new FixApplication(
            runner,
            fixer,
            loop,
            openFiles,
            status,
            notice::set,
            left -> findings.showJust(left, "Only what fix all left"));
    fixRequests = new FixRequests(fixes, review, selection, () -> analysis.get(), notice::set);
    decisions =
        new ReviewCommands(
            review,
            files,
            fixes,
            new ReportExport(runner, store, closing, openFiles::lineEnds, notice::set),
            versions,
            notice::set);
    runner.onFailure(this::unexpected);
    theme = new ThemeModel(preferences);
    LayoutMemory.keep(preferences, findings, tree, editorPreferences);
  }

  private FileListener follow() {
    return new FileListener() {
      @Override
      public void typed() {
        loop.typed();
      }

      @Override
      public void arrived() {
        loop.arrived();
      }

      @Override
      public void complete() {
        selection.introduce(true);
      }

      @Override
      public void cleared() {
        selection.forget();
      }

      @Override
      public void rendered() {
        tree.viewProperty().set(TreeModel.View.CHARTS);
      }
    };
  }

  private Function<Analysis, AnalysisLoop.Rows> look() {
    Function<Analysis, FindingsShown> table = findings.look();
    TreeModel.View view = tree.viewProperty().get();
    return now -> new AnalysisLoop.Rows(TreeRoots.of(now, view), table.apply(now));
  }

  private void show(AnalysisLoop.Result result) {
    Analysis now = result.analysis();
    boolean sameFiles = now.hasFilesOf(analysis.get());
    analysis.set(now);
    files.openFiles().files().stream()
        .filter(OpenFile::hasEditor)
        .forEach(f -> f.editor().setFindings(now.findingsIn(f.name())));
    selection.refresh(
        result.facts().assessed(),
        () -> {
          findings.show(result.rows().findings());
          tree.show(result.rows().tree());
          risk.showPlacement(result.placement());
          risk.show(result.facts().assessed(), sameFiles);
          risk.showChecklists(result.facts().checklists());
          review.show(result.facts());
        });
    result.tell(status);
    boolean complete = status.workProperty().get() == StatusModel.Work.DONE;
    // in its own time, for the first editor of a process is a piece of work too
    runner.ui(() -> selection.introduce(complete));
  }

  public void undo() {
    OpenFile active = files.tabs().activeProperty().get();
    if (!fixes.undoRunFrom(active) && active != null) {
      active.editor().undo();
    }
  }

  /** Whether undo may take back fixes of several files. */
  ObservableValue<Boolean> canUndoRun() {
    return fixes.canUndoRun();
  }

  public void redo() {
    OpenFile active = files.tabs().activeProperty().get();
    if (active != null) {
      active.editor().redo();
    }
  }

  /** Chooses the next finding that the filter shows. */
  public void nextFinding() {
    hint.walked();
    selection.next();
  }

  public void previousFinding() {
    hint.walked();
    selection.previous();
  }

  /** Chooses a finding and shows its place, also when it is chosen already. */
  public void choose(LocatedFinding finding) {
    selection.choose(finding);
  }

  /** Chooses a row of the tree. */
  public void choose(TreeNode row) {
    selection.choose(row);
    review.follow(row);
  }

  /** What is looked at, in all parts of the window at once. */
  SelectionModel selection() {
    return selection;
  }

  /** Where the caret is; empty while no file is on show. */
  public Optional<Jump> placeLookedAt() {
    return selection.text().place();
  }

  /** Shows a place in its file, and chooses the object there. */
  public void jump(Jump to) {
    selection.goTo(to);
  }

  /** The caret moved: the finding there is the chosen one, unless one there is chosen already. */
  public void followCaret(EditorModel editor) {
    selection.followCaret(editor);
  }

  /**
   * Makes the proved edits of a fix.
   *
   * @param before the text that the edits belong to; where it is another by now, nothing is done
   */
  public void applyFix(LocatedFinding finding, FixOutcome.Applied fix, String before) {
    fixes.apply(finding.file(), fix, before);
  }

  /** Applies all safe fixes within a scope, once the person has agreed. */
  public void fixAll(FixScope scope, UserDialogs dialogs) {
    fixRequests.all(scope, dialogs);
  }

  /** Fixes of many findings at once. */
  FixRequests fixRequests() {
    return fixRequests;
  }

  /** Something went wrong that nobody foresaw: keeps all texts first, then says so. */
  public void unexpected(Throwable failure) {
    Kept kept = files.keepAll();
    status.opened();
    status.idle();
    files.dialogs().tell(Unexpected.of(failure, kept.texts(), kept.trouble()));
  }

  public ReadOnlyObjectProperty<Analysis> analysisProperty() {
    return analysis.getReadOnlyProperty();
  }

  /** What reviewers decide, and what leaves the window as a report. */
  public ReviewCommands decisions() {
    return decisions;
  }

  /** The review perspective. */
  public ReviewModel review() {
    return review;
  }

  /** How texts come in and out. */
  @Override
  public FileCommands files() {
    return files;
  }

  public KeyHint hint() {
    return hint;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme.themeProperty();
  }

  public ThemeModel theme() {
    return theme;
  }
}
