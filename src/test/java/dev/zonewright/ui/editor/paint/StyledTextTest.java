package dev.zonewright.ui.editor.paint;

import static org.assertj.core.api.Assertions.assertThat;

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
