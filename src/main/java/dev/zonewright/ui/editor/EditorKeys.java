package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/** The keys of the editor; RichTextFX would keep them from the window, so they are taken first. */
final class EditorKeys {
  private static final String INDENT = "  ";

  private final EditorModel model;
  private final CodeArea area;
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

  EditorKeys(EditorModel model, CodeArea area, EditorActions actions, Runnable fixes) {
    this.model = model;
    this.area = area;
    on(KeyCode.F2, actions::nextFinding);
    on(KeyCode.F2, actions::previousFinding, KeyCombination.SHIFT_DOWN);
    on(KeyCode.ENTER, fixes, KeyCombination.ALT_DOWN);
    on(KeyCode.F1, () -> model.findingsAtCaret().stream().findFirst().ifPresent(actions::explain));
    on(KeyCode.S, actions::save, KeyCombination.SHORTCUT_DOWN);
    on(KeyCode.Z, model::undo, KeyCombination.SHORTCUT_DOWN);
    on(KeyCode.Y, model::redo, KeyCombination.SHORTCUT_DOWN);
    on(KeyCode.Z, model::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    on(KeyCode.TAB, this::indent);
    on(KeyCode.TAB, this::outdent, KeyCombination.SHIFT_DOWN);
    on(KeyCode.ENTER, this::newLine);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void on(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
    keys.put(new KeyCodeCombination(code, modifiers), action);
  }

  private void pressed(KeyEvent event) {
    Optional<Runnable> action =
        keys.entrySet().stream()
            .filter(k -> k.getKey().match(event))
            .map(Map.Entry::getValue)
            .findFirst();
    if (action.isPresent()) {
      event.consume();
      action.get().run();
    }
  }

  private void newLine() {
    if (area.isEditable()) {
      int start = area.getSelection().getStart();
      TextBuffer text = model.buffer();
      String before = text.slice(text.startOf(text.lineOf(start)), start);
      area.replaceSelection("\n" + before.substring(0, indentOf(before)));
      area.requestFollowCaret();
    }
  }

  private static int indentOf(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private void indent() {
    IndexRange selection = area.getSelection();
    int first = model.buffer().lineOf(selection.getStart());
    int last = model.buffer().lineOf(selection.getEnd());
    if (!area.isEditable()) {
      return;
    }
    if (first == last) {
      area.replaceSelection(INDENT);
      return;
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      if (!model.buffer().line(line).isEmpty()) {
        edits.add(TextEdit.insert(model.buffer().startOf(line), INDENT));
      }
    }
    applyToLines(edits, first, last);
  }

  private void outdent() {
    if (!area.isEditable()) {
      return;
    }
    int first = model.buffer().lineOf(area.getSelection().getStart());
    int last = model.buffer().lineOf(area.getSelection().getEnd());
    List<TextEdit> edits = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      int spaces = Math.min(INDENT.length(), indentOf(model.buffer().line(line)));
      if (spaces > 0) {
        int start = model.buffer().startOf(line);
        edits.add(TextEdit.remove(start, start + spaces));
      }
    }
    applyToLines(edits, first, last);
  }

  private void applyToLines(List<TextEdit> edits, int first, int last) {
    model.apply(new EditSet(edits));
    if (first != last) {
      area.selectRange(model.buffer().startOf(first), model.buffer().endOf(last));
    }
  }
}
