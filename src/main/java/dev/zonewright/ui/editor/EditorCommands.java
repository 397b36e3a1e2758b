package dev.zonewright.ui.editor;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.paint.Highlighter;
import dev.zonewright.ui.editor.text.LineEdits;
import dev.zonewright.ui.editor.text.NewLine;
import dev.zonewright.ui.editor.text.Pairs;
import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.IndexRange;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/** Does what the keys and the menu of the editor ask for. */
final class EditorCommands {
  private final EditorModel model;
  private final CodeArea area;
  private final Highlighter highlighter;
  private final EditorActions actions;
  private final EditorPreferences preferences;
  private final EditorBars bars;
  private final Runnable showFixes;

  EditorCommands(
      EditorModel model,
      CodeArea area,
      Highlighter highlighter,
      EditorActions actions,
      EditorPreferences preferences,
      EditorBars bars,
      Runnable showFixes) {
    this.model = model;
    this.area = area;
    this.highlighter = highlighter;
    this.actions = actions;
    this.preferences = preferences;
    this.bars = bars;
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
      case DUPLICATE -> lines(LineEdits::duplicate);
      case MOVE_UP -> lines(LineEdits::moveUp);
      case MOVE_DOWN -> lines(LineEdits::moveDown);
      case DELETE_LINES -> lines(LineEdits::delete);
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

  private TextRange selection() {
    IndexRange range = area.getSelection();
    return new TextRange(range.getStart(), range.getEnd());
  }

  private YamlLexer.State stateBeforeSelection() {
    return highlighter.stateBefore(model.buffer().lineOf(area.getSelection().getStart()));
  }

  private Pairs pairs() {
    return new Pairs(model.buffer(), stateBeforeSelection(), selection());
  }

  private boolean help(Optional<Pairs.Typing> typing) {
    typing.ifPresent(t -> {
      TextEdit edit = t.edit();
      if (edit != null) {
        type(edit);
      }
      area.selectRange(t.selection().start(), t.selection().end());
      area.requestFollowCaret();
    });
    return typing.isPresent();
  }

  private void type(TextEdit edit) {
    area.replaceText(edit.range().start(), edit.range().end(), edit.replacement());
  }

  private void newLine() {
    if (area.isEditable()) {
      NewLine line = NewLine.at(model.buffer(), stateBeforeSelection(), selection());
      type(line.edit());
      area.moveTo(line.caret());
      area.requestFollowCaret();
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
      how.apply(new LineEdits(model.buffer(), selection()))
          .ifPresent(change -> {
            EditSet edits = change.edits();
            model.apply(edits);
            model.select(change.selection());
          });
    }
  }

  private boolean home(SelectionPolicy policy) {
    area.moveTo(LineEdits.home(model.buffer(), area.getCaretPosition()), policy);
    area.requestFollowCaret();
    return true;
  }

  // the area goes by what it last laid out, which may be the line before an edit; only it knows,
  // though, where a wrapped line ends
  private boolean end(SelectionPolicy policy) {
    if (area.isWrapText()) {
      return false;
    }
    area.moveTo(model.buffer().endOf(model.buffer().lineOf(area.getCaretPosition())), policy);
    area.requestFollowCaret();
    return true;
  }
}
