package dev.zonewright.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final int MORE_THAN_ITS_SIZE = 5_000;

  private final Pool pool = new Pool();

  @Test
  void whatIsEqualIsTheSame() {
    YamlPath first = pool.same(YamlPath.of("spec", "containers", 0));
    assertThat(pool.same(YamlPath.of("spec", "containers", 0))).isSameAs(first);
  }

  @Test
  void whatIsNotEqualIsItselfHoweverMuchThereIs() {
    for (int i = 0; i < MORE_THAN_ITS_SIZE; i++) {
      YamlPath one = YamlPath.of("spec", "containers", i);
      assertThat(pool.same(one)).isSameAs(one);
    }
  }
}
