package dev.zonewright.ui.accept;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.Iterator;
import java.util.Optional;

/** The comment behind what stands in a line of YAML. */
final class LineComment {
  private LineComment() {}

  /**
   * Its words; empty where there is none, or where it is the whole line.
   *
   * @param line from 1
   */
  static Optional<String> on(String text, int line) {
    YamlLexer.State state = YamlLexer.State.START;
    int number = 0;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String one = lines.next();
      YamlLexer.Lexed lexed = YamlLexer.lex(one, state);
      state = lexed.next();
      number++;
      if (number == line) {
        return lexed.tokens().stream()
            .filter(t -> t.kind() == YamlLexer.Kind.COMMENT)
            .filter(t -> !one.substring(0, t.from()).isBlank())
            .map(t -> one.substring(t.from(), t.to()).replaceFirst("^#+", "").strip())
            .filter(words -> !words.isEmpty())
            .findFirst();
      }
    }
    return Optional.empty();
  }
}
