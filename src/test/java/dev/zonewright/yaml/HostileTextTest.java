package dev.zonewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are broken, or made to break their reader, end in a problem and never in a throw. */
final class HostileTextTest {
  private static YamlProblem problem(String text) {
    YamlDocument document = YamlParser.parse(text);
    assertThat(document.root()).isEmpty();
    YamlProblem problem = document.problem().orElseThrow();
    assertThat(problem.offset()).isBetween(0, text.length());
    assertThat(problem.what()).isNotBlank();
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
    assertThat(problem.offset()).isEqualTo(10);
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
