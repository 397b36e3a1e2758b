package dev.zonewright.ui.editor.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parts of a line of YAML apart, for colouring only: it knows one line and what the lines
 * before left open, and is never wrong for long.
 */
public final class YamlLexer {
  /** What a stretch is; what is none of these has no colour of its own. */
  public enum Kind {
    KEY("key"),
    STRING("string"),
    NUMBER("number"),
    COMMENT("comment"),
    MARKER("marker");

    private final String styleClass;

    Kind(String styleClass) {
      this.styleClass = styleClass;
    }

    public String styleClass() {
      return styleClass;
    }
  }

  /** A stretch of the line; columns from 0. */
  public record Token(int from, int to, Kind kind) {}

  /**
   * What a line leaves open for the next.
   *
   * @param block the indent of the key whose block scalar goes on, or -1
   * @param quote the quote that is still open, or NUL
   * @param flow how many flow brackets are open
   */
  public record State(int block, char quote, int flow) {
    public static final State START = new State(-1, '\0', 0);
  }

  /** A line's tokens in order, and what it leaves open. */
  public record Lexed(List<Token> tokens, State next) {}

  private final String line;
  // null when nobody asks for them
  private final @Nullable List<Token> tokens;
  private int at;
  private int flow;
  // the column that a block scalar's lines must be right of
  private int parent;

  private YamlLexer(String line, State before, @Nullable List<Token> tokens) {
    this.line = line;
    this.tokens = tokens;
    this.flow = before.flow();
  }

  public static Lexed lex(String line, State before) {
    List<Token> tokens = new ArrayList<>();
    State next = new YamlLexer(line, before, tokens).run(before);
    return new Lexed(tokens, next);
  }

  /** What a line leaves open, without its tokens. */
  public static State next(String line, State before) {
    return new YamlLexer(line, before, null).run(before);
  }

  private State run(State before) {
    if (isMarker()) {
      flow = 0;
      add(0, 3, Kind.MARKER);
      at = 3;
    } else if (before.block() >= 0) {
      if (line.isBlank() || indent() > before.block()) {
        add(0, line.length(), Kind.STRING);
        return before;
      }
    } else if (before.quote() != '\0') {
      at = closing(0, before.quote());
      if (at < 0) {
        add(0, line.length(), Kind.STRING);
        return before;
      }
      add(0, at, Kind.STRING);
    }
    return rest();
  }

  private boolean isMarker() {
    return (line.startsWith("---") || line.startsWith("..."))
        && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
  }

  private int indent() {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private State rest() {
    parent = indent();
    while (at < line.length()) {
      char c = line.charAt(at);
      boolean fresh = at == 0 || Character.isWhitespace(line.charAt(at - 1));
      if (Character.isWhitespace(c) || c == ',' || c == ':') {
        at++;
      } else if (c == '#' && fresh) {
        add(at, line.length(), Kind.COMMENT);
        break;
      } else if (c == '{' || c == '[') {
        flow++;
        at++;
      } else if (c == '}' || c == ']') {
        flow = Math.max(0, flow - 1);
        at++;
      } else if ((c == '-' || c == '?') && flow == 0 && endsAt(at + 1)) {
        at++;
        parent = at - 1;
      } else if (c == '"' || c == '\'') {
        int end = closing(at + 1, c);
        if (end < 0) {
          add(at, line.length(), Kind.STRING);
          return new State(-1, c, flow);
        }
        add(at, end, isKeyEnd(end) ? Kind.KEY : Kind.STRING);
        at = end;
      } else if ((c == '|' || c == '>') && flow == 0 && isBlockHeader()) {
        add(at, headerEnd(), Kind.MARKER);
        at = headerEnd();
        comment();
        return new State(parent, '\0', 0);
      } else if (c == '&' || c == '*' || c == '!') {
        int end = wordEnd();
        add(at, end, Kind.MARKER);
        at = end;
      } else {
        plain();
      }
    }
    return new State(-1, '\0', flow);
  }

  private void comment() {
    int hash = line.indexOf('#', at);
    if (hash >= 0) {
      add(hash, line.length(), Kind.COMMENT);
    }
  }

  private boolean endsAt(int index) {
    return index >= line.length() || Character.isWhitespace(line.charAt(index));
  }

  /** Whether a key has just ended: a colon follows, and white space or nothing after it. */
  private boolean isKeyEnd(int index) {
    int colon = index;
    while (colon < line.length() && line.charAt(colon) == ' ') {
      colon++;
    }
    return colon < line.length() && line.charAt(colon) == ':' && endsAt(colon + 1);
  }

  /** The column after the closing quote, or -1. */
  private int closing(int from, char quote) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        if (quote == '\'' && i + 1 < line.length() && line.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private boolean isBlockHeader() {
    int end = headerEnd();
    String after = line.substring(end).strip();
    return after.isEmpty() || (after.startsWith("#") && endsAt(end));
  }

  private int headerEnd() {
    int i = at + 1;
    while (i < line.length() && "+-0123456789".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private int wordEnd() {
    int i = at + 1;
    while (i < line.length() && !Character.isWhitespace(line.charAt(i)) && !endsFlow(i)) {
      i++;
    }
    return i;
  }

  private boolean endsFlow(int index) {
    return flow > 0 && ",]}".indexOf(line.charAt(index)) >= 0;
  }

  private void plain() {
    int from = at;
    int i = at;
    while (i < line.length() && !endsFlow(i)) {
      char c = line.charAt(i);
      if (c == ':' && (endsAt(i + 1) || (flow > 0 && ",]}".indexOf(line.charAt(i + 1)) >= 0))) {
        add(from, i, Kind.KEY);
        at = i + 1;
        return;
      }
      if (c == '#' && i > from && Character.isWhitespace(line.charAt(i - 1))) {
        break;
      }
      i++;
    }
    String text = line.substring(from, i).stripTrailing();
    add(from, from + text.length(), PlainScalars.isWordOfItsOwn(text) ? Kind.NUMBER : Kind.STRING);
    at = Math.max(i, from + 1);
  }

  private void add(int from, int to, Kind kind) {
    if (kind == Kind.KEY && flow == 0) {
      parent = from;
    }
    if (tokens != null && from < to) {
      tokens.add(new Token(from, to, kind));
    }
  }
}
