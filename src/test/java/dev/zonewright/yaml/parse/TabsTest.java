package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tabs may be; the answers are those of Kubernetes' own decoder (sigs.k8s.io/yaml 1.6.0). */
final class TabsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:\\tb\\n | b",
        "a: b\\n \\tc\\n | b c",
        "a: b\\n \\t\\tc d\\n  e\\n | b c d e",
        "a: 'b\\n\\tc'\\n | b c",
        "a: b\\n \\t \\nc: d\\n | b",
        "a: b\\n  \\t# c\\nd: e\\n | b",
        "a: b\\n \\t\\n c\\n | b\\nc",
        "a:\\t>-\\n  b\\n  \\tc\\n | b\\n\\tc",
        "a\\t: b\\n | b"
      })
  void areRead(String text, String value) {
    YamlDocument document = YamlParser.parse(text.translateEscapes());
    assertThat(document.problem()).isEmpty();
    assertThat(document.cursor().get("a").raw()).isEqualTo(value.translateEscapes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-\ta: b\n",
        "- \ta: b\n  c: d\n",
        "a: b\n\tc\n",
        "a:\n  x: b\n  \tc\n",
        "a:\n  x: b\n\tc\n",
        "a: |\n\tb\n",
        "a:\n \tb: c\n",
        "\ta: b\n",
        "a: b\n \tc\nd:\n\te: f\n"
      })
  void areRefused(String text) {
    YamlDocument document = YamlParser.parse(text);
    assertThat(document.problem()).isPresent();
  }

  @Test
  void keepTheirPlacesInTheText() {
    String text = "a:\n  b: c\n   \td\n  e: f\n";
    YamlCursor e = YamlParser.parse(text).cursor().at(YamlPath.of("a", "e"));
    assertThat(text.substring(e.place().range().start(), e.place().range().end())).isEqualTo("e");
  }
}
