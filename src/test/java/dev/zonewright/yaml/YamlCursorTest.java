package dev.zonewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.SpanCheck;
import dev.zonewright.yaml.parse.YamlParser;
import org.junit.jupiter.api.Test;

final class YamlCursorTest {
  private static YamlCursor root(String text) {
    return YamlParser.parse(text).cursor();
  }

  @Test
  void walkingNeverFails() {
    YamlCursor at = root("a: [1]\n").get("x", "y").at(3).get("z");
    assertThat(at.exists()).isFalse();
    assertThat(at.path()).hasToString("x.y[3].z");
    assertThat(root("a: b\n").get("a", "c").exists()).isFalse();
    assertThat(YamlParser.parse("a: [").cursor().get("a").isSet()).isFalse();
  }

  @Test
  void aMissingThingIsShownAtItsNearestParent() {
    String text = "spec:\n  containers:\n  - image: x\n    name: app\n";
    YamlPlace place =
        root(text).get("spec", "containers").at(0).get("securityContext", "x").place();
    assertThat(place.range().of(text).toString()).isEqualTo("name");
    assertThat(place.missing()).isEqualTo("securityContext.x");
  }

  @Test
  void mergesAreReadInTheOrderOfTheText() {
    YamlCursor at =
        root(
            """
            b: &b {p: 2, q: 3}
            c: &c {p: 4}
            own: {<<: *b, p: 1}
            late: {p: 1, <<: *b}
            list: {<<: [*b, *c]}
            in: {<<: {r: 5}}
            """);
    assertThat(at.get("own", "p").raw()).isEqualTo("1");
    assertThat(at.get("own", "q").raw()).isEqualTo("3");
    assertThat(at.get("own", "q").isShared()).isTrue();
    assertThat(at.get("own", "p").isShared()).isFalse();
    assertThat(at.get("late", "p").raw()).isEqualTo("2");
    assertThat(at.get("list", "p").raw()).isEqualTo("2");
    assertThat(at.get("in", "r").raw()).isEqualTo("5");
  }

  @Test
  void theLastOfTwoKeysCounts() {
    assertThat(root("a: 1\na: 2\n").get("a").raw()).isEqualTo("2");
    assertThat(root("a: 1\na: 2\n").entries()).hasSize(2);
  }

  @Test
  void spansOfEveryKindOfNode() {
    String text =
        "😀: &n !!str 'x'\nl:\n  -   - a\n      -\n  - {k: \"v\", e: }\nb: |+\n  t\n\nz: *n\n";
    YamlCursor root = root(text);
    assertThat(shown(text, root.get("😀"))).isEqualTo("'x'");
    assertThat(root.get("😀").node().orElseThrow().outerStart()).isEqualTo(text.indexOf('&'));
    assertThat(shown(text, root.get("l").at(0))).isEqualTo("- a\n      -");
    assertThat(shown(text, root.get("l").at(0).at(1))).isEmpty();
    assertThat(shown(text, root.get("l").at(1))).isEqualTo("{k: \"v\", e: }");
    assertThat(shown(text, root.get("l").at(1).get("k"))).isEqualTo("\"v\"");
    assertThat(shown(text, root.get("l").at(1).get("e"))).isEmpty();
    assertThat(shown(text, root.get("b"))).isEqualTo("|+\n  t\n");
    assertThat(shown(text, root.get("z"))).isEqualTo("*n");
    SpanCheck.check(text, root.document());
  }

  private static String shown(String text, YamlCursor at) {
    YamlNode node = at.node().orElseThrow();
    return text.substring(node.start(), node.end());
  }
}
