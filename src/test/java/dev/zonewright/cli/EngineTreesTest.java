package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineTreesTest {
  private static final int MILLION = 1 << 20;

  @Test
  void theMoreIsOpenedTheFewerTreesAreKept() {
    assertThat(Engine.worthTrees(MILLION)).isEqualTo(12 * MILLION);
    assertThat(Engine.worthTrees(12 * MILLION)).isEqualTo(12 * MILLION);
    assertThat(Engine.worthTrees(32 * MILLION)).isEqualTo(7 * MILLION);
    assertThat(Engine.worthTrees(52 * MILLION)).isEqualTo(2 * MILLION);
    assertThat(Engine.worthTrees(90L * 100 * MILLION)).isEqualTo(2 * MILLION);
  }
}
