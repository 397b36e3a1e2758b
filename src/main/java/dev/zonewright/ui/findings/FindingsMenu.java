package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.report.Printable;
import dev.zonewright.text.FileNames;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** What can be done with the finding of a row. */
final class FindingsMenu {
  private final FindingsModel model;
  private final FindingsPane.Actions actions;
  private final Runnable copy;
  private final ContextMenu menu = new ContextMenu();

  FindingsMenu(FindingsModel model, FindingsPane.Actions actions, Runnable copy) {
    this.model = model;
    this.actions = actions;
    this.copy = copy;
    menu.setId("findings-menu");
  }

  void show(Node owner, LocatedFinding at, double screenX, double screenY) {
    menu.getItems().setAll(items(at));
    menu.show(owner, screenX, screenY);
  }

  private List<MenuItem> items(LocatedFinding at) {
    ControlInfo control = at.finding().control();
    List<MenuItem> out = new ArrayList<>();
    out.add(item("go", "Go to line " + at.start().line(), "Enter", () -> actions.jump(at)));
    for (int i = 0; i < at.related().size(); i++) {
      int number = i + 1;
      LocatedRelated place = at.related().get(i);
      String words =
          "Go to %d. %s, %s"
              .formatted(number, Printable.brief(place.role()), FileNames.last(place.place()));
      out.add(item("place-" + number, words, "", () -> actions.showPlace(at, number)));
    }
    out.add(item("fix", "Show fixes…", "Alt+Enter", () -> actions.showFixes(at)));
    out.add(item("accept", "Accept risk…", "Shift+Alt+Enter", () -> actions.accept(at)));
    out.add(item("copy", "Copy", "Shortcut+C", copy));
    out.add(new SeparatorMenuItem());
    out.add(item("only", "Show only “" + control.title() + "”", "", () -> model.showOnly(control)));
    out.add(item("hide", "Hide “" + control.title() + "”", "", () -> model.hide(control)));
    if (!model.controlsTextProperty().get().isEmpty()) {
      out.add(item("all", "Show all controls", "", model::showAllControls));
    }
    out.add(new SeparatorMenuItem());
    out.add(sorts());
    return out;
  }

  // the heads of the columns are for the mouse alone
  private Menu sorts() {
    FindingsLayout layout = model.layoutProperty().get();
    Menu sorts = new Menu("Sort by");
    sorts.setId("findings-menu-sort");
    for (FindingsColumn column : FindingsColumn.values()) {
      RadioMenuItem item = new RadioMenuItem(column.word());
      boolean is = layout.sortedBy() == column;
      item.setSelected(is);
      item.setOnAction(
          _ -> model.layoutProperty().set(layout.sortedBy(column, is && !layout.descending())));
      sorts.getItems().add(item);
    }
    return sorts;
  }

  private static MenuItem item(String id, String text, String keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("findings-menu-" + id);
    item.setMnemonicParsing(false);
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setOnAction(_ -> action.run());
    return item;
  }
}
