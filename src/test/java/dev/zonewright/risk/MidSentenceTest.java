package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first letter of what a finding says, where that stands within a sentence. */
class MidSentenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Can share nodes with acme | can share nodes with acme",
        "A token is mounted | a token is mounted",
        "Rule 1 opens 22 (SSH) | rule 1 opens 22 (SSH)",
        "Secret db is mounted | Secret db is mounted",
        "NetworkPolicy egress opens all | NetworkPolicy egress opens all",
        "CPU is not limited | CPU is not limited",
        "SYS_ADMIN mounts file systems | SYS_ADMIN mounts file systems",
        "Edera gives the zone the sum | Edera gives the zone the sum",
        "api runs on the host kernel | api runs on the host kernel",
        "“all” is dropped | “all” is dropped",
      })
  void wordsBecomeSmallAndNamesStay(String said, String within) {
    assertThat(MidSentence.of(said)).isEqualTo(within);
  }
}
