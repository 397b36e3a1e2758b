package dev.zonewright.ui.editor.text;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds the bracket that belongs to another. */
public final class Brackets {
  private static final String OPENING = "[{";
  private static final String CLOSING = "]}";
  // far enough for what people write in brackets
  private static final int MOST_LINES = 2000;

  private final TextBuffer text;
  private final IntFunction<List<YamlLexer.Token>> tokens;

  /** The offsets of two brackets that belong together. */
  public record Pair(int open, int close) {
    boolean has(int offset) {
      return offset == open || offset == close;
    }
  }

  /** Brackets of a text; {@code tokens} reads a line, from 0. */
  public Brackets(TextBuffer text, IntFunction<List<YamlLexer.Token>> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The pair of the bracket behind the caret, or else of the one before it. */
  public Optional<Pair> at(int caret) {
    return pairOf(caret).or(() -> caret > 0 ? pairOf(caret - 1) : Optional.empty());
  }

  private Optional<Pair> pairOf(int offset) {
    int line = text.lineOf(offset);
    if (offset >= text.endOf(line)) {
      return Optional.empty();
    }
    int column = offset - text.startOf(line);
    char c = text.line(line).charAt(column);
    boolean opens = OPENING.indexOf(c) >= 0;
    if ((!opens && CLOSING.indexOf(c) < 0) || isToken(tokens.apply(line), column)) {
      return Optional.empty();
    }
    int other = partner(line, column, opens ? 1 : -1);
    return other < 0
        ? Optional.empty()
        : Optional.of(opens ? new Pair(offset, other) : new Pair(other, offset));
  }

  /** The offset at which as many are closed as were opened, going one way; -1 when none is. */
  private int partner(int from, int column, int step) {
    int depth = 0;
    int at = column;
    for (int line = from; isNear(line, from); line += step) {
      String words = text.line(line);
      List<YamlLexer.Token> known = tokens.apply(line);
      if (line != from) {
        at = step > 0 ? 0 : words.length() - 1;
      }
      for (; at >= 0 && at < words.length(); at += step) {
        char c = words.charAt(at);
        boolean opens = OPENING.indexOf(c) >= 0;
        if ((opens || CLOSING.indexOf(c) >= 0) && !isToken(known, at)) {
          depth += opens ? step : -step;
          if (depth == 0) {
            return text.startOf(line) + at;
          }
        }
      }
    }
    return -1;
  }

  private boolean isNear(int line, int from) {
    return line >= 0 && line < text.lineCount() && Math.abs(line - from) < MOST_LINES;
  }

  private static boolean isToken(List<YamlLexer.Token> tokens, int column) {
    return tokens.stream().anyMatch(t -> t.from() <= column && column < t.to());
  }
}
