package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LineEditsTest {
  private static String after(String before, Function<LineEdits, Optional<LineEdits.Change>> how) {
    Marked marked = Marked.of(before);
    TextBuffer buffer = marked.buffer();
    LineEdits.Change change =
        how.apply(new LineEdits(buffer, marked.selection()))
            .orElse(new LineEdits.Change(EditSet.EMPTY, marked.selection()));
    EditSet back = buffer.apply(change.edits());
    String text = buffer.text();
    assertThat(back.apply(text)).isEqualTo(marked.text());
    return Marked.drawn(text, change.selection());
  }

  @Test
  void commentsStandAtTheLeastIndentAndEmptyLinesStayEmpty() {
    assertThat(after("a:\n  ‹b: 1\n\n    c: 2›\n", LineEdits::toggleComment))
        .isEqualTo("a:\n  ‹# b: 1\n\n  #   c: 2›\n");
    assertThat(after("a: |1\n", LineEdits::toggleComment)).isEqualTo("# a: |1\n");
  }

  @Test
  void commentsAreTakenBackOnlyWhenAllLinesAreComments() {
    assertThat(after("‹# a: 1\n#b: 2›\n", LineEdits::toggleComment)).isEqualTo("‹a: 1\nb: 2›\n");
    assertThat(after("‹# a: 1\nb: 2›\n", LineEdits::toggleComment))
        .isEqualTo("‹# # a: 1\n# b: 2›\n");
    assertThat(after("  # a: |1", LineEdits::toggleComment)).isEqualTo("  a: |1");
    assertThat(after("|\n\n", LineEdits::toggleComment)).isEqualTo("|\n\n");
  }

  @Test
  void linesAreIndentedAndBack() {
    assertThat(after("a:\n‹b:\n\nc:›\n", LineEdits::indent)).isEqualTo("a:\n‹  b:\n\n  c:›\n");
    assertThat(after("‹    b:\n c:›\n", LineEdits::outdent)).isEqualTo("‹  b:\nc:›\n");
    assertThat(after("b|:", LineEdits::outdent)).isEqualTo("b|:");
  }

  @Test
  void aSelectionThatEndsAtALineStartSparesThatLine() {
    assertThat(after("‹a\n›b\n", LineEdits::indent)).isEqualTo("‹  a\n›b\n");
  }

  @Test
  void duplicatesStandBelowAndAreSelected() {
    assertThat(after("a: 1\nb: |2\nc: 3", LineEdits::duplicate))
        .isEqualTo("a: 1\nb: 2\nb: |2\nc: 3");
    assertThat(after("a\n‹b\nc›", LineEdits::duplicate)).isEqualTo("a\nb\nc\n‹b\nc›");
  }

  @Test
  void linesMoveUpAndDownWithTheirSelection() {
    assertThat(after("a\nb|\nc", LineEdits::moveUp)).isEqualTo("b|\na\nc");
    assertThat(after("a\nb\n‹c\nd›", LineEdits::moveUp)).isEqualTo("a\n‹c\nd›\nb");
    assertThat(after("‹a\nb›\nc\nd", LineEdits::moveDown)).isEqualTo("c\n‹a\nb›\nd");
    assertThat(after("a|\nb", LineEdits::moveDown)).isEqualTo("b\na|");
  }

  @Test
  void theEndOfTheFileStaysWhereItIs() {
    assertThat(after("|a\nb", LineEdits::moveUp)).isEqualTo("|a\nb");
    assertThat(after("a\n|b\n", LineEdits::moveDown)).isEqualTo("a\n|b\n");
    assertThat(after("a\n|", LineEdits::moveUp)).isEqualTo("a\n|");
  }

  @Test
  void deletedLinesLeaveTheCaretInItsColumn() {
    assertThat(after("a: 1\nb: |2\nc: 3\n", LineEdits::delete)).isEqualTo("a: 1\nc: |3\n");
    assertThat(after("abcdef|\nx\n", LineEdits::delete)).isEqualTo("x|\n");
    assertThat(after("a\nb|", LineEdits::delete)).isEqualTo("a|");
    assertThat(after("only|", LineEdits::delete)).isEqualTo("|");
    assertThat(after("|", LineEdits::delete)).isEqualTo("|");
  }

  @Test
  void homeGoesToTheFirstCharacterAndThenToColumnOne() {
    TextBuffer text = Marked.of("x\n    a: 1|").buffer();
    assertThat(LineEdits.home(text, 10)).isEqualTo(6);
    assertThat(LineEdits.home(text, 6)).isEqualTo(2);
    assertThat(LineEdits.home(text, 2)).isEqualTo(6);
  }
}
