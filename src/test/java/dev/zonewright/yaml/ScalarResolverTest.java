package dev.zonewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlParser;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table was filled in by Kubernetes' own decoder. */
final class ScalarResolverTest {
  static List<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "yaml", "scalars.tsv")).stream()
        .filter(line -> line.indexOf('\t') > 0)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("rows")
  void readsWhatKubernetesReads(String scalar, String json) {
    assertThat(json(resolve(scalar))).isEqualTo(number(json));
  }

  @Test
  void theTableIsThere() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.inf", "+.Inf", ".nan", ".NaN", ".INF", ".NAN"})
  void knowsNumbersThatJsonDoesNot(String scalar) {
    assertThat(resolve(scalar)).isInstanceOf(ScalarValue.Real.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", ".5e999", "0xfffffffffffffffff", "+", "-", "."})
  void whatFitsNoNumberIsAString(String scalar) {
    assertThat(ScalarResolver.resolvePlain(scalar)).isEqualTo(new ScalarValue.Text(scalar));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'yes'", "\"1\"", "!!str 1", "! 1", "|\n  true", ">-\n  true"})
  void quotesBlocksAndTagsMakeStrings(String scalar) {
    assertThat(resolve(scalar)).isInstanceOf(ScalarValue.Text.class);
  }

  @Test
  void longNumbersAreDecidedByTheirLength() {
    // read digit by digit into a number, each would take hours
    String digits = "1".repeat(20_000_000);
    assertThat(ScalarResolver.resolvePlain(digits)).isEqualTo(new ScalarValue.Text(digits));
    String sevens = "0x" + "7".repeat(20_000_000);
    assertThat(ScalarResolver.resolvePlain(sevens)).isEqualTo(new ScalarValue.Text(sevens));
    String dotted = "." + "5_5".repeat(500_000);
    assertThat(ScalarResolver.resolvePlain(dotted)).isInstanceOf(ScalarValue.Real.class);
    String zeros = "0".repeat(1_000_000) + "17";
    assertThat(ScalarResolver.resolvePlain(zeros))
        .isEqualTo(new ScalarValue.Int(BigInteger.valueOf(15)));
  }

  @Test
  void nothingIsNull() {
    assertThat(resolve("")).isEqualTo(ScalarValue.NULL);
    assertThat(resolve("''")).isEqualTo(new ScalarValue.Text(""));
  }

  private static ScalarValue resolve(String scalar) {
    return YamlParser.parse("a: " + scalar + "\n").cursor().get("a").scalar().orElseThrow();
  }

  private static String json(ScalarValue value) {
    return switch (value) {
      case ScalarValue.Null _ -> "null";
      case ScalarValue.Bool(boolean bool) -> Boolean.toString(bool);
      case ScalarValue.Int(var whole) -> number(whole.toString());
      case ScalarValue.Real(double real) -> number(Double.toString(real));
      case ScalarValue.Text(String text) -> "\"" + text + "\"";
    };
  }

  private static String number(String json) {
    return json.matches("[-0-9].*") ? Double.toString(Double.parseDouble(json) + 0.0) : json;
  }
}
