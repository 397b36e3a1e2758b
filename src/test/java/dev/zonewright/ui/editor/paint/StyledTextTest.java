package dev.zonewright.ui.editor.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.junit.jupiter.api.Test;

class StyledTextTest {
  private static final int LINES = 25_000;
  private static final String LONG = "x".repeat(300);

  private static List<Paragraph<Collection<String>, String, Collection<String>>> last(String line) {
    StyledText styled = StyledText.of((line + "\n").repeat(LINES));
    return styled.pieces().getLast().text().getParagraphs();
  }

  @Test
  void linesThatAreNotColouredYetShareWhatTheyLookLike() {
    List<Paragraph<Collection<String>, String, Collection<String>>> lines = last("key: value");

    assertThat(lines.get(lines.size() - 2).getStyleSpans())
        .isSameAs(lines.get(lines.size() - 3).getStyleSpans());
  }

  // each is a line of the library's own, with a copy of its text once somebody asked for that
  @Test
  void linesThatReadTheSameAreOneObject() {
    List<Paragraph<Collection<String>, String, Collection<String>>> plain = last("key: value");
    List<Paragraph<Collection<String>, String, Collection<String>>> coloured =
        StyledText.of("key: value\n".repeat(LINES)).pieces().getFirst().text().getParagraphs();

    assertThat(plain.get(plain.size() - 2)).isSameAs(plain.get(plain.size() - 3));
    assertThat(coloured.get(2)).isSameAs(coloured.get(1)).isNotEqualTo(plain.get(1));
  }

  @Test
  void whatALineLooksLikeHangsOnWhatStandsOpenBeforeIt() {
    String text =
        """
        data:
          one: "a
          key: 7 # text
          b"
          key: 7 # a number
          two: |
            key: 7 # text
          key: 7 # a number
        """
            .repeat(50);
    List<String> lines = List.of(text.split("\n", -1));
    List<YamlLexer.State> states = Highlighter.states(lines);
    StyledText styled = StyledText.of(text);
    List<Paragraph<Collection<String>, String, Collection<String>>> seen = new ArrayList<>();
    seen.addAll(StyledText.screen(text).text().getParagraphs());
    // the first line of what follows is the last of the screen
    seen.removeLast();
    seen.addAll(styled.pieces().getFirst().text().getParagraphs());

    assertThat(styled.states()).isEqualTo(states);
    assertThat(seen).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size() - 1; i++) {
      assertThat(seen.get(i).getStyleSpans())
          .as("line %d", i)
          .isEqualTo(
              LinePainter.spans(
                  lines.get(i).length(),
                  YamlLexer.lex(lines.get(i), states.get(i)).tokens(),
                  List.of(),
                  List.of()));
    }
  }

  @Test
  void ofLinesThatAreAllDifferentEachIsItsOwn() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("key").append(i).append(": value\n");
    }
    StringBuilder all = new StringBuilder(StyledText.screen(text.toString()).text().getText());
    StyledText.of(text.toString()).pieces().forEach(p -> all.append(p.text().getText()));

    assertThat(all.toString()).isEqualTo(text.toString());
  }

  @Test
  void aLineOfAnyLengthIsAsLongAsItsText() {
    for (String line : List.of("", "key: value", LONG)) {
      Paragraph<Collection<String>, String, Collection<String>> one = last(line).get(1);

      assertThat(one.getText()).isEqualTo(line);
      assertThat(one.getStyleSpans().length()).isEqualTo(line.length());
    }
  }

  @Test
  void thePiecesAreTheTextAfterItsFirstScreen() {
    String text = "key: value\n".repeat(LINES);
    StringBuilder all = new StringBuilder(StyledText.screen(text).text().getText());
    StyledText.of(text).pieces().forEach(piece -> all.append(piece.text().getText()));

    assertThat(all.toString()).isEqualTo(text);
  }
}
