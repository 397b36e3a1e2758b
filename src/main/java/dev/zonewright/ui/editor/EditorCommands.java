package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.paint.EditorArea;
import dev.zonewright.ui.editor.paint.Highlighter;
import dev.zonewright.ui.editor.text.LineEdits;
import dev.zonewright.ui.editor.text.NewLine;
import dev.zonewright.ui.editor.text.Pairs;
import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/** Does what the keys and the menu of the editor ask for. */
final class EditorCommands {
  private final EditorModel model;
  private final EditorArea area;
  private final Highlighter highlighter;
  private final EditorActions actions;
  private final EditorPreferences preferences;
  private final EditorBars bars;
  private final CaretKeys carets;
  private final Runnable showFixes;

  EditorCommands(
      EditorModel model,
      EditorArea area,
      Highlighter highlighter,
      EditorActions actions,
      EditorPreferences preferences,
      EditorBars bars,
      CaretKeys carets,
      Runnable showFixes) {
    this.model = model;
    this.area = area;
    this.highlighter = highlighter;
    this.actions = actions;
    this.preferences = preferences;
    this.bars = bars;
    this.carets = carets;
    this.showFixes = showFixes;
  }

  /** Runs a command; says whether it had anything to do with the key. */
  boolean run(EditorCommand command) {
    return switch (command) {
      case HOME -> home(SelectionPolicy.CLEAR);
      case SELECT_HOME -> home(SelectionPolicy.ADJUST);
      case END -> end(SelectionPolicy.CLEAR);
      case SELECT_END -> end(SelectionPolicy.ADJUST);
      case ERASE_PAIR -> area.isEditable() && help(pairs().erased());
      case CLOSE_BAR -> bars.close();
      default -> {
        runAlways(command);
        yield true;
      }
    };
  }

  private void runAlways(EditorCommand command) {
    switch (command) {
      case FIX -> showFixes.run();
      case EXPLAIN -> model.findingsAtCaret().stream().findFirst().ifPresent(actions::explain);
      case NEXT_FINDING -> actions.nextFinding();
      case PREVIOUS_FINDING -> actions.previousFinding();
      case SAVE -> actions.save();
      case UNDO -> model.undo();
      case REDO -> model.redo();
      case FIND -> bars.find(false);
      case REPLACE -> bars.find(true);
      case FIND_NEXT -> bars.next();
      case FIND_PREVIOUS -> bars.previous();
      case GO_TO_LINE -> bars.goToLine();
      case OUTLINE -> bars.outline();
      case COMMENT -> lines(LineEdits::toggleComment);
      case INDENT -> lines(LineEdits::indent);
      case OUTDENT -> lines(LineEdits::outdent);
      case TAB -> tab();
      case NEW_LINE -> newLine();
      case SELECT_NEXT -> carets.selectNext();
      case DUPLICATE -> lines(LineEdits::duplicate);
      case MOVE_UP -> lines(LineEdits::moveUp);
      case MOVE_DOWN -> lines(LineEdits::moveDown);
      case DELETE_LINES -> lines(LineEdits::delete);
      case FOLD -> model.folding().fold(caretLine());
      case UNFOLD -> model.folding().unfold(caretLine());
      case WRAP -> preferences.toggleWrap();
      case ZOOM_IN -> preferences.zoomIn();
      case ZOOM_OUT -> preferences.zoomOut();
      case ZOOM_RESET -> preferences.zoomReset();
      case HOME, SELECT_HOME, END, SELECT_END, ERASE_PAIR, CLOSE_BAR -> {}
    }
  }

  /** Helps with a bracket or a quote; says whether it did. */
  boolean typed(char c) {
    return area.isEditable() && help(pairs().typed(c));
  }

  /**
   * Opens the fold whose line end a key is about to erase, or whose line it is about to split: what
   * is hidden does not go with one key, nor to another line.
   */
  void openWhatIsErased(KeyCode key) {
    if (area.folds().isEmpty() || area.getSelection().getLength() > 0) {
      return;
    }
    int line = caretLine();
    int caret = area.caretInText();
    switch (key) {
      case BACK_SPACE -> {
        int above = area.folds().shownLine(line) - 1;
        if (above >= 0 && caret == model.buffer().startOf(line)) {
          model.folding().unfold(area.lineShown(above));
        }
      }
      case DELETE -> {
        if (caret == model.buffer().endOf(line)) {
          model.folding().unfold(line);
        }
      }
      case ENTER -> model.folding().unfold(line);
      default -> {}
    }
  }

  private int caretLine() {
    return model.buffer().lineOf(area.caretInText());
  }

  private TextRange selection() {
    return area.selectionInText();
  }

  private YamlLexer.State stateBeforeSelection() {
    return highlighter.stateBefore(model.buffer().lineOf(selection().start()));
  }

  private Pairs pairs() {
    return new Pairs(model.buffer(), stateBeforeSelection(), selection());
  }

  private boolean help(Optional<Pairs.Typing> typing) {
    typing.ifPresent(t -> {
      TextEdit edit = t.edit();
      if (edit != null) {
        area.type(edit);
      }
      area.selectText(t.selection());
      area.requestFollowCaret();
    });
    return typing.isPresent();
  }

  private void newLine() {
    if (area.isEditable()) {
      NewLine line = NewLine.at(model.buffer(), stateBeforeSelection(), selection());
      area.type(line.edit());
      area.moveToText(line.caret(), SelectionPolicy.CLEAR);
    }
  }

  private void tab() {
    if (area.getSelection().getLength() > 0) {
      lines(LineEdits::indent);
    } else if (area.isEditable()) {
      area.replaceSelection(LineEdits.INDENT);
      area.requestFollowCaret();
    }
  }

  private void lines(Function<LineEdits, Optional<LineEdits.Change>> how) {
    if (area.isEditable()) {
      how.apply(new LineEdits(model.buffer(), area.selectionWithFolds()))
          .ifPresent(change -> {
            EditSet edits = change.edits();
            model.apply(edits);
            model.select(change.selection());
          });
    }
  }

  private boolean home(SelectionPolicy policy) {
    area.moveToText(LineEdits.home(model.buffer(), area.caretInText()), policy);
    return true;
  }

  // the area goes by what it last laid out, which may be the line before an edit; only it knows,
  // though, where a wrapped line ends
  private boolean end(SelectionPolicy policy) {
    if (area.isWrapText()) {
      return false;
    }
    area.moveToText(model.buffer().endOf(caretLine()), policy);
    return true;
  }
}
