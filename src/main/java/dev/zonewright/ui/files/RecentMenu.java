package dev.zonewright.ui.files;

import dev.zonewright.ui.Widgets;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.WindowEvent;

/** What was opened before; filled anew each time it is shown. */
public final class RecentMenu extends Menu {
  private static final int MOST_LETTERS = 60;

  private final OpenChoices choices;

  public RecentMenu(String id, OpenChoices choices) {
    super("Recent");
    this.choices = choices;
    setId(id);
    fill();
    // a menu opens only when it has something in it, so it is filled before as well
    parentPopupProperty()
        .addListener((_, _, popup) -> {
          if (popup != null) {
            popup.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> fill());
          }
        });
  }

  private void fill() {
    ObservableList<MenuItem> items = getItems();
    List<Path> recent = choices.recent();
    items.clear();
    for (Path path : recent) {
      MenuItem item = new MenuItem(Widgets.shown(shown(path)));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> choices.open(path));
      items.add(item);
    }
    MenuItem forget = new MenuItem("Clear recent files");
    forget.setOnAction(_ -> choices.forgetRecent());
    items.addAll(new SeparatorMenuItem(), forget);
    setDisable(recent.isEmpty());
  }

  /** A path whose end can be read, for that tells one from another. */
  public static String shown(Path path) {
    String full = path.toString();
    int over = full.length() - MOST_LETTERS;
    return over <= 0 ? full : "…" + full.substring(over + 1);
  }
}
