package dev.zonewright.ui.help;

import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.Command.Group;
import dev.zonewright.ui.keys.Command.Where;
import dev.zonewright.ui.keys.KeyTable;
import dev.zonewright.ui.keys.KeysSheet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/** What the window says of itself: its manual, its keys, and what it is. */
public final class HelpCommands {
  private HelpCommands() {}

  /**
   * The commands, in the order of the menu.
   *
   * @param over the window that they are shown over
   * @param all every command of the window, for the sheet of keys
   * @param about what the program is; asked when it is shown
   * @param saveBom saves the software bill of materials where the person wants it
   */
  public static List<Command> of(
      Supplier<Window> over,
      Supplier<List<Command>> all,
      Supplier<AboutFacts> about,
      Consumer<String> saveBom) {
    return List.of(
        command("manual", "Manual", "", () -> new ManualWindow(over.get()).show()),
        command(
            "keys",
            "Keyboard shortcuts",
            "Shift+F1 ?",
            () -> new KeysSheet(over.get(), KeyTable.of(all.get())).showAndWait()),
        command(
            "about",
            "About Zonewright",
            "",
            () -> AboutDialog.ask(over.get(), about.get()).ifPresent(saveBom)));
  }

  private static Command command(String id, String title, String keys, Runnable action) {
    return Command.of(id, Group.HELP, title, keys, Where.EVERYWHERE, action);
  }
}
