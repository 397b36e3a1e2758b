package dev.zonewright.ui.editor.paint;

import dev.zonewright.ui.editor.model.LineMarks;
import dev.zonewright.ui.editor.text.Stretch;
import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Puts what the lexer, the findings, the search and the selection say of a line into classes. */
final class LinePainter {
  private LinePainter() {}

  /**
   * The style classes of a line.
   *
   * @param length of the line; at least 1
   * @param more what is drawn besides colours and underlines
   */
  static StyleSpans<Collection<String>> spans(
      int length, List<YamlLexer.Token> tokens, List<LineMarks.Mark> marks, List<Stretch> more) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
    tokens.forEach(t -> addCuts(cuts, t.from(), t.to(), length));
    marks.forEach(m -> addCuts(cuts, m.from(), m.to(), length));
    more.forEach(s -> addCuts(cuts, s.from(), s.to(), length));
    StyleSpansBuilder<Collection<String>> out = new StyleSpansBuilder<>();
    int from = 0;
    for (int to : cuts) {
      if (to > from) {
        out.add(classes(from, tokens, marks, more), to - from);
        from = to;
      }
    }
    return out.create();
  }

  private static void addCuts(Set<Integer> cuts, int from, int to, int length) {
    cuts.add(Math.min(from, length));
    cuts.add(Math.min(to, length));
  }

  private static List<String> classes(
      int column, List<YamlLexer.Token> tokens, List<LineMarks.Mark> marks, List<Stretch> more) {
    List<String> classes = new ArrayList<>(2);
    for (YamlLexer.Token token : tokens) {
      if (token.from() <= column && column < token.to()) {
        classes.add("zw-" + token.kind().styleClass());
      }
    }
    for (LineMarks.Mark mark : marks) {
      if (mark.from() <= column && column < mark.to()) {
        classes.add(mark.styleClass());
      }
    }
    for (Stretch stretch : more) {
      if (stretch.from() <= column && column < stretch.to()) {
        classes.add(stretch.style());
      }
    }
    return classes;
  }
}
