package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.editor.model.EditorListener;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.paint.CaretMarks;
import dev.zonewright.ui.editor.paint.EditorArea;
import dev.zonewright.ui.editor.text.Carets;
import dev.zonewright.ui.editor.text.Folds;
import dev.zonewright.ui.editor.text.LineEdits;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** While there are several carets, takes the keys that write, erase and move before all others. */
final class CaretKeys implements EditorListener {
  private final EditorModel model;
  private final EditorArea area;
  private final CaretMarks marks;
  private Carets carets = Carets.of(TextRange.at(0));
  private boolean writing;

  CaretKeys(EditorModel model, EditorArea area, CaretMarks marks) {
    this.model = model;
    this.area = area;
    this.marks = marks;
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
  }

  /**
   * Follows the text. To be called when the area follows it already: the area takes the carets that
   * it draws along with its text, and then they are put where they belong.
   */
  void start() {
    model.addListener(this);
  }

  /** Selects the next place with the words that are selected, besides. */
  void selectNext() {
    now().withNext(model.buffer()).ifPresent(this::show);
  }

  /** Back to one caret; says whether there were more. */
  boolean leave() {
    boolean several = carets.areSeveral();
    if (several) {
      carets = Carets.of(carets.mainRange());
      marks.show(List.of());
    }
    return several;
  }

  void close() {
    model.removeListener(this);
  }

  private Carets now() {
    return carets.areSeveral() ? carets : Carets.of(area.selectionInText());
  }

  private void show(Carets shown) {
    carets = shown;
    TextRange main = shown.mainRange();
    model.folding().show(main.start(), main.end());
    model.moveCaret(main.end());
    area.selectText(main);
    area.requestFollowCaret();
    marks.show(shown.areSeveral() ? shown.others() : List.of());
  }

  private void change(Carets.Change change) {
    if (area.isEditable()) {
      writing = true;
      model.typedTogether(change.edits());
      writing = false;
      show(change.after());
    }
  }

  private void typed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() || event.isAltDown();
    if (carets.areSeveral() && plain) {
      String words = event.getCharacter();
      if (!words.isEmpty() && !Character.isISOControl(words.charAt(0))) {
        change(carets.typed(words));
      }
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (!carets.areSeveral() || event.getCode().isModifierKey()) {
      return;
    }
    boolean taken = event.isShortcutDown() ? shortcut(event) : plain(event);
    if (taken) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event) {
    switch (event.getCode()) {
      case V -> change(carets.pasted(clipboard()));
      case C, X -> {
        copy();
        if (event.getCode() == KeyCode.X) {
          change(carets.typed(""));
        }
      }
      case D, Z, Y -> {
        return false;
      }
      default -> {
        leave();
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    TextBuffer text = model.buffer();
    Folds folds = area.folds();
    switch (event.getCode()) {
      case ESCAPE -> leave();
      case BACK_SPACE -> change(carets.erasedBefore(text));
      case DELETE -> change(carets.erasedAfter(text));
      case ENTER -> change(carets.newLine(text));
      case TAB -> change(carets.typed(LineEdits.INDENT));
      case LEFT -> move(event, at -> folds.offset(Math.max(0, folds.shown(at) - 1)));
      case RIGHT ->
          move(event, at -> folds.offset(Math.min(area.getLength(), folds.shown(at) + 1)));
      case HOME -> move(event, at -> LineEdits.home(text, at));
      case END -> move(event, at -> text.endOf(text.lineOf(at)));
      case UP -> move(event, at -> beside(at, -1));
      case DOWN -> move(event, at -> beside(at, 1));
      default -> {
        if (event.isAltDown() || event.getCode().isNavigationKey() || isFunction(event)) {
          leave();
        }
        return false;
      }
    }
    return true;
  }

  private static boolean isFunction(KeyEvent event) {
    return event.getCode().isFunctionKey();
  }

  private void move(KeyEvent event, UnaryOperator<Integer> where) {
    if (event.isShiftDown() || event.isAltDown()) {
      leave();
    } else {
      show(carets.moved(where));
    }
  }

  /** The same column of the line above or below, as far as it goes. */
  private int beside(int offset, int by) {
    TextBuffer text = model.buffer();
    int line = text.lineOf(offset);
    int shown = area.folds().shownLine(line) + by;
    if (shown < 0 || shown >= area.getParagraphs().size()) {
      return offset;
    }
    int to = area.lineShown(shown);
    return Math.min(text.endOf(to), text.startOf(to) + offset - text.startOf(line));
  }

  private void copy() {
    String words =
        carets.ranges().stream()
            .map(r -> model.buffer().slice(r.start(), r.end()))
            .collect(Collectors.joining("\n"));
    Clipboards.put(words);
  }

  private static String clipboard() {
    String words = Clipboard.getSystemClipboard().getString();
    return words == null ? "" : words.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isAltDown()) {
      int at = area.offset(area.hit(event.getX(), event.getY()).getInsertionIndex());
      show(now().toggle(at));
      event.consume();
    } else {
      leave();
    }
  }

  @Override
  public void loaded() {
    leave();
  }

  @Override
  public void edited(EditSet edits, EditSet inverse, boolean typed) {
    if (!writing && carets.areSeveral()) {
      carets = carets.after(edits);
      marks.show(carets.others());
    }
  }

  @Override
  public void revealed(TextRange range) {
    leave();
  }
}
