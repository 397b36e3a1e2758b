package dev.zonewright.ui.shell;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.SidedPane;
import dev.zonewright.ui.SidedPane.Edge;
import dev.zonewright.ui.dialog.NoticeBar;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.dialog.WindowDialogs;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.findings.FindingsPane;
import dev.zonewright.ui.help.HelpPane;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.CommandKeys;
import dev.zonewright.ui.preferences.Dividers;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.risk.RiskPane;
import dev.zonewright.ui.risk.RiskView;
import dev.zonewright.ui.status.ReadingState;
import dev.zonewright.ui.status.StatusLine;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreePane;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The layout of the window, and the threads of command between its parts. */
public final class ShellView {
  private static final double LEFT = 258;
  private static final double RIGHT = 352;
  private static final SidedPane.Room TREE_ROOM = new SidedPane.Room(208, 720, 1440);
  private static final SidedPane.Room RISK_ROOM = new SidedPane.Room(300, 580, 1180);

  private final ShellModel model;
  private final BorderPane root = new BorderPane();
  private final UserDialogs dialogs;
  private final EditorTabs editors;
  private final FixCommands fixes;
  private final OpenChoices choices;
  private final Dividers dividers;
  private final GoTo goTo;
  private final SidedPane treeSide;
  private final SidedPane riskSide;
  private final List<Command> commands;

  /**
   * Builds the window's content.
   *
   * @param sample the sample to offer, where one is shipped
   */
  public ShellView(ShellModel model, BackgroundRunner runner, Optional<Path> sample) {
    this.model = model;
    dialogs = new WindowDialogs(this::window);
    model.askThrough(dialogs);
    choices = new OpenChoices(this::window, model.files(), model.preferences(), sample);
    dividers = new Dividers(model.preferences());
    fixes = new FixCommands(model, runner, dialogs);
    editors = new EditorTabs(model, runner, fixes);
    fixes.follow(editors);
    commands = new ShellCommands(model, choices, actions()).all();
    goTo = new GoTo(model, runner, this::root, () -> commands, editors::focus);
    // the keys of the editor work at once when the first file is there
    model.emptyProperty().addListener((_, _, _) -> runner.ui(editors::focus));
    riskSide = manifests(runner.frames());
    // manifests and review in the same place, and the switch between them over both
    Region middle = new Perspectives(model, riskSide, this::goTo, fixes, dialogs, runner.frames());
    treeSide = columns(middle, runner.frames());
    root.setTop(new Toolbar(model, choices, dialogs, commands, goTo::show));
    // a notice leaves the status line to be read
    root.setCenter(new NoticeBar(treeSide, model.noticeProperty(), runner));
    root.setBottom(
        new StatusLine(
            model.status(), model.findings().countsProperty(), model.files()::cancelOpening));
    root.setId("shell");
    root.setOnDragOver(ShellView::dragged);
    root.setOnDragDropped(this::dropped);
  }

  private ShellCommands.ViewActions actions() {
    return new ShellCommands.ViewActions() {
      @Override
      public void showFixes() {
        fixes.showFixes();
      }

      @Override
      public void acceptRisk() {
        fixes.acceptRisk();
      }

      @Override
      public void runbook() {
        model.decisions().runbook(model.placeLookedAt(), dialogs);
      }

      @Override
      public void fixAll(FixScope scope) {
        model.fixAll(scope, dialogs);
      }

      @Override
      public void goTo() {
        goTo.show();
      }

      @Override
      public Window window() {
        return ShellView.this.window();
      }

      @Override
      public void resetPanels() {
        dividers.reset();
      }

      @Override
      public void foldTree() {
        treeSide.toggle();
      }

      @Override
      public void foldRisk() {
        riskSide.toggle();
      }

      @Override
      public void walkPanels(int by) {
        panels().walk(root.getScene().getFocusOwner(), by);
      }

      @Override
      public void quit() {
        window().fireEvent(new WindowEvent(window(), WindowEvent.WINDOW_CLOSE_REQUEST));
      }
    };
  }

  private Panels panels() {
    return Panels.of(
        root,
        List.of(
            panel("#tree-panel", () -> root.lookup("#workspace-tree").requestFocus()),
            model.emptyProperty().get()
                ? new Panels.Panel(root.lookup("#editor-panel"), Optional.empty())
                : panel("#editor-panel", editors::focus),
            panel("#findings-panel", () -> root.lookup("#findings-table").requestFocus())));
  }

  private Panels.Panel panel(String id, Runnable entrance) {
    return new Panels.Panel(root.lookup(id), Optional.of(entrance));
  }

  public Parent root() {
    return root;
  }

  /** Gives the keyboard to the first thing that there is to do. */
  public void focusFirst() {
    root.lookup("#empty-open-files").requestFocus();
  }

  /** Takes the window's keys; to be called once the scene is there. */
  public void takeKeys() {
    new CommandKeys(commands).on(root.getScene());
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  private SidedPane columns(Region middle, Executor frames) {
    TreePane tree = new TreePane(model.tree(), model::choose, frames);
    tree.setId("tree-panel");
    tree.offer(fixes.ofRows(editors::focus));
    SidedPane columns = new SidedPane(Edge.LEFT, tree, middle, TREE_ROOM, LEFT);
    columns.setId("columns");
    columns.rail(
        List.of(TreeModel.View.values()),
        TreeModel.View::title,
        TreeModel.View::id,
        model.tree().viewProperty());
    dividers.side(columns, "left", LEFT);
    return columns;
  }

  private SidedPane manifests(Executor frames) {
    SidedPane manifests =
        new SidedPane(Edge.RIGHT, risksAndHelp(frames), middle(frames), RISK_ROOM, RIGHT);
    manifests.setId("manifests");
    manifests.rail(
        List.of(RiskView.values()), RiskView::title, RiskView::id, model.risk().viewProperty());
    dividers.side(manifests, "right", RIGHT);
    model.risk().onLook(manifests::open);
    return manifests;
  }

  /** Shows the line of an answer in its text; Alt+Left comes back. */
  private void goTo(Evidence.Place place) {
    model.review().perspectiveProperty().set(Perspective.MANIFESTS);
    model.jump(new Jump(place.file(), place.range()));
    editors.focus();
  }

  private RiskPane risksAndHelp(Executor frames) {
    HelpPane help = new HelpPane(model.help(), model.selection()::showPlace, frames);
    help.setId("help-panel");
    RiskPane risk = new RiskPane(model.risk(), model::jump, help, frames);
    risk.setId("risk-panel");
    return risk;
  }

  private SplitPane middle(Executor frames) {
    EmptyState empty = new EmptyState(choices, model, Bindings.isEmpty(editors.getTabs()));
    ReadingState reading = new ReadingState(model.status(), model.files()::cancelOpening);
    BooleanBinding coming = model.status().workProperty().isEqualTo(StatusModel.Work.OPENING);
    reading.visibleProperty().bind(coming.and(model.emptyProperty()));
    VBox texts = new VBox(editors, new HintBar(model.hint(), editors::focus));
    VBox.setVgrow(editors, Priority.ALWAYS);
    texts.visibleProperty().bind(model.emptyProperty().not());
    StackPane upper = new StackPane(texts, empty, reading);
    upper.setId("editor-panel");
    FindingsPane.Actions actions =
        new FindingsPane.Actions() {
          @Override
          public void jump(LocatedFinding finding) {
            model.choose(finding);
            editors.focus();
          }

          @Override
          public void showPlace(LocatedFinding finding, int number) {
            model.choose(finding);
            model.selection().showPlace(number);
            editors.focus();
          }

          @Override
          public void showFixes(LocatedFinding finding) {
            model.choose(finding);
            fixes.showFixes();
          }

          @Override
          public void accept(LocatedFinding finding) {
            fixes.accept(finding);
          }
        };
    FindingsPane findings = new FindingsPane(model.findings(), actions, frames);
    findings.setId("findings-panel");
    SplitPane middle = new SplitPane(upper, findings);
    middle.setOrientation(Orientation.VERTICAL);
    dividers.below(middle, "findings", FindingsPane::usualHeight);
    SplitPane.setResizableWithParent(findings, false);
    return middle;
  }

  private static void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    Dragboard dropped = event.getDragboard();
    if (dropped.hasFiles()) {
      model.open(dropped.getFiles().stream().map(File::toPath).toList());
    } else {
      model.files().paste(dropped.getString());
    }
    event.setDropCompleted(true);
    event.consume();
  }
}
