package dev.zonewright.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the window. They are taken before the focused part sees them. */
final class ShellKeys {
  private final Map<KeyCombination, Runnable> everywhere = new LinkedHashMap<>();
  private final Map<KeyCombination, Runnable> outsideFields = new LinkedHashMap<>();
  private final Map<KeyCombination, Runnable> outsideTable = new LinkedHashMap<>();

  ShellKeys(ShellModel model, FixCommands fixes, OpenChoices choices, GoTo goTo) {
    everywhere.put(key("F2"), model::nextFinding);
    everywhere.put(key("Shift+F2"), model::previousFinding);
    everywhere.put(key("Shortcut+S"), model::save);
    everywhere.put(key("Shortcut+Shift+S"), model::saveAll);
    everywhere.put(key("Shortcut+O"), choices::files);
    everywhere.put(key("Shortcut+P"), goTo::show);
    outsideFields.put(key("Shortcut+Z"), model::undo);
    outsideFields.put(key("Shortcut+Shift+Z"), model::redo);
    outsideFields.put(key("Shortcut+Y"), model::redo);
    outsideTable.put(key("Alt+Enter"), fixes::showFixes);
  }

  void on(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Node focus = scene.getFocusOwner();
          boolean inField = focus instanceof TextInputControl;
          // a row of the table may be another finding than the one at the caret
          boolean inTable = focus instanceof TableView;
          Runnable action = find(everywhere, event);
          if (action == null && !inField) {
            action = find(outsideFields, event);
          }
          if (action == null && !inTable) {
            action = find(outsideTable, event);
          }
          if (action != null) {
            event.consume();
            action.run();
          }
        });
  }

  private static @Nullable Runnable find(Map<KeyCombination, Runnable> keys, KeyEvent event) {
    return keys.entrySet().stream()
        .filter(k -> k.getKey().match(event))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static KeyCombination key(String words) {
    return KeyCombination.valueOf(words);
  }
}
