package dev.zonewright.kube.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.evidence.known.ApiNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tags name the variant of a program that works with the API. */
class VariantTagTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool:kubectl",
        "tool:1.2-kubernetes",
        "host:5000/tool:1_kubectl",
        "tool::.kubernetes",
        ":kubectl"
      })
  void named(String image) {
    assertThat(ApiNames.isTagged(image)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl",
        "tool-kubectl",
        "host:5000/tool-kubectl",
        "tool:mykubectl",
        "tool:kubectl-1",
        "tool:1/-kubectl",
        ""
      })
  void notNamed(String image) {
    assertThat(ApiNames.isTagged(image)).isFalse();
  }

  /** A million colons and marks in turn: who tries each with each does not come to an end. */
  @Test
  void ofALongTextTheLastColonIsEnough() {
    assertThat(ApiNames.isTagged("x" + ":-".repeat(500_000) + "/kubectl")).isFalse();
    assertThat(ApiNames.isTagged("x" + ":-".repeat(500_000) + "kubectl")).isTrue();
  }
}
