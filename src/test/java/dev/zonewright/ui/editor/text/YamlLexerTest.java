package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.editor.paint.Highlighter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlLexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "  replicas: 3; key(replicas) number(3)",
        "labels: {app: api, n: 1}; key(labels) key(app) string(api) key(n) number(1)",
        "- name: api; key(name) string(api)",
        "drop: [NET_RAW]; key(drop) string(NET_RAW)",
        "image: a.example/b:4.2   # pinned; key(image) string(a.example/b:4.2) comment(# pinned)",
        "\"quoted key\": \"a # b\"; key(\"quoted key\") string(\"a # b\")",
        "on: yes; key(on) number(yes)",
        "a: b#c; key(a) string(b#c)",
        "x: &anchor v; key(x) marker(&anchor) string(v)",
        "--- # next; marker(---) comment(# next)",
        "# all; comment(# all)",
        "mode: 0644; key(mode) number(0644)",
        "ip: 10.0.0.1; key(ip) string(10.0.0.1)",
        "? a; string(a)",
        "path: /var/run; key(path) string(/var/run)",
      })
  void partsOfALine(String line, String expected) {
    assertThat(shown(line, YamlLexer.State.START)).isEqualTo(expected);
  }

  private static String shown(String line, YamlLexer.State before) {
    List<String> out = new ArrayList<>();
    for (YamlLexer.Token token : YamlLexer.lex(line, before).tokens()) {
      out.add(token.kind().styleClass() + "(" + line.substring(token.from(), token.to()) + ")");
    }
    return String.join(" ", out);
  }

  @Test
  void aBlockScalarGoesOnWhileItIsIndented() {
    List<String> lines =
        List.of("- script: |-  # run", "    key: no", "", "    # no comment", "  next: 1");
    List<YamlLexer.State> states = Highlighter.states(lines);
    assertThat(shown(lines.get(0), states.get(0)))
        .isEqualTo("key(script) marker(|-) comment(# run)");
    assertThat(shown(lines.get(1), states.get(1))).isEqualTo("string(    key: no)");
    assertThat(shown(lines.get(3), states.get(3))).isEqualTo("string(    # no comment)");
    assertThat(shown(lines.get(4), states.get(4))).isEqualTo("key(next) number(1)");
  }

  @Test
  void anOpenQuoteEndsAtTheNextDocumentAtTheLatest() {
    List<String> lines = List.of("a: 'open", "b: 1", "---", "c: 2");
    List<YamlLexer.State> states = Highlighter.states(lines);
    assertThat(shown(lines.get(1), states.get(1))).isEqualTo("string(b: 1)");
    assertThat(shown(lines.get(3), states.get(3))).isEqualTo("key(c) number(2)");
  }

  @Test
  void afterAnyEditTheColoursAreThoseOfTheWholeTextReadAnew() {
    Random random = new Random(3);
    TextBuffer text = new TextBuffer();
    text.load("a: |\n  b\n  c\nd: 'x'\n---\ne: {f: 1}\n");
    Highlighter highlighter = new Highlighter(text);
    highlighter.load(states(text));
    for (int i = 0; i < 600; i++) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(6));
      String come =
          List.of("", "'", "\n", "k: |\n", "---\n", "{", "}", "  x\n").get(random.nextInt(8));
      List<List<YamlLexer.Token>> before = tokens(highlighter, text);
      List<String> linesBefore = lines(text);
      EditSet edit = EditSet.of(TextEdit.replace(start, end, come));
      var touched = highlighter.edited(edit, text.apply(edit));
      List<YamlLexer.State> anew = states(text);
      for (int line = 0; line < text.lineCount(); line++) {
        List<YamlLexer.Token> right = YamlLexer.lex(text.line(line), anew.get(line)).tokens();
        assertThat(highlighter.tokens(line)).isEqualTo(right);
        if (lines(text).size() == linesBefore.size() && !before.get(line).equals(right)) {
          assertThat(touched).contains(line);
        }
      }
    }
  }

  private static List<List<YamlLexer.Token>> tokens(Highlighter highlighter, TextBuffer text) {
    List<List<YamlLexer.Token>> out = new ArrayList<>();
    for (int line = 0; line < text.lineCount(); line++) {
      out.add(highlighter.tokens(line));
    }
    return out;
  }

  private static List<String> lines(TextBuffer text) {
    return Arrays.asList(text.text().split("\n", -1));
  }

  private static List<YamlLexer.State> states(TextBuffer text) {
    return Highlighter.states(lines(text));
  }
}
