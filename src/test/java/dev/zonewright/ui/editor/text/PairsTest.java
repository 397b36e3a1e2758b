package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.editor.paint.Highlighter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
  private static final String NOTHING = "left to the keyboard";

  private static String drawn(Marked before, Optional<Pairs.Typing> typing) {
    if (typing.isEmpty()) {
      return NOTHING;
    }
    TextBuffer buffer = before.buffer();
    TextEdit edit = typing.get().edit();
    if (edit != null) {
      buffer.apply(EditSet.of(edit));
    }
    return Marked.drawn(buffer.text(), typing.get().selection());
  }

  private static Pairs at(Marked marked) {
    return new Pairs(marked.buffer(), YamlLexer.State.START, marked.selection());
  }

  private static String typed(String before, char c) {
    Marked marked = Marked.of(before);
    return drawn(marked, at(marked).typed(c));
  }

  private static String erased(String before) {
    Marked marked = Marked.of(before);
    return drawn(marked, at(marked).erased());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a:/  b:/    c: 1/    |=a:/  b:/    c: 1/  |",
        "a:/  b:/    c: 1/    |d: 2=a:/  b:/    c: 1/  |d: 2",
        "a:/  - b: 1/    |=a:/  - b: 1/  |",
        "a:/    b: 1/    |=a:/    b: 1/|",
        "a:/   |=a:/|",
        "    |=  |"
      })
  void inTheIndentOneStepGoes(String before, String wanted) {
    assertThat(erased(before.replace('/', '\n')).replace('\n', '/')).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a: |;[;a: [|]",
        "a: |;{;a: {|}",
        "a: |;\";a: \"|\"",
        "a: |;';a: '|'",
        "a: [|];{;a: [{|}]",
        "a: [|];\";a: [\"|\"]",
        "a: {|};{;a: {{|}}",
        "a: [|];];a: []|",
        "a: \"x|\";\";a: \"x\"|",
        "a: '|';';a: ''|",
        "a: ‹value›;\";a: \"‹value›\"",
        "a: ‹x, y›;[;a: [‹x, y›]"
      })
  void helps(String before, char c, String wanted) {
    assertThat(typed(before, c)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a: don|;'",
        "a: x # don|;'",
        "# |;[",
        "a: \"|\";[",
        "a: 'it|s';\"",
        "a: |word;[",
        "a: \"x\\|\";\"",
        "a: [[x|];]",
        "a: ‹x›;]",
        "a: |;x"
      })
  void leavesAlone(String before, char c) {
    assertThat(typed(before, c)).isEqualTo(NOTHING);
  }

  @Test
  void aSelectionOfManyLinesIsTypedOverAsUsual() {
    assertThat(typed("‹a\nb›", '"')).isEqualTo(NOTHING);
  }

  @Test
  void textThatGoesOnFromAboveIsLeftAlone() {
    YamlLexer.State block = YamlLexer.lex("run: |", YamlLexer.State.START).next();
    Marked inBlock = Marked.of("  echo |");
    assertThat(new Pairs(inBlock.buffer(), block, inBlock.selection()).typed('"')).isEmpty();
    YamlLexer.State quoted = YamlLexer.lex("a: 'x", YamlLexer.State.START).next();
    Marked inQuote = Marked.of("  more |");
    assertThat(new Pairs(inQuote.buffer(), quoted, inQuote.selection()).typed('[')).isEmpty();
  }

  @Test
  void backspaceBetweenPartnersTakesBoth() {
    assertThat(erased("a: [|]")).isEqualTo("a: |");
    assertThat(erased("a: \"|\"")).isEqualTo("a: |");
    assertThat(erased("a: [x|]")).isEqualTo(NOTHING);
    assertThat(erased("# [|]")).isEqualTo(NOTHING);
    assertThat(erased("|[]")).isEqualTo(NOTHING);
  }

  @Test
  void bracketsFindEachOther() {
    assertThat(pair("a: |[x, {y: 1}]")).isEqualTo("3-13");
    assertThat(pair("a: [x, {y: 1}|]")).isEqualTo("3-13");
    assertThat(pair("a: [x, {y: 1}]|")).isEqualTo("3-13");
    assertThat(pair("a: [x, |{y: 1}]")).isEqualTo("7-12");
    assertThat(pair("a: [\n  \"]\", # ]\n  x]|")).isEqualTo("3-19");
    assertThat(pair("a: |[x")).isEqualTo("none");
    assertThat(pair("a: \"|[x]\"")).isEqualTo("none");
    assertThat(pair("|a")).isEqualTo("none");
  }

  private static String pair(String drawn) {
    Marked marked = Marked.of(drawn);
    TextBuffer text = marked.buffer();
    Highlighter highlighter = new Highlighter(text);
    highlighter.load(Highlighter.states(List.of(marked.text().split("\n", -1))));
    return new Brackets(text, highlighter::tokens)
        .at(marked.selection().start())
        .map(p -> p.open() + "-" + p.close())
        .orElse("none");
  }
}
