package dev.zonewright.ui.shell;

import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.export.ReportExport;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.RecentMenu;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.palette.GoToButton;
import dev.zonewright.ui.preferences.Preferences;
import dev.zonewright.ui.preferences.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The top of the window. */
final class Toolbar extends HBox {
  private static final double SAVE_GAP = 4;

  private final ShellModel model;
  private final Label profile;
  private final GoToButton goTo;
  // the widths that the bar was fitted to
  private List<Double> fitted = List.of();

  Toolbar(
      ShellModel model,
      OpenChoices choices,
      UserDialogs dialogs,
      List<Command> commands,
      Runnable goTo) {
    this.model = model;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    String name = "Profile: " + model.profile().name();
    profile = Widgets.label(name, "profile");
    Tip.set(profile, name + "\nThe controls and values that manifests are checked against");
    this.goTo = new GoToButton(goTo);
    getChildren()
        .setAll(
            new ShellMenu(commands, choices),
            openMenu(choices),
            saveMenu(),
            new Separator(Orientation.VERTICAL),
            undo(),
            redo(),
            new Separator(Orientation.VERTICAL),
            fixMenu(scope -> model.fixAll(scope, dialogs)),
            exportMenu(dialogs),
            Widgets.spacer(),
            this.goTo,
            profile,
            theme());
  }

  // where the room gets scarce the field gives up its words first, then the name of the profile
  // goes, then its key: all are in tooltips, and the commands in the menu
  @Override
  protected void layoutChildren() {
    List<Double> asked = widths();
    if (!asked.equals(fitted)) {
      fit();
      fitted = asked;
    }
    super.layoutChildren();
  }

  // To try what fits changes what is seen, and asks for one more layout. Where that was done with
  // each
  // layout, each frame in which anything in the window changed laid out this bar, and painted the
  // whole window.
  private List<Double> widths() {
    List<Double> out = new ArrayList<>();
    out.add(getWidth());
    for (Node child : getChildren()) {
      out.add(child == goTo ? goTo.wholeWidth() : child.prefWidth(-1));
    }
    return out;
  }

  private void fit() {
    profile.setManaged(true);
    goTo.show(true, true);
    if (prefWidth(-1) > getWidth()) {
      goTo.show(false, true);
    }
    boolean fits = prefWidth(-1) <= getWidth();
    profile.setManaged(fits);
    profile.setVisible(fits);
    // with large text the key has no room either, and “…” in its place says nothing
    if (prefWidth(-1) > getWidth()) {
      goTo.show(false, false);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  private static Node openMenu(OpenChoices choices) {
    MenuButton menu = new MenuButton("Open", Widgets.icon(Feather.FOLDER));
    menu.setId("open-menu");
    menu.setAccessibleText("Open manifests");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getItems()
        .setAll(
            item("open-files", "Files…", choices::files),
            item("open-folder", "Folder…", choices::folder),
            item("open-chart", "Helm chart…", choices::chart),
            item("open-paste", "From clipboard", choices::paste));
    if (choices.hasSample()) {
      menu.getItems().add(item("open-sample", "Sample platform", choices::sample));
    }
    menu.getItems().addAll(new SeparatorMenuItem(), new RecentMenu("open-recent", choices));
    return menu;
  }

  private Node saveMenu() {
    Button save = new Button("Save");
    Widgets.named(save, "save", "Save this file (Ctrl+S)");
    save.getStyleClass().add("flat");
    save.setMinWidth(USE_PREF_SIZE);
    save.disableProperty().bind(not(active(OpenFile::unsavedProperty)));
    save.setOnAction(_ -> model.save());
    Button all = new Button("Save all");
    Widgets.named(all, "save-all", "Save every changed file (Ctrl+Alt+S)");
    all.getStyleClass().add("flat");
    all.setMinWidth(USE_PREF_SIZE);
    all.disableProperty().bind(model.unsavedProperty().not());
    all.setOnAction(_ -> model.saveAll());
    // where keys have borders, they do not touch
    HBox both = new HBox(SAVE_GAP, save, all);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private Node undo() {
    Button undo = Widgets.iconButton("undo", Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)");
    ObservableValue<Boolean> here = active(file -> file.editor().canUndoProperty());
    ObservableValue<Boolean> run = model.canUndoRun();
    undo.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !here.getValue() && !run.getValue(), here, run));
    undo.setOnAction(_ -> model.undo());
    return undo;
  }

  private Node redo() {
    Button redo = Widgets.iconButton("redo", Feather.CORNER_UP_RIGHT, "Redo (Ctrl+Shift+Z)");
    redo.disableProperty().bind(not(active(file -> file.editor().canRedoProperty())));
    redo.setOnAction(_ -> model.redo());
    return redo;
  }

  private Node fixMenu(Consumer<FixScope> fixAll) {
    MenuButton menu = new MenuButton("Fix all…", Widgets.icon(Feather.ZAP));
    menu.setId("fix-all-menu");
    menu.setAccessibleText("Apply all safe fixes");
    menu.getStyleClass().add("accent");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getItems()
        .setAll(
            List.of(
                item("fix-document", "In this document", () -> fixAll.accept(FixScope.DOCUMENT)),
                item("fix-file", "In this file", () -> fixAll.accept(FixScope.FILE)),
                item("fix-tenant", "In this tenant", () -> fixAll.accept(FixScope.TENANT)),
                item("fix-control", "Of this control", () -> fixAll.accept(FixScope.CONTROL)),
                item("fix-everything", "Everywhere", () -> fixAll.accept(FixScope.EVERYTHING))));
    menu.disableProperty()
        .bind(model.analysisProperty().map(a -> a.findings().isEmpty()).orElse(true));
    return menu;
  }

  private Node exportMenu(UserDialogs dialogs) {
    MenuButton menu = new MenuButton("Export");
    menu.setId("export-menu");
    menu.setAccessibleText("Export a report of the opened manifests");
    menu.getStyleClass().add("flat");
    menu.setMinWidth(USE_PREF_SIZE);
    for (ExportFormat format : ReportExport.ORDER) {
      menu.getItems()
          .add(
              item(
                  "export-" + format.ending(),
                  ReportExport.title(format),
                  () -> model.decisions().export(format, dialogs)));
    }
    menu.disableProperty().bind(model.emptyProperty());
    return menu;
  }

  private Node theme() {
    MenuButton menu = new MenuButton();
    menu.setId("theme");
    menu.setAccessibleText("Colour theme");
    Tip.set(menu, "Colours");
    menu.getStyleClass().addAll("flat", "icon-only", "no-arrow");
    menu.setMinWidth(USE_PREF_SIZE);
    Preferences preferences = model.preferences();
    ToggleGroup choices = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.title());
      item.setId("theme-" + choice.word());
      item.setToggleGroup(choices);
      item.setSelected(preferences.now().theme() == choice);
      item.setOnAction(_ -> preferences.change(s -> s.withTheme(choice)));
      preferences
          .settingsProperty()
          .addListener((_, _, now) -> item.setSelected(now.theme() == choice));
      menu.getItems().add(item);
    }
    menu.graphicProperty()
        .bind(
            model
                .themeProperty()
                .map(t -> Widgets.icon(t == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
    return menu;
  }

  private ObservableValue<Boolean> active(Function<OpenFile, ObservableBooleanValue> of) {
    return model.tabs().activeProperty().flatMap(of).map(b -> b).orElse(false);
  }

  private static BooleanBinding not(ObservableValue<Boolean> value) {
    return Bindings.createBooleanBinding(() -> !value.getValue(), value);
  }

  private static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
