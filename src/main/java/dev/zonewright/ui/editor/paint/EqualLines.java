package dev.zonewright.ui.editor.paint;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a long text, those that read the same as one object: of each the library makes
 * eight, some 300 bytes, and a long manifest says the same over and over. What a line leaves open
 * is likewise told once. To be used on one thread.
 */
final class EqualLines {
  // of a text whose lines are all different, little is kept that nobody asks for again
  private static final int MOST = 10_000;
  private static final SegmentOps<String, Collection<String>> SEGMENTS = SegmentOps.styledTextOps();
  // longer than nearly all lines
  private static final int LONG = 200;
  // what a line without colours looks like hangs on its length alone: five objects of the library
  private static final List<StyleSpans<Collection<String>>> PLAIN =
      IntStream.rangeClosed(0, LONG).mapToObj(EqualLines::spans).toList();

  private final Map<String, Line> known = new HashMap<>();

  /** A line of the text; the same for the same characters. */
  Line line(String text) {
    Line line = known.get(text);
    if (line == null) {
      line = new Line(text);
      if (known.size() < MOST) {
        known.put(text, line);
      }
    }
    return line;
  }

  private static StyleSpans<Collection<String>> plain(int length) {
    return length <= LONG ? PLAIN.get(length) : spans(length);
  }

  private static StyleSpans<Collection<String>> spans(int length) {
    return StyleSpans.singleton(List.of(), length);
  }

  /** A line wherever it stands. What it looks like hangs on what the lines before leave open. */
  static final class Line {
    private final String text;
    private YamlLexer.@Nullable State before;
    private YamlLexer.State next = YamlLexer.State.START;
    private @Nullable Paragraph<Collection<String>, String, Collection<String>> plain;
    private @Nullable Paragraph<Collection<String>, String, Collection<String>> coloured;
    private YamlLexer.@Nullable State colouredIn;

    private Line(String text) {
      this.text = text;
    }

    /** What it leaves open where this much is open before it. */
    YamlLexer.State next(YamlLexer.State open) {
      if (!open.equals(before)) {
        before = open;
        next = YamlLexer.next(text, open);
        // one value for all lines that leave the same open: a long text has few of them
        next = next.equals(open) ? open : next;
      }
      return next;
    }

    /** Without colours. */
    Paragraph<Collection<String>, String, Collection<String>> plain() {
      var made = plain;
      if (made == null) {
        made = new Paragraph<>(List.of(), SEGMENTS, text, EqualLines.plain(text.length()));
        plain = made;
      }
      return made;
    }

    /** With the colours that it has where this much is open before it. */
    Paragraph<Collection<String>, String, Collection<String>> coloured(YamlLexer.State open) {
      if (text.isEmpty()) {
        return plain();
      }
      var made = coloured;
      if (made == null || !open.equals(colouredIn)) {
        List<YamlLexer.Token> tokens = YamlLexer.lex(text, open).tokens();
        StyleSpans<Collection<String>> colours =
            LinePainter.spans(text.length(), tokens, List.of(), List.of());
        made = new Paragraph<>(List.of(), SEGMENTS, text, colours);
        coloured = made;
        colouredIn = open;
      }
      return made;
    }
  }
}
