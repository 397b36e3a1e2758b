package dev.zonewright.ui.editor.paint;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;

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
  private static final SegmentOps<String, Collection<String>> SEGMENTS = SegmentOps.styledTextOps();
  // longer than nearly all lines
  private static final int LONG = 200;
  // What a line without colours looks like depends on its length alone. Five objects of the
  // library,
  // which hundreds of thousands of lines would each have of their own.
  private static final List<StyleSpans<Collection<String>>> PLAIN =
      IntStream.rangeClosed(0, LONG).mapToObj(StyledText::spans).toList();

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
    List<String> lines = List.of((end < 0 ? text : text.substring(0, end)).split("\n", -1));
    return piece(lines, Highlighter.states(lines), 0, lines.size());
  }

  /** The whole text but for what {@link #screen} gives. */
  public static StyledText of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<YamlLexer.State> states = Highlighter.states(lines);
    List<Piece> pieces = new ArrayList<>();
    for (int from = SCREEN; from < lines.size(); from += LINES_AT_ONCE) {
      pieces.add(piece(lines, states, from, Math.min(lines.size(), from + LINES_AT_ONCE)));
    }
    return new StyledText(List.copyOf(pieces), states);
  }

  private static StyleSpans<Collection<String>> plain(int length) {
    return length <= LONG ? PLAIN.get(length) : spans(length);
  }

  private static StyleSpans<Collection<String>> spans(int length) {
    return StyleSpans.singleton(List.of(), length);
  }

  private static Piece piece(List<String> lines, List<YamlLexer.State> states, int from, int to) {
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> out =
        new ReadOnlyStyledDocumentBuilder<>(SEGMENTS, List.of());
    for (int i = from; i < to; i++) {
      String line = lines.get(i);
      if (line.isEmpty() || i >= COLOURED) {
        out.addParagraph(line, plain(line.length()));
      } else {
        List<YamlLexer.Token> tokens = YamlLexer.lex(line, states.get(i)).tokens();
        out.addParagraph(line, LinePainter.spans(line.length(), tokens, List.of(), List.of()));
      }
    }
    if (to < lines.size()) {
      // the next piece goes on in this line
      out.addParagraph("", plain(0));
    }
    return new Piece(out.build());
  }
}
