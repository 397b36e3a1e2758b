package dev.zonewright.ui.keys;

import dev.zonewright.ui.keys.Command.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** Listens for the keys of the window. They are taken before the focused part sees them. */
public final class CommandKeys {
  private final List<Binding> bindings = new ArrayList<>();
  private final List<Command> typed = new ArrayList<>();

  private record Binding(KeyCombination keys, Command command) {}

  public CommandKeys(List<Command> commands) {
    for (Command command : commands) {
      for (String words : command.keys()) {
        if (words.equals(Command.QUESTION)) {
          typed.add(command);
        } else {
          bindings.add(new Binding(KeyCombination.valueOf(words), command));
        }
      }
    }
  }

  public void on(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Optional<Command> command =
              bindings.stream()
                  .filter(b -> b.keys().match(event) && applies(b, scene.getFocusOwner()))
                  .map(Binding::command)
                  .findFirst();
          if (command.isPresent()) {
            event.consume();
            command.get().run();
          }
        });
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (event.getCharacter().equals(Command.QUESTION) && !isText(scene.getFocusOwner())) {
            event.consume();
            typed.forEach(Command::run);
          }
        });
  }

  private static boolean applies(Binding binding, @Nullable Node focus) {
    Where where = binding.command().where();
    return switch (where) {
      case EVERYWHERE -> true;
      case OUTSIDE_FIELDS -> !(focus instanceof TextInputControl);
      case OUTSIDE_TABLE -> !(focus instanceof TableView);
      case OUTSIDE_TEXT -> !isText(focus);
    };
  }

  private static boolean isText(@Nullable Node focus) {
    return focus instanceof TextInputControl || focus instanceof GenericStyledArea;
  }
}
