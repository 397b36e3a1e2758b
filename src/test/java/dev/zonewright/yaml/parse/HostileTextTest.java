package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlProblem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are broken, or made to break their reader, end in a problem and never in a throw. */
final class HostileTextTest {
  private static YamlProblem problem(String text) {
    YamlDocument document = YamlParser.parse(text);
    assertThat(document.root()).isEmpty();
    YamlProblem problem = document.problem().orElseThrow();
    assertThat(problem.offset()).isBetween(0, text.length());
    assertThat(problem.end()).isBetween(problem.offset() + 1, text.length());
    assertThat(problem.what()).isNotBlank().doesNotEndWith(".");
    assertThat(problem.cure()).isNotBlank();
    return problem;
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    assertThat(problem(bomb.toString()).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
  }

  @Test
  void anAnchorThatContainsItselfIsRefused() {
    assertThat(problem("a: &x\n  b: *x\n").kind()).isEqualTo(YamlProblem.Kind.LIMIT);
    assertThat(problem("&x [*x]\n").what()).contains("contains itself");
  }

  @Test
  void anUnknownAliasIsExplained() {
    YamlProblem problem = problem("a: 1\nb: *nobody\n");
    assertThat(problem.what()).contains("*nobody").contains("no anchor");
    assertThat(problem.offset()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{", "[[{x: "})
  void deepNestingIsRefused(String opening) {
    assertThat(problem(opening.repeat(100_000)).kind()).isNotNull();
  }

  @Test
  void deepBlocksAreRefused() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(problem(text.toString()).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
  }

  @Test
  void aTabInTheIndentationIsNamed() {
    YamlProblem problem = problem("a:\n\tb: 1\n");
    assertThat(problem.what()).contains("tab");
    assertThat(problem.offset()).isEqualTo(3);
  }

  @Test
  void aTabThatOnlySeparatesIsFine() {
    YamlCursor root = YamlParser.parse("a:\tb\t# c\nd: e\t\n").cursor();
    assertThat(root.get("a").raw()).isEqualTo("b");
    assertThat(root.get("d").raw()).isEqualTo("e");
  }

  @Test
  void aControlCharacterIsNamedInItsPlace() {
    YamlProblem problem = problem("a: 😀\nb: x\u0007\n");
    assertThat(problem.what()).contains("U+0007");
    assertThat(problem.range()).isEqualTo(new TextRange(9, 11));
  }

  @Test
  void aTemplateIsNamed() {
    YamlProblem problem = problem("a: 1\nb: {{ .Values.b }}-x\n");
    assertThat(problem.kind()).isEqualTo(YamlProblem.Kind.TEMPLATE);
    assertThat(problem.offset()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"\\U99999999\"\n",
        "%YAML 9.9\n---\na: 1\n",
        "a: b: c\n",
        "a: [1, 2\nb: 3\n",
        "a: 'x\n",
        "a\nb: 1\n",
        "- a\nb: 1\n",
        "a: @x\n",
        "a: `x`\n",
        "a: %x\n",
        "\"a\": 1 2\n  b",
        "a: &\n",
        "a: !<\n"
      })
  void brokenTextsAreExplained(String text) {
    YamlDocument document = YamlParser.parse(text);
    assertThat(document.root().isPresent()).isNotEqualTo(document.problem().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a: [1, 2↵b: 3↵            | [1, 2      | the bracket [ that opens here is never closed
          a: {b: [1, 2}↵c: 3↵       | [1, 2}     | the bracket [ that opens here is never closed
          a: {b: 1↵c: 2↵            | {b: 1      | the brace { that opens here is never closed
          {"a": {"b": 1}            | {"a": {"b": 1} | the brace { that opens here is never closed
          a: 'x↵b: 1↵               | 'x         | the quote ' that opens here is never closed
          a: "x↵b: "y"↵             | "x         | closes only on a later line, where another value follows
          {"a":1}{"b":2}            | {"b":2}    | a second JSON value begins here
          {"a":1}↵↵{"b":2}↵         | {"b":2}    | a second JSON value begins here
          a: b: c↵                  | b:         | a colon stands where no key can be
          kind: Pod↵foo↵bar: 1↵     | foo        | this line has no colon
          a:↵  b: 1↵ c: 2↵          | c:         | indented like none of the lines above
          - a↵b: 1↵                 | b:         | a key stands among list items
          a: 1↵- b↵                 | - b        | a list item stands among keys
          a: @x↵                    | @x         | a value cannot begin with this character
          a: 'it's'↵                | 'it's'     | another value follows one that is already complete
          a: [b,,c]↵                | ,c]        | nothing stands before this comma
          {"a": 1 "b": 2}           | "b":       | a comma is missing before this
          a: ]↵                     | a: ]       | a ] closes a list that was never opened
          a: - b↵                   | - b        | cannot begin on the line of its key
          a: "x\\qy"↵                | "x\\qy"     | double quotes do not know this escape
          %YAML 2.0↵---↵a: 1↵       | %YAML      | a version that is not known
          """)
  void saysInPlainWordsWhatStandsWhere(String text, String marked, String what) {
    String lines = text.replace('↵', '\n');
    YamlProblem problem = problem(lines);
    assertThat(lines.substring(problem.offset(), problem.end())).isEqualTo(marked);
    assertThat(problem.what()).contains(what);
  }

  @Test
  void aKeyLongerThanYamlAllowsIsNamedAsSuch() {
    YamlProblem problem = problem("a: 1\n" + "k".repeat(1_100) + ": 2\n");
    assertThat(problem.what()).contains("longer than the 1024 characters");
    assertThat(problem.range()).isEqualTo(new TextRange(5, 85));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 1, "KEY": 2}  | 9
          {"a": 1,↵ "KEY" : 2} | 10
          {a: 1, KEY: 2}      | 7
          [{'KEY': 2}]        | 2
          """)
  void soIsOneInFlowStyle(String text, int at) {
    String lines = text.replace('↵', '\n').replace("KEY", "k".repeat(1_100));
    YamlProblem problem = problem(lines);
    assertThat(problem.what()).contains("longer than the 1024 characters");
    assertThat(problem.offset()).isEqualTo(at);
  }

  @Test
  void aQuoteThatIsNeverClosedTakesNoSquareOfItsLength() {
    // the engine would copy some 7 TB for this one if it read in its own small pieces
    String text = "a: 1\nb: \"" + "x".repeat(60_000_000);
    String what = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> problem(text).what());
    assertThat(what).isEqualTo("the quote \" that opens here is never closed");
  }

  @Test
  void aKeyIsFoundAmongAHundredThousand() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("k").append(i).append(": ").append(i).append('\n');
    }
    YamlCursor root = YamlParser.parse(text.append("k7: again\n").toString()).cursor();
    long right =
        root.entries().stream().filter(e -> root.get(e.key()).raw().equals(e.raw())).count();
    assertThat(right).isEqualTo(100_000);
    assertThat(root.get("k7").raw()).isEqualTo("again");
    assertThat(root.get("k100000").exists()).isFalse();
  }

  @Test
  void everyPrefixOfAManifestEndsInATreeOrAProblem() {
    String text =
        """
        --- # x
        a: &x {b: "c\\n", 'd': [e, *y], ? f : g}
        l:
        - |+2
            literal

        - - >-
           folded
        m: !!str {{ t }}
        """;
    for (int i = 0; i <= text.length(); i++) {
      YamlDocument document = YamlParser.parse(text.substring(0, i));
      SpanCheck.check(text.substring(0, i), document);
      assertThat(document.length()).isEqualTo(i);
    }
  }
}
