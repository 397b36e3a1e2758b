package dev.zonewright.ui.editor.paint;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;

/**
 * A text made ready for the editor; may be made on any thread.
 *
 * @param pieces the coloured text, cut so that the window can take in a piece without a hitch
 * @param states what stands open before each of its lines
 */
public record StyledText(
    List<ReadOnlyStyledDocument<Collection<String>, String, Collection<String>>> pieces,
    List<YamlLexer.State> states) {
  private static final int LINES_AT_ONCE = 20_000;
  private static final SegmentOps<String, Collection<String>> SEGMENTS = SegmentOps.styledTextOps();

  public static StyledText of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<YamlLexer.State> states = Highlighter.states(lines);
    List<ReadOnlyStyledDocument<Collection<String>, String, Collection<String>>> pieces =
        new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
      pieces.add(piece(lines, states, from, Math.min(lines.size(), from + LINES_AT_ONCE)));
    }
    return new StyledText(List.copyOf(pieces), states);
  }

  private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> piece(
      List<String> lines, List<YamlLexer.State> states, int from, int to) {
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> out =
        new ReadOnlyStyledDocumentBuilder<>(SEGMENTS, List.of());
    for (int i = from; i < to; i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        out.addParagraph(line, List.<String>of());
      } else {
        List<YamlLexer.Token> tokens = YamlLexer.lex(line, states.get(i)).tokens();
        out.addParagraph(line, LinePainter.spans(line.length(), tokens, List.of(), List.of()));
      }
    }
    if (to < lines.size()) {
      // the next piece goes on in this line
      out.addParagraph("", List.<String>of());
    }
    return out.build();
  }
}
