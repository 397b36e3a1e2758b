package dev.zonewright.ui.shell;

import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.files.RecentMenu;
import dev.zonewright.ui.keys.Command;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** Everything that the window can do, in one menu at the start of the toolbar. */
final class ShellMenu extends MenuButton {
  ShellMenu(List<Command> commands, OpenChoices choices) {
    super(null, Widgets.icon(Feather.MENU));
    setId("menu");
    setAccessibleText("All commands");
    Tip.set(this, "All commands");
    getStyleClass().addAll("flat", "icon-only", "no-arrow");
    setMinWidth(USE_PREF_SIZE);
    for (Command.Group group : Command.Group.values()) {
      Menu menu = new Menu(group.title());
      menu.setId("menu-" + group.title().toLowerCase(Locale.ROOT));
      commands.stream()
          .filter(c -> c.group() == group)
          .forEach(c -> {
            menu.getItems().add(item(c));
            if (c.id().equals("paste")) {
              menu.getItems().add(new RecentMenu("menu-recent", choices));
            }
          });
      getItems().add(menu);
    }
  }

  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.title());
    item.setId("menu-" + command.id());
    item.setOnAction(_ -> command.run());
    item.disableProperty().bind(command.off());
    command.keys().stream()
        .filter(k -> !k.equals(Command.QUESTION))
        .filter(_ -> command.where() == Command.Where.EVERYWHERE)
        .findFirst()
        .ifPresent(k -> item.setAccelerator(KeyCombination.valueOf(k)));
    return item;
  }
}
