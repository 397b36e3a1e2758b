package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.Corpus;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way gives the engine's tree, span for span, or none at all. */
final class QuickParserTest {
  private static final int MUTATIONS = 20_000;

  private static final List<String> BITS =
      List.of(
          " ",
          "\n",
          "\t",
          "#",
          " #",
          ":",
          ": ",
          "-",
          "- ",
          "\"",
          "'",
          "[",
          "]",
          "{",
          "}",
          ",",
          "|",
          ">",
          "|-",
          "|+",
          ">-",
          "?",
          "? ",
          "&a ",
          "*a",
          "!t ",
          "%",
          "@",
          "`",
          "\n  ",
          "\n- ",
          "\n\n",
          "\\",
          "\\n",
          "<<: ",
          "~",
          "---\n",
          "...",
          "é",
          "\u2028",
          "😀",
          "0",
          " \n",
          ":\n",
          "key: v\n",
          "- x\n",
          "''",
          "{}",
          "[]");

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
    assertThat(quick).isEqualTo(engineTree(text));
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
    assertThat(agrees(documents(own()))).isGreaterThan(10);
  }

  @Test
  void agreesOnEveryRealDocument() throws IOException, InterruptedException {
    List<String> documents = documents(Corpus.real(folder));
    int quick = agrees(documents);
    System.out.println("quick parser: " + quick + " of " + documents.size() + " documents");
    assertThat(quick).isGreaterThan(documents.size() / 2);
  }

  @Test
  void agreesOnWhatIsNearlyAManifest() throws IOException {
    nearlyAgrees(documents(own()));
  }

  @Test
  void agreesOnWhatIsNearlyARealManifest() throws IOException, InterruptedException {
    nearlyAgrees(documents(Corpus.real(folder)));
  }

  private static void nearlyAgrees(List<String> documents) {
    long seed = Long.getLong("quick.seed", new SecureRandom().nextLong());
    System.out.println("quick parser: again with -Dquick.seed=" + seed);
    Random random = new Random(seed);
    int quick = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text =
          new StringBuilder(stretch(documents.get(random.nextInt(documents.size())), random));
      for (int edits = random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
        mutate(text, random);
      }
      quick += agrees(text.toString());
    }
    assertThat(quick).isGreaterThan(MUTATIONS / 10);
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
        quick += agrees(new String(text, 0, length));
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
        quick += agrees(text.toString());
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

  /** Some lines of a document. */
  private static String stretch(String document, Random random) {
    int from = document.lastIndexOf('\n', random.nextInt(document.length())) + 1;
    return document.substring(from, Math.min(document.length(), from + 20 + random.nextInt(500)));
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
      case 1 -> text.deleteCharAt(at);
      default -> {
        int line = text.indexOf("\n", at);
        text.insert(line < 0 ? 0 : line + 1, " ".repeat(random.nextInt(5)));
      }
    }
  }

  /** How many of them the quick parser reads. */
  private static int agrees(List<String> documents) {
    return documents.stream().mapToInt(QuickParserTest::agrees).sum();
  }

  /** Gives 1 for a text that the quick way reads. */
  private static int agrees(String text) {
    YamlNode quick = QuickParser.parse(text);
    if (quick == null) {
      return 0;
    }
    assertThat(quick.equals(engineTree(text))).as(text).isTrue();
    return 1;
  }

  private static YamlNode engineTree(String text) {
    YamlDocument document = YamlParser.parseFully(text);
    assertThat(document.problem()).as(text).isEmpty();
    assertThat(document.hasAliases()).isFalse();
    return document.root().orElseThrow();
  }

  private static List<Path> own() throws IOException {
    List<Path> files = new ArrayList<>(Corpus.own());
    try (Stream<Path> samples = Files.walk(Path.of("assets", "samples"))) {
      files.addAll(samples.filter(f -> f.toString().endsWith(".yaml")).sorted().toList());
    }
    return files;
  }

  private static List<String> documents(List<Path> files) throws IOException {
    List<String> documents = new ArrayList<>();
    for (Path file : files) {
      if (Decoding.of(Files.readAllBytes(file)) instanceof Decoding.Decoded(SourceText source)) {
        YamlStream stream = YamlStream.parse(source.text());
        stream.parts().forEach(part -> documents.add(stream.textOf(part)));
      }
    }
    return documents;
  }
}
