package dev.zonewright.ui.editor;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do in the editor. Of keys that two commands share, the first that can takes them. */
enum EditorCommand {
  FIX("Alt+Enter", "Show the fixes of the finding at the caret", key(KeyCode.ENTER, ALT_DOWN)),
  EXPLAIN("F1", "Explain the control of the finding at the caret", key(KeyCode.F1)),
  NEXT_FINDING("F2", "Go to the next finding", key(KeyCode.F2)),
  PREVIOUS_FINDING("Shift+F2", "Go to the previous finding", key(KeyCode.F2, SHIFT_DOWN)),
  SAVE("Ctrl+S", "Save the file", key(KeyCode.S, SHORTCUT_DOWN)),
  UNDO("Ctrl+Z", "Undo", key(KeyCode.Z, SHORTCUT_DOWN)),
  REDO("Ctrl+Y", "Redo", key(KeyCode.Y, SHORTCUT_DOWN), key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN)),
  FIND("Ctrl+F", "Find", key(KeyCode.F, SHORTCUT_DOWN)),
  REPLACE("Ctrl+H", "Find and replace", key(KeyCode.H, SHORTCUT_DOWN)),
  FIND_NEXT("F3", "Go to the next match", key(KeyCode.F3)),
  FIND_PREVIOUS("Shift+F3", "Go to the previous match", key(KeyCode.F3, SHIFT_DOWN)),
  GO_TO_LINE("Ctrl+G", "Go to a line", key(KeyCode.G, SHORTCUT_DOWN)),
  OUTLINE("Ctrl+R", "Go to an object of this file", key(KeyCode.R, SHORTCUT_DOWN)),
  COMMENT(
      "Ctrl+/",
      "Comment or uncomment the lines",
      key(KeyCode.SLASH, SHORTCUT_DOWN),
      key(KeyCode.DIVIDE, SHORTCUT_DOWN)),
  INDENT(
      "Ctrl+]",
      "Indent the lines; Tab with a selection does the same",
      key(KeyCode.CLOSE_BRACKET, SHORTCUT_DOWN)),
  OUTDENT(
      "Ctrl+[",
      "Outdent the lines; Shift+Tab does the same",
      key(KeyCode.OPEN_BRACKET, SHORTCUT_DOWN),
      key(KeyCode.TAB, SHIFT_DOWN)),
  TAB("Tab", "Indent; F6 leaves the editor", key(KeyCode.TAB)),
  NEW_LINE("Enter", "New line with matching indent", key(KeyCode.ENTER)),
  SELECT_NEXT(
      "Ctrl+D",
      "Select the word, then its next occurrences, with a caret at each; Alt+click adds a caret",
      key(KeyCode.D, SHORTCUT_DOWN)),
  DUPLICATE("Shift+Alt+Down", "Duplicate the lines", key(KeyCode.DOWN, SHIFT_DOWN, ALT_DOWN)),
  MOVE_UP("Alt+Up", "Move the lines up", key(KeyCode.UP, ALT_DOWN)),
  MOVE_DOWN("Alt+Down", "Move the lines down", key(KeyCode.DOWN, ALT_DOWN)),
  DELETE_LINES("Ctrl+Shift+K", "Delete the lines", key(KeyCode.K, SHORTCUT_DOWN, SHIFT_DOWN)),
  HOME("Home", "Go to the first character of the line that is not a space", key(KeyCode.HOME)),
  SELECT_HOME(
      "Shift+Home", "Select to the start of the text on the line", key(KeyCode.HOME, SHIFT_DOWN)),
  END("End", "Go to the end of the line", key(KeyCode.END)),
  SELECT_END("Shift+End", "Select to the end of the line", key(KeyCode.END, SHIFT_DOWN)),
  ERASE_PAIR(
      "Backspace",
      "Between a pair of brackets, delete both; in an indent, one step",
      key(KeyCode.BACK_SPACE)),
  FOLD(
      "Ctrl+Shift+[",
      "Fold the block that starts at or contains the line",
      key(KeyCode.OPEN_BRACKET, SHORTCUT_DOWN, SHIFT_DOWN)),
  UNFOLD("Ctrl+Shift+]", "Unfold the line", key(KeyCode.CLOSE_BRACKET, SHORTCUT_DOWN, SHIFT_DOWN)),
  WRAP("Alt+Z", "Turn line wrapping on or off", key(KeyCode.Z, ALT_DOWN)),
  ZOOM_IN(
      "Ctrl+Plus",
      "Larger text in the editor; Ctrl and the wheel do the same",
      key(KeyCode.PLUS, SHORTCUT_DOWN),
      key(KeyCode.EQUALS, SHORTCUT_DOWN),
      key(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_DOWN),
      key(KeyCode.ADD, SHORTCUT_DOWN)),
  ZOOM_OUT(
      "Ctrl+Minus",
      "Smaller text in the editor",
      key(KeyCode.MINUS, SHORTCUT_DOWN),
      key(KeyCode.SUBTRACT, SHORTCUT_DOWN)),
  ZOOM_RESET(
      "Ctrl+0",
      "Default text size in the editor",
      key(KeyCode.DIGIT0, SHORTCUT_DOWN),
      key(KeyCode.NUMPAD0, SHORTCUT_DOWN)),
  CLOSE_BAR("Esc", "Back to one caret; close the bar above the text", key(KeyCode.ESCAPE));

  private final String keys;
  private final String words;

  // made by List.of, of values
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<KeyCombination> combinations;

  EditorCommand(String keys, String words, KeyCombination... combinations) {
    this.keys = keys;
    this.words = words;
    this.combinations = List.of(combinations);
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  /** The command of a key that was pressed. */
  static Optional<EditorCommand> of(KeyEvent event) {
    return Arrays.stream(values())
        .filter(c -> c.combinations.stream().anyMatch(k -> k.match(event)))
        .findFirst();
  }

  /** The keys as they stand on the keyboard. */
  String keys() {
    return keys;
  }

  /** The keys as a menu shows them. */
  KeyCombination combination() {
    return combinations.getFirst();
  }

  /** What it does, for people. */
  String words() {
    return words;
  }
}
