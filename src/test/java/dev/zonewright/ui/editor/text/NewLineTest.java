package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.paint.Highlighter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewLineTest {
  private static String after(String before) {
    Marked marked = Marked.of(before);
    TextBuffer buffer = marked.buffer();
    int line = buffer.lineOf(marked.selection().start());
    List<YamlLexer.State> states = Highlighter.states(List.of(marked.text().split("\n", -1)));
    NewLine come = NewLine.at(buffer, states.get(line), marked.selection());
    buffer.apply(EditSet.of(come.edit()));
    return Marked.drawn(buffer.text(), TextRange.at(come.caret()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "spec:|=spec:/  |",
        "  spec:|=  spec:/    |",
        "spec:  # why|=spec:  # why/  |",
        "spec: &shared|=spec: &shared/  |",
        "spec: *shared|=spec: *shared/|",
        "a: 1|=a: 1/|",
        "  a: 1 # why|=  a: 1 # why/  |",
        "\"a b\":|=\"a b\":/  |",
        "  - name: api|=  - name: api/    |",
        "  - containers:|=  - containers:/      |",
        "- - a: 1|=- - a: 1/    |",
        "  - NET_RAW|=  - NET_RAW/  |",
        "  -|=  -/  |",
        "  # note|=  # note/  |",
        "---|=---/|",
        "run: |-^=run: |-/  ^",
        "a: []|=a: []/|",
        "a: [|]=a: [/  |/]",
        "  a: {x: 1,|=  a: {x: 1,/    |",
        "a: 'open|=a: 'open/|",
        "  |  a: 1=/  |  a: 1",
        "a: |  1=a: /  |1",
        "  - |name: x=  - /    |name: x",
        "|=/|",
        "    |=/    |",
        "a:/  |  /b: 1=a://  |/b: 1"
      })
  void indentsAsYamlWantsIt(String before, String wanted) {
    // the block scalar's bar is the one character that cannot be the caret's mark too
    String drawn = before.contains("^") ? before.replace("|-", "\u0001").replace('^', '|') : before;
    String text = drawn.replace('/', '\n');
    String result = before.contains("^") ? afterBlockHeader(text) : after(text);
    assertThat(result.replace('\n', '/')).isEqualTo(wanted);
  }

  private static String afterBlockHeader(String drawn) {
    String text = drawn.replace("|", "").replace("\u0001", "|-");
    TextBuffer buffer = new TextBuffer();
    buffer.load(text);
    NewLine come = NewLine.at(buffer, YamlLexer.State.START, TextRange.at(text.length()));
    buffer.apply(EditSet.of(come.edit()));
    return buffer.text() + "^";
  }

  @Test
  void linesOfABlockScalarKeepTheirIndent() {
    String text = "run: |\n    echo: x:";
    TextBuffer buffer = new TextBuffer();
    buffer.load(text);
    YamlLexer.State open = YamlLexer.lex("run: |", YamlLexer.State.START).next();
    NewLine come = NewLine.at(buffer, open, TextRange.at(text.length()));
    assertThat(come.edit().replacement()).isEqualTo("\n    ");
  }

  @Test
  void whatIsSelectedGoes() {
    assertThat(after("a:‹ 1\nb: 2›\n")).isEqualTo("a:\n  |\n");
  }
}
