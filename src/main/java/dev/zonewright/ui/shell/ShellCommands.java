package dev.zonewright.ui.shell;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.settings.Settings;
import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.dialog.WindowDialogs;
import dev.zonewright.ui.export.ExportCommands;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.help.AboutDialog;
import dev.zonewright.ui.help.AboutFacts;
import dev.zonewright.ui.help.HelpCommands;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.Command.Group;
import dev.zonewright.ui.keys.Command.Where;
import dev.zonewright.ui.preferences.Preferences;
import dev.zonewright.ui.review.Perspective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Everything that the window can be asked to do, in the order of its menus. */
final class ShellCommands {
  private final ShellModel model;
  private final List<Command> all = new ArrayList<>();

  /** What only the view can do. */
  interface ViewActions {
    void showFixes();

    /** Asks for all that an exception for the chosen finding needs. */
    void acceptRisk();

    /** Shows what to do about incidents, for the workload that is looked at. */
    void runbook();

    void fixAll(FixScope scope);

    void goTo();

    /** What dialogs stand over. */
    Window window();

    void resetPanels();

    /** Folds the tree to its rail, or brings it back. */
    void foldTree();

    /** The same for what stands at the right. */
    void foldRisk();

    /** Gives the keyboard to another panel: by 1 to the next, by -1 to the one before. */
    void walkPanels(int by);

    void quit();
  }

  ShellCommands(ShellModel model, OpenChoices choices, ViewActions view) {
    this.model = model;
    opening(choices);
    saving(view);
    editing();
    findings(view);
    looks(view);
    all.addAll(
        HelpCommands.of(
            view::window,
            this::all,
            () -> AboutFacts.running(model.preferences().folder()),
            bom -> model.decisions().write(AboutDialog.BOM, bom, new WindowDialogs(view::window))));
  }

  List<Command> all() {
    return List.copyOf(all);
  }

  private void opening(OpenChoices choices) {
    add(everywhere("files", Group.FILE, "Open files…", "Shortcut+O", choices::files));
    add(everywhere("folder", Group.FILE, "Open folder…", "Shortcut+Shift+O", choices::folder));
    add(everywhere("chart", Group.FILE, "Open Helm chart…", "", choices::chart));
    add(
        command(
            "paste",
            Group.FILE,
            "Open from clipboard",
            "Shortcut+V",
            Where.OUTSIDE_TEXT,
            choices::paste));
    if (choices.hasSample()) {
      add(everywhere("sample", Group.FILE, "Open the sample", "", choices::sample));
    }
  }

  private void saving(ViewActions view) {
    ObservableValue<Boolean> unchanged = not(active(OpenFile::unsavedProperty));
    ObservableValue<Boolean> noFile =
        not(model.tabs().activeProperty().map(_ -> true).orElse(false));
    add(everywhere("save-file", Group.FILE, "Save", "Shortcut+S", model::save).unless(unchanged));
    add(
        everywhere("save-all-files", Group.FILE, "Save all", "Shortcut+Alt+S", model::saveAll)
            .unless(not(model.unsavedProperty())));
    add(
        everywhere(
                "save-as",
                Group.FILE,
                "Save as…",
                "Shortcut+Shift+S",
                () -> model.files().saveElsewhere(false))
            .unless(noFile));
    add(
        everywhere(
                "save-copy",
                Group.FILE,
                "Save a copy…",
                "",
                () -> model.files().saveElsewhere(true))
            .unless(noFile));
    add(
        everywhere("close-tab", Group.FILE, "Close tab", "Shortcut+W", model.tabs()::closeActive)
            .unless(noFile));
    add(
        everywhere(
                "close-all",
                Group.FILE,
                "Close all files",
                "Shortcut+Shift+W",
                model.files()::closeAll)
            .unless(model.emptyProperty()));
    UserDialogs asking = new WindowDialogs(view::window);
    all.addAll(
        ExportCommands.of(
            model.emptyProperty(),
            format -> model.decisions().export(format, asking),
            model.review().compare(),
            compared -> model.decisions().export(compared, asking)));
    add(everywhere("quit", Group.FILE, "Quit", "Shortcut+Q", view::quit));
  }

  private void editing() {
    add(
        command("undo-edit", Group.EDIT, "Undo", "Shortcut+Z", Where.OUTSIDE_FIELDS, model::undo)
            .unless(nothingToUndo()));
    add(
        command(
                "redo-edit",
                Group.EDIT,
                "Redo",
                "Shortcut+Shift+Z Shortcut+Y",
                Where.OUTSIDE_FIELDS,
                model::redo)
            .unless(not(active(file -> file.editor().canRedoProperty()))));
  }

  private ObservableValue<Boolean> nothingToUndo() {
    ObservableValue<Boolean> here = active(file -> file.editor().canUndoProperty());
    ObservableValue<Boolean> run = model.canUndoRun();
    return Bindings.createBooleanBinding(() -> !here.getValue() && !run.getValue(), here, run);
  }

  private void findings(ViewActions view) {
    ObservableValue<Boolean> none =
        model.analysisProperty().map(a -> a.findings().isEmpty()).orElse(true);
    add(
        everywhere("next-finding", Group.FINDINGS, "Next finding", "F2", model::nextFinding)
            .unless(none));
    add(
        everywhere(
                "previous-finding",
                Group.FINDINGS,
                "Previous finding",
                "Shift+F2",
                model::previousFinding)
            .unless(none));
    ObservableValue<Boolean> noPlace =
        model.selection().currentProperty().map(Selection::restsOnNothing);
    add(
        everywhere(
                "next-place",
                Group.FINDINGS,
                "Next place of the finding",
                "F8",
                model.selection()::nextPlace)
            .unless(noPlace));
    add(
        everywhere(
                "previous-place",
                Group.FINDINGS,
                "Previous place of the finding",
                "Shift+F8",
                model.selection()::previousPlace)
            .unless(noPlace));
    add(
        command(
                "show-fixes",
                Group.FINDINGS,
                "Show fixes…",
                "Alt+Enter",
                Where.OUTSIDE_TABLE,
                view::showFixes)
            .unless(none));
    add(
        everywhere(
                "accept-risk", Group.FINDINGS, "Accept risk…", "Shift+Alt+Enter", view::acceptRisk)
            .unless(nothingToAccept()));
    add(
        everywhere(
                "runbook", Group.FINDINGS, "Incident runbook of this workload…", "", view::runbook)
            .unless(model.emptyProperty()));
    add(everywhere("go-to", Group.FINDINGS, "Go to…", "Shortcut+P", view::goTo));
    for (FixScope scope : FixScope.values()) {
      add(
          everywhere(
                  "fix-all-" + scope.name().toLowerCase(Locale.ROOT),
                  Group.FINDINGS,
                  "Fix all " + (scope == FixScope.CONTROL ? "" : "in ") + scope.words() + "…",
                  "",
                  () -> view.fixAll(scope))
              .unless(none));
    }
  }

  /** An answer of the review has a finding of its own. */
  private ObservableValue<Boolean> nothingToAccept() {
    ObservableValue<@Nullable LocatedFinding> chosen = model.findings().selectedProperty();
    ObservableValue<Perspective> looked = model.review().perspectiveProperty();
    return Bindings.createBooleanBinding(
        () -> chosen.getValue() == null && looked.getValue() != Perspective.REVIEW, chosen, looked);
  }

  private void looks(ViewActions view) {
    Preferences preferences = model.preferences();
    for (ThemeChoice choice : ThemeChoice.values()) {
      add(
          everywhere(
              "theme-" + choice.word(),
              Group.VIEW,
              "Colour theme: " + choice.title().toLowerCase(Locale.ROOT),
              "",
              () -> preferences.change(s -> s.withTheme(choice))));
    }
    all.addAll(ReviewPageCommands.of(model));
    add(everywhere("next-panel", Group.VIEW, "Next panel", "F6", () -> view.walkPanels(1)));
    add(
        everywhere(
            "previous-panel", Group.VIEW, "Previous panel", "Shift+F6", () -> view.walkPanels(-1)));
    add(everywhere("fold-tree", Group.VIEW, "Show or hide the tree", "Shortcut+B", view::foldTree));
    add(
        everywhere(
            "fold-risk",
            Group.VIEW,
            "Show or hide the residual risk",
            "Shortcut+Shift+B",
            view::foldRisk));
    add(everywhere("font-larger", Group.VIEW, "Larger text", "", () -> grow(1)));
    add(everywhere("font-smaller", Group.VIEW, "Smaller text", "", () -> grow(-1)));
    add(
        everywhere(
            "font-usual",
            Group.VIEW,
            "Default text size",
            "",
            () -> preferences.change(s -> s.withFontSize(Settings.USUAL_FONT))));
    add(everywhere("reset-panels", Group.VIEW, "Reset panel layout", "", view::resetPanels));
    all.addAll(TabCommands.of(model));
  }

  private void grow(int by) {
    model.preferences().change(s -> s.withFontSize(s.fontSize() + by));
  }

  private void add(Command command) {
    all.add(command);
  }

  private static Command everywhere(
      String id, Group group, String title, String keys, Runnable action) {
    return command(id, group, title, keys, Where.EVERYWHERE, action);
  }

  private static Command command(
      String id, Group group, String title, String keys, Where where, Runnable action) {
    return Command.of(id, group, title, keys, where, action);
  }

  private ObservableValue<Boolean> active(Function<OpenFile, ObservableBooleanValue> of) {
    return model.tabs().activeProperty().flatMap(of).map(b -> b).orElse(false);
  }

  private static ObservableValue<Boolean> not(ObservableValue<Boolean> value) {
    return value.map(b -> !b);
  }
}
