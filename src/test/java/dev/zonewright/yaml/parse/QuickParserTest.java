package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.Corpus;
import dev.zonewright.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way gives the engine's tree, span for span, or none at all. */
final class QuickParserTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1",
        "---\na: 1\n",
        "--- # comment\n\n# another\na: 1 # last\n\n",
        "  a: 1\n  b: 2\n",
        "a:\nb: # nothing\nc: ~\n",
        "a :  b  \n",
        "a: b#c # d\n",
        "a: http://x:80/y\n",
        "a b c: -1\n-d: --flag\n",
        "<<: {a: b}\n",
        "\"a b\": 1\n'c''d' : 2\n",
        "a: \"x\\\"y\\\\z\\n\\u00e9\\x41\\/\"\n",
        "a: \"one\n  two \n\n  three\\\n   four\\ \\\n\n  five\"\nb: 'x\n\n\n y'\n",
        "a: one\n two\n\n   three # not four\nb: c\n",
        "a:\n  one\n  two\nb:\n  'x'\nc:\n  - 1\n",
        "a:\n- b\n- c: d\n  e:\n  - f\n-\n- - g\n  - h\ni:\n  - j\n",
        "a: |\n  one\n   two\n\n  three\n\n\nb: >-\n   one\n   two\n\n   three\n     four\n   five\n",
        "a: |+\n\n  one\n\n\nb: |- # comment\n  x\n  \ty \n \n# end\n",
        "- |\n x\n- >\n y\n z\n- 1\n",
        "[a, \"b\", 'c', {d: e, \"f\":g,}, []] # end\n",
        "a: {b: [c,\n d # e\n , f], g: {}}\nh: [\n]\n",
        "{\n  \"a\": [1, true, null],\n  \"b\": {\"c\": \"d\"}\n}\n",
        "# why?\na: 1\n# why?\nb: 2\n",
        "a: 日本 # é\n"
      })
  void readsWhatManifestsAreWrittenIn(String text) {
    YamlNode quick = QuickParser.parse(text);
    assertThat(quick).as("not given up on").isNotNull();
    assertThat(quick).isEqualTo(BothParsers.engineTree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "scalar\n",
        "a: &x 1\nb: *x\n",
        "a: !t b\n",
        "? a\n: b\n",
        "%YAML 1.2\n---\na: b\n",
        "a: b\n...\n",
        "a: b: c\n",
        "a: b\n c: d\n",
        "a:\n    b: c\n  d: e\n",
        "a: - b\n",
        "a: [b: c]\n",
        "a: [b\n c]\n",
        "a: {b, c}\n",
        "a: [b\n",
        "a: {{ x }}\n",
        "a: 'b\n",
        "a: \"\\q\"\n",
        "a: \"\\ud83d\"\n",
        "a: |2\n   b\n",
        "a: |\n   \n  b\n",
        "a: |\n  b",
        "a:\tb\n",
        "a: b # c\n  d\n",
        "\u0001: b\n",
        "a: \u0085\n",
        "a: 😀\n"
      })
  void leavesTheRestToTheEngine(String text) {
    assertThat(QuickParser.parse(text)).isNull();
  }

  @Test
  void leavesDeepNestingToTheEngine() {
    assertThat(QuickParser.parse("- ".repeat(50) + "a\n")).isNotNull();
    assertThat(QuickParser.parse("- ".repeat(5_000) + "a\n")).isNull();
    assertThat(QuickParser.parse("[".repeat(100_000))).isNull();
  }

  @Test
  void agreesOnEveryDocumentOfTheProject() throws IOException {
    assertThat(BothParsers.agrees(BothParsers.documents(BothParsers.own()))).isGreaterThan(10);
  }

  @Test
  void agreesOnEveryRealDocument() throws IOException, InterruptedException {
    List<String> documents = BothParsers.documents(Corpus.real(folder));
    int quick = BothParsers.agrees(documents);
    System.out.println("quick parser: " + quick + " of " + documents.size() + " documents");
    assertThat(quick).isGreaterThan(documents.size() / 2);
  }

  /** Every text of up to so many characters of an alphabet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"`ab: \\n-`|6", "`a: \\n-#'`|6", "`a: \\n|>+ `|6", "`a: \\n[]{},\"`|6"})
  void agreesOnEveryShortText(String letters, int longest) {
    char[] alphabet = letters.translateEscapes().toCharArray();
    int quick = 0;
    char[] text = new char[longest];
    for (int length = 1; length <= longest; length++) {
      int[] digits = new int[length];
      do {
        for (int i = 0; i < length; i++) {
          text[i] = alphabet[digits[i]];
        }
        quick += BothParsers.agrees(new String(text, 0, length));
      } while (countUp(digits, alphabet.length));
    }
    assertThat(quick).isGreaterThan(100);
  }

  /** Every text of up to six pieces, which reaches nested blocks. */
  @Test
  void agreesOnEveryShortRowOfPieces() {
    List<String> pieces = List.of("a", "a:", " ", "\n", "- ", "  ", "'b'", "[b]", " #c");
    int quick = 0;
    for (int length = 1; length <= 6; length++) {
      int[] digits = new int[length];
      do {
        StringBuilder text = new StringBuilder();
        for (int digit : digits) {
          text.append(pieces.get(digit));
        }
        quick += BothParsers.agrees(text.toString());
      } while (countUp(digits, pieces.size()));
    }
    assertThat(quick).isGreaterThan(1_000);
  }

  private static boolean countUp(int[] digits, int base) {
    for (int i = 0; i < digits.length; i++) {
      if (++digits[i] < base) {
        return true;
      }
      digits[i] = 0;
    }
    return false;
  }
}
