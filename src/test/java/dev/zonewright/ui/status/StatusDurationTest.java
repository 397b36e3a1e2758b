package dev.zonewright.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an analysis took, in the unit that a person reads at a glance. */
class StatusDurationTest {
  @ParameterizedTest
  @CsvSource({"84, 84 ms", "'9999', '9,999 ms'", "'10000', '10.0 s'", "'87158', '87.2 s'"})
  void longTimesAreInSeconds(long millis, String words) {
    assertThat(StatusModel.duration(millis)).isEqualTo(words);
  }
}
