package dev.zonewright.ui.editor.text;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Help with brackets and quotes: what is opened is closed, what is closed already is typed over,
 * what is selected is wrapped. Comments and strings are left alone.
 */
public final class Pairs {
  private static final String OPENING = "[{\"'";
  private static final String CLOSING = "]}\"'";
  private static final String MAY_FOLLOW = " ,]}";

  private final TextBuffer text;
  private final TextRange selection;
  private final int start;
  private final int column;
  private final String line;
  private final YamlLexer.State before;
  private final YamlLexer.@Nullable Token inside;

  /**
   * What is done instead of typing the character.
   *
   * @param edit null where the caret only moves
   * @param selection after the edit
   */
  public record Typing(@Nullable TextEdit edit, TextRange selection) {}

  /** Help at a selection; {@code before} is what stands open before its line. */
  public Pairs(TextBuffer text, YamlLexer.State before, TextRange selection) {
    this.text = text;
    this.before = before;
    this.selection = selection;
    int at = text.lineOf(selection.start());
    start = text.startOf(at);
    column = selection.start() - start;
    line = text.line(at);
    inside = tokenAround();
  }

  public Optional<Typing> typed(char c) {
    if (OPENING.indexOf(c) < 0 && CLOSING.indexOf(c) < 0) {
      return Optional.empty();
    }
    if (!selection.isEmpty()) {
      return OPENING.indexOf(c) < 0 ? Optional.empty() : wrap(c);
    }
    if (typesOver(c)) {
      return Optional.of(new Typing(null, selection.shift(1)));
    }
    if (OPENING.indexOf(c) < 0 || inside != null || isOpenText() || !mayFollow()) {
      return Optional.empty();
    }
    boolean quote = c == '"' || c == '\'';
    if (quote && column > 0 && " [{,:".indexOf(line.charAt(column - 1)) < 0) {
      return Optional.empty();
    }
    TextEdit edit = TextEdit.insert(selection.start(), "" + c + partner(c));
    return Optional.of(new Typing(edit, selection.shift(1)));
  }

  /**
   * What Backspace does between a bracket or quote and its partner: both go. In the indent of a
   * line one step of it goes.
   */
  public Optional<Typing> erased() {
    boolean indent = line.substring(0, column).isBlank();
    if (selection.isEmpty() && column > 1 && indent && before.equals(YamlLexer.State.START)) {
      int step = column - LineEdits.indentAround(text, text.lineOf(start), column);
      return Optional.of(
          new Typing(
              TextEdit.remove(selection.start() - step, selection.start()),
              selection.shift(-step)));
    }
    if (!selection.isEmpty() || column == 0 || column >= line.length()) {
      return Optional.empty();
    }
    int open = OPENING.indexOf(line.charAt(column - 1));
    boolean pair = open >= 0 && line.charAt(column) == CLOSING.charAt(open);
    boolean emptyQuotes =
        inside != null && inside.from() == column - 1 && inside.to() == column + 1;
    boolean code = emptyQuotes || (inside == null && !isOpenText());
    if (!pair || !code) {
      return Optional.empty();
    }
    return Optional.of(
        new Typing(
            TextEdit.remove(selection.start() - 1, selection.start() + 1), selection.shift(-1)));
  }

  private Optional<Typing> wrap(char c) {
    String words = text.slice(selection.start(), selection.end());
    if (words.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    TextEdit edit = new TextEdit(selection, c + words + partner(c));
    return Optional.of(new Typing(edit, selection.shift(1)));
  }

  private boolean typesOver(char c) {
    if (column >= line.length() || line.charAt(column) != c || CLOSING.indexOf(c) < 0) {
      return false;
    }
    if (c == '"' || c == '\'') {
      return inside != null
          && line.charAt(inside.from()) == c
          && inside.to() == column + 1
          && line.charAt(column - 1) != '\\';
    }
    return inside == null && !isOpenText() && !opensMore(c);
  }

  /** Whether the line still waits for this bracket, so that one more is wanted. */
  private boolean opensMore(char c) {
    char open = OPENING.charAt(CLOSING.indexOf(c));
    return line.chars().filter(x -> x == open).count() > line.chars().filter(x -> x == c).count();
  }

  private boolean mayFollow() {
    return column >= line.length() || MAY_FOLLOW.indexOf(line.charAt(column)) >= 0;
  }

  /** Whether the caret stands in text that began on a line before. */
  private boolean isOpenText() {
    YamlLexer.State state = YamlLexer.lex(line.substring(0, column), before).next();
    return (before.block() >= 0 && state.equals(before)) || state.quote() != '\0';
  }

  /** The comment or quoted text that the caret stands in; null elsewhere. */
  private YamlLexer.@Nullable Token tokenAround() {
    for (YamlLexer.Token token : YamlLexer.lex(line, before).tokens()) {
      boolean comment = token.kind() == YamlLexer.Kind.COMMENT;
      char first = line.charAt(token.from());
      boolean quoted = first == '"' || first == '\'';
      boolean within = token.from() < column && (comment || column < token.to());
      if ((comment || quoted) && within) {
        return token;
      }
    }
    return null;
  }

  private static char partner(char c) {
    return CLOSING.charAt(OPENING.indexOf(c));
  }
}
