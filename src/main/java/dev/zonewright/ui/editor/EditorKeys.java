package dev.zonewright.ui.editor;

import dev.zonewright.ui.KeyAction;
import dev.zonewright.ui.editor.paint.EditorArea;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

/** The keys of the editor; RichTextFX would keep them from the window, so they are taken first. */
public final class EditorKeys {
  private static final List<KeyAction> IN_THE_BAR =
      List.of(
          new KeyAction("Enter", "Go to the next match", "Find"),
          new KeyAction("Shift+Enter", "Go to the previous match", "Find"),
          new KeyAction("Ctrl+Enter", "Replace all", "Find"),
          new KeyAction("Alt+C", "Turn match case on or off", "Find"),
          new KeyAction("Alt+W", "Turn whole words on or off", "Find"),
          new KeyAction("Alt+X", "Turn regular expressions on or off", "Find"));

  private EditorKeys() {}

  /** All keys of the editor and of its bar, in the order of a table for people. */
  public static List<KeyAction> all() {
    List<KeyAction> editor =
        Arrays.stream(EditorCommand.values())
            .map(c -> new KeyAction(c.keys(), c.words(), "Editor"))
            .toList();
    return Stream.concat(editor.stream(), IN_THE_BAR.stream()).toList();
  }

  static void take(EditorArea area, EditorCommands commands) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // taken by several carets
          if (event.isConsumed()) {
            return;
          }
          commands.openWhatIsErased(event.getCode());
          Optional<EditorCommand> command = EditorCommand.of(event);
          if (command.isPresent() && commands.run(command.get())) {
            event.consume();
          }
        });
    area.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          boolean plain = !event.isShortcutDown() || event.isAltDown();
          if (plain
              && !event.isConsumed()
              && event.getCharacter().length() == 1
              && commands.typed(event.getCharacter().charAt(0))) {
            event.consume();
          }
        });
    area.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.isShortcutDown() && event.getDeltaY() != 0) {
            commands.run(event.getDeltaY() > 0 ? EditorCommand.ZOOM_IN : EditorCommand.ZOOM_OUT);
            event.consume();
          }
        });
  }
}
