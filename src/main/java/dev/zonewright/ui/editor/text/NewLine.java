package dev.zonewright.ui.editor.text;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.List;

/**
 * What Enter puts in: a new line, indented as YAML is likely to want it. After a key without a
 * value one step deeper, after the first key of a list item below that key, else as the line
 * before.
 *
 * @param edit the new line in place of the selection
 * @param caret the offset after it
 */
public record NewLine(TextEdit edit, int caret) {
  private static final int STEP = 2;

  public static NewLine at(TextBuffer text, YamlLexer.State before, TextRange selection) {
    int line = text.lineOf(selection.start());
    String head = text.slice(text.startOf(line), selection.start());
    String tail = text.slice(selection.end(), text.endOf(text.lineOf(selection.end())));
    if (head.isBlank()) {
      // the spaces of a line with nothing else go to the new one
      int start = text.startOf(line);
      int end = tail.isBlank() ? selection.end() + tail.length() : selection.end();
      return of(start, end, head.length(), "");
    }
    int spaces = tail.length() - tail.stripLeading().length();
    boolean rest = spaces < tail.length();
    YamlLexer.Lexed lexed = YamlLexer.lex(head, before);
    int indent = indent(head, before, lexed, rest);
    int base = LineEdits.indentOf(head);
    boolean closes = rest && "]}".indexOf(tail.charAt(spaces)) >= 0;
    boolean opened = lexed.next().flow() > before.flow();
    String below = closes && opened ? "\n" + " ".repeat(base) : "";
    return of(selection.start(), selection.end() + (rest ? spaces : 0), indent, below);
  }

  private static NewLine of(int start, int end, int indent, String below) {
    String come = "\n" + " ".repeat(indent);
    return new NewLine(TextEdit.replace(start, end, come + below), start + come.length());
  }

  private static int indent(
      String head, YamlLexer.State before, YamlLexer.Lexed lexed, boolean rest) {
    int base = LineEdits.indentOf(head);
    YamlLexer.State after = lexed.next();
    if (after.block() >= 0) {
      return before.block() >= 0 ? base : after.block() + STEP;
    }
    if (after.flow() > before.flow()) {
      return base + STEP;
    }
    if (after.flow() > 0 || after.quote() != '\0' || before.block() >= 0) {
      return base;
    }
    List<YamlLexer.Token> said =
        lexed.tokens().stream().filter(t -> t.kind() != YamlLexer.Kind.COMMENT).toList();
    int content = content(head, base);
    if (said.isEmpty()) {
      return content > base && rest ? content : base;
    }
    YamlLexer.Token first = said.getFirst();
    if (first.kind() != YamlLexer.Kind.KEY) {
      return first.from() == 0 && first.kind() == YamlLexer.Kind.MARKER ? 0 : base;
    }
    boolean hasValue =
        said.stream().skip(1).anyMatch(t -> t.kind() != YamlLexer.Kind.MARKER)
            || isAlias(head, said);
    return hasValue || endsInFlow(head, lexed) ? content : content + STEP;
  }

  private static boolean isAlias(String head, List<YamlLexer.Token> said) {
    return said.stream().skip(1).anyMatch(t -> head.charAt(t.from()) == '*');
  }

  /** Whether the last thing said is a bracket that closes: an empty list or mapping. */
  private static boolean endsInFlow(String head, YamlLexer.Lexed lexed) {
    int end =
        lexed.tokens().stream()
            .filter(t -> t.kind() == YamlLexer.Kind.COMMENT)
            .mapToInt(YamlLexer.Token::from)
            .findFirst()
            .orElse(head.length());
    String code = head.substring(0, end).stripTrailing();
    return code.endsWith("]") || code.endsWith("}");
  }

  /** The column behind the dashes of list items. */
  private static int content(String head, int base) {
    int at = base;
    while (head.startsWith("- ", at)) {
      at++;
      while (at < head.length() && head.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }
}
