package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.EditorView;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.fix.FixActions;
import dev.zonewright.ui.fix.FixMenu;
import dev.zonewright.ui.fix.FixModel;
import dev.zonewright.ui.perspective.ReviewFixes;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.risk.RiskView;
import dev.zonewright.ui.tree.TreeMenu;
import dev.zonewright.ui.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What the editor and the fix menu ask for, answered by the window's model. */
final class FixCommands implements EditorActions, FixActions {
  private final ShellModel model;
  private final UserDialogs dialogs;
  private final FixModel fixes;
  private @Nullable FixMenu menu;
  private final BackgroundRunner runner;
  private @Nullable EditorTabs editors;
  private Runnable inReview = () -> {};
  private BooleanSupplier acceptInReview = () -> false;

  FixCommands(ShellModel model, BackgroundRunner runner, UserDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    this.runner = runner;
    this.fixes = new FixModel(this, runner.engine(), runner.window());
  }

  // a popup is a window of its own, which the first picture of the program need not wait for
  private FixMenu menu() {
    if (menu == null) {
      menu = new FixMenu(fixes);
    }
    return menu;
  }

  /** The editors over which the menu opens. */
  void follow(EditorTabs tabs) {
    editors = tabs;
  }

  /** The menu over the pages of the review. */
  ReviewFixes overReview() {
    ReviewFixes.Texts texts =
        new ReviewFixes.Texts() {
          @Override
          public Analysis analysis() {
            return model.analysisProperty().get();
          }

          @Override
          public Optional<String> text(String file) {
            return model.files().openFiles().file(file).map(OpenFile::text);
          }

          @Override
          public void apply(
              LocatedFinding finding, FixOutcome.Applied outcome, String before, String words) {
            model.fixRequests().applyUnseen(finding, outcome, before, words);
          }

          @Override
          public void tellNoFix() {
            model.notice.set(Notice.info("No open finding has a fix that changes this answer."));
          }

          @Override
          public void showManifests() {
            model.review().perspectiveProperty().set(Perspective.MANIFESTS);
          }
        };
    return new ReviewFixes(texts, runner, this);
  }

  /**
   * What the rows of the tree offer.
   *
   * @param focus gives the keyboard to the text
   */
  TreeMenu.Actions ofRows(Runnable focus) {
    return new TreeMenu.Actions() {
      @Override
      public void open(Jump at) {
        model.review().perspectiveProperty().set(Perspective.MANIFESTS);
        model.jump(at);
        focus.run();
      }

      @Override
      public void fixAll(TreeNode row) {
        model.fixRequests().all(row.title(), row.within(), dialogs);
      }

      @Override
      public void runbook(Jump workload) {
        model.decisions().runbook(Optional.of(workload), dialogs);
      }

      @Override
      public void copy(String words) {
        Clipboards.put(words);
      }
    };
  }

  /**
   * Says what answers while the review is looked at.
   *
   * @param show shows the fixes
   * @param accept accepts a risk; whether its page has something of its own to accept
   */
  void inReview(Runnable show, BooleanSupplier accept) {
    inReview = show;
    acceptInReview = accept;
  }

  /**
   * Opens the menu of the finding at the caret, in the editor on show; in the review that of what
   * is chosen there.
   */
  void showFixes() {
    if (model.review().perspectiveProperty().get() == Perspective.REVIEW) {
      inReview.run();
    } else if (editors != null) {
      editors.current().ifPresent(view -> view.showFixes());
    }
  }

  /**
   * Accepts the risk of what is looked at: of the chosen finding, or of an answer of the review.
   */
  void acceptRisk() {
    boolean review = model.review().perspectiveProperty().get() == Perspective.REVIEW;
    if (!review || !acceptInReview.getAsBoolean()) {
      chosen().ifPresent(this::accept);
    }
  }

  @Override
  public boolean isOnHost(LocatedFinding finding) {
    return model.findings().isOnHost(finding);
  }

  @Override
  public void nextFinding() {
    model.nextFinding();
  }

  @Override
  public void previousFinding() {
    model.previousFinding();
  }

  @Override
  public void nextPlace() {
    model.selection().nextPlace();
  }

  @Override
  public Optional<LocatedFinding> chosen() {
    return Optional.ofNullable(model.findings().selectedProperty().get());
  }

  @Override
  public void showFixes(LocatedFinding finding, Bounds key) {
    OpenFile file = model.tabs().activeProperty().get();
    if (file == null || editors == null) {
      return;
    }
    // a menu of one finding beside a table that has chosen another one would speak of two
    if (chosen().filter(c -> c.fingerprint().equals(finding.fingerprint())).isEmpty()) {
      model.selection().chooseHere(finding);
    }
    EditorModel editor = file.editor();
    List<LocatedFinding> findings = new ArrayList<>(List.of(finding));
    editor.findingsAtCaret().stream()
        .filter(f -> f.range().equals(finding.range()))
        .filter(f -> !f.fingerprint().equals(finding.fingerprint()))
        .forEach(findings::add);
    model.hint().askedForFixes();
    fixes.open(model.analysisProperty().get(), editor.text(), findings);
    Node owner = editors;
    Optional<EditorView> view = editors.current();
    menu().show(owner, key, line -> view.flatMap(v -> v.lineOnScreen(line)));
  }

  @Override
  public void explain(LocatedFinding finding) {
    model.choose(finding);
    model.risk().look(RiskView.CONTROL);
  }

  @Override
  public void accept(LocatedFinding finding) {
    model.decisions().accept(finding, dialogs);
  }

  @Override
  public void save() {
    model.save();
  }

  @Override
  public void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before) {
    model.applyFix(finding, outcome, before);
  }

  @Override
  public void fixDocument(LocatedFinding finding) {
    model.fixRequests().document(finding.file(), finding.document(), dialogs);
  }

  @Override
  public void fixEverywhere(LocatedFinding finding) {
    String control = finding.finding().control().id();
    model
        .fixRequests()
        .all(
            "all findings “" + finding.finding().control().title() + "”",
            f -> f.finding().control().id().equals(control),
            dialogs);
  }
}
