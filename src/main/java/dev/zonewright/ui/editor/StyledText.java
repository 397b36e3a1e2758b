package dev.zonewright.ui.editor;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;

/**
 * A text made ready for the editor in one go; may be made on any thread.
 *
 * @param document the coloured text
 * @param states what stands open before each of its lines
 */
record StyledText(
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document,
    List<YamlLexer.State> states) {
  static StyledText of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<YamlLexer.State> states = Highlighter.states(lines);
    SegmentOps<String, Collection<String>> segments = SegmentOps.styledTextOps();
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> out =
        new ReadOnlyStyledDocumentBuilder<>(segments, List.of());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        out.addParagraph(line, List.<String>of());
      } else {
        List<YamlLexer.Token> tokens = YamlLexer.lex(line, states.get(i)).tokens();
        out.addParagraph(line, LinePainter.spans(line.length(), tokens, List.of(), List.of()));
      }
    }
    return new StyledText(out.build(), states);
  }

  void show(CodeArea area) {
    area.replace(0, area.getLength(), document);
  }
}
