package dev.zonewright.ui.editor.paint;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.editor.text.TextBuffer;
import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Keeps what each line leaves open for the next, so that an edit has only those lines read again
 * whose colours it can change.
 */
public final class Highlighter {
  private static final int MANY = 200;

  private final TextBuffer text;
  // what stands open before each line
  private List<YamlLexer.State> before = new ArrayList<>();

  public Highlighter(TextBuffer text) {
    this.text = text;
  }

  /** What stands open before each line of a text. */
  public static List<YamlLexer.State> states(List<String> lines) {
    YamlLexer.State[] states = new YamlLexer.State[lines.size()];
    YamlLexer.State state = YamlLexer.State.START;
    for (int i = 0; i < states.length; i++) {
      states[i] = state;
      YamlLexer.State next = YamlLexer.next(lines.get(i), state);
      // one value for all lines that leave the same open: a long text has few of them
      state = next.equals(state) ? state : next;
    }
    return new ArrayList<>(Arrays.asList(states));
  }

  /** Takes the states of a text that was loaded. */
  public void load(List<YamlLexer.State> states) {
    before = states;
  }

  public List<YamlLexer.Token> tokens(int line) {
    return YamlLexer.lex(text.line(line), stateBefore(line)).tokens();
  }

  /**
   * Follows edits that the text has already seen.
   *
   * @return the lines, from 0, whose colours may be others now; empty for a whole text
   */
  public NavigableSet<Integer> edited(EditSet edits, EditSet inverse) {
    NavigableSet<Integer> touched = new TreeSet<>();
    if (edits.edits().size() != inverse.edits().size() || edits.edits().size() > MANY) {
      before = states(List.of(text.text().split("\n", -1)));
      return touched;
    }
    for (int i = 0; i < edits.edits().size(); i++) {
      TextEdit edit = edits.edits().get(i);
      int first = text.lineOf(inverse.edits().get(i).range().start());
      int come = newlines(edit.replacement());
      int gone = newlines(inverse.edits().get(i).replacement());
      if (gone > come) {
        before.subList(first + 1, first + 1 + gone - come).clear();
      } else if (come > gone) {
        before.addAll(first + 1, Collections.nCopies(come - gone, YamlLexer.State.START));
      }
      for (int line = first; line <= first + come; line++) {
        touched.add(line);
      }
    }
    settle(touched);
    return touched;
  }

  /** What stands open before a line. */
  public YamlLexer.State stateBefore(int line) {
    return line < before.size() ? before.get(line) : YamlLexer.State.START;
  }

  /** Reads on after each touched line until what stands open is as it was. */
  private void settle(NavigableSet<Integer> touched) {
    Integer line = touched.isEmpty() ? null : touched.first();
    while (line != null) {
      int next = line + 1;
      if (next < before.size()) {
        YamlLexer.State after = YamlLexer.next(text.line(line), before.get(line));
        if (!after.equals(before.get(next))) {
          before.set(next, after);
          touched.add(next);
        }
      }
      line = touched.higher(line);
    }
  }

  private static int newlines(String text) {
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }
}
