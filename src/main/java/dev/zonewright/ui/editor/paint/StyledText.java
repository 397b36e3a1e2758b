package dev.zonewright.ui.editor.paint;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

/**
 * A text made ready for the editor; may be made on any thread. Only the first lines of a long text
 * have their colours: the others get them once they are in view, for nobody ever sees most of them.
 *
 * @param pieces the text after its first screen, cut so that the window can take in a piece without
 *     a hitch
 * @param states what stands open before each line of the whole text
 */
public record StyledText(List<Piece> pieces, List<YamlLexer.State> states) {
  private static final int LINES_AT_ONCE = 10_000;
  // as many as nearly every manifest has at most
  private static final int COLOURED = 20_000;
  // more than any window shows
  private static final int SCREEN = 200;

  /** Some of the text. */
  public record Piece(
      ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> text) {}

  /** What is seen of a text at first; quick in a text of any length. */
  public static Piece screen(String text) {
    int end = 0;
    for (int line = 0; line < SCREEN && end >= 0; line++) {
      end = text.indexOf('\n', end) + 1;
      if (end == 0) {
        end = -1;
      }
    }
    return read(end < 0 ? text : text.substring(0, end), 0).pieces().getFirst();
  }

  /** The whole text but for what {@link #screen} gives. */
  public static StyledText of(String text) {
    return read(text, SCREEN);
  }

  private static StyledText read(String text, int first) {
    EqualLines lines = new EqualLines();
    List<YamlLexer.State> states = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    List<Paragraph<Collection<String>, String, Collection<String>>> piece = new ArrayList<>();
    YamlLexer.State open = YamlLexer.State.START;
    // line by line, for all lines of a long text at once would be copied by each collection
    for (int start = 0; start >= 0; ) {
      int end = text.indexOf('\n', start);
      EqualLines.Line line = lines.line(text.substring(start, end < 0 ? text.length() : end));
      int number = states.size();
      states.add(open);
      if (number >= first) {
        piece.add(number < COLOURED ? line.coloured(open) : line.plain());
        if (piece.size() == LINES_AT_ONCE && end >= 0) {
          // the next piece goes on in this line
          piece.add(lines.line("").plain());
          pieces.add(new Piece(ReadyLines.document(piece)));
          piece = new ArrayList<>();
        }
      }
      open = line.next(open);
      start = end < 0 ? -1 : end + 1;
    }
    if (!piece.isEmpty()) {
      pieces.add(new Piece(ReadyLines.document(piece)));
    }
    return new StyledText(List.copyOf(pieces), states);
  }
}
