package dev.zonewright.ui.shell;

import dev.zonewright.ui.editor.model.Folding;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.Command.Group;
import dev.zonewright.ui.keys.Command.Where;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the window can be asked to do with the tab on show and the text in it. */
final class TabCommands {
  private TabCommands() {}

  static List<Command> of(ShellModel model) {
    Tabs tabs = model.tabs();
    ObservableValue<Boolean> noFile = tabs.activeProperty().map(_ -> false).orElse(true);
    // the keys of the editor fold one at a time
    return List.of(
        fold("fold-all", "Fold all objects", tabs, Folding::foldAll).unless(noFile),
        fold("unfold-all", "Unfold all", tabs, Folding::unfoldAll).unless(noFile),
        move("tab-left", "Move tab left", "Shortcut+Shift+Page Up", tabs, -1).unless(noFile),
        move("tab-right", "Move tab right", "Shortcut+Shift+Page Down", tabs, 1).unless(noFile));
  }

  private static Command fold(String id, String title, Tabs tabs, Consumer<Folding> how) {
    return Command.of(
        id,
        Group.EDIT,
        title,
        "",
        Where.EVERYWHERE,
        () ->
            Optional.ofNullable(tabs.activeProperty().get())
                .ifPresent(file -> how.accept(file.editor().folding())));
  }

  private static Command move(String id, String title, String key, Tabs tabs, int by) {
    return new Command(
        id,
        Group.VIEW,
        title,
        List.of(key),
        Where.EVERYWHERE,
        new SimpleObjectProperty<>(false),
        () -> tabs.move(by));
  }
}
