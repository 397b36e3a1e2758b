package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "0.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "-2, -2",
    "500m, 0.5",
    "7u, 0.000007",
    "1k, 1000",
    "1Ki, 1024",
    "3M, 3000000",
    "1.5Gi, 1610612736",
    "1Ei, 1152921504606846976",
    "1E, 1000000000000000000",
    "1e3, 1000",
    "2E-1, 0.2",
  })
  void readsAmounts(String text, BigDecimal amount) {
    assertThat(Quantities.parse(text))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Gi", "1 Gi", "1gi", "1ki", "1Gib", "1e", "1e999", "${X}", "x", "1.2.3"})
  void readsNothingElse(String text) {
    assertThat(Quantities.parse(text)).isEmpty();
  }
}
