package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A build server fails where the exit code says so, and nowhere else. */
class JUnitFailOnTest extends BaselineBench {
  @Test
  void whatIsBelowTheThresholdIsAPassedCaseWithItsWords() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Shell all = Shell.run("review", now, "--format", "junit");
    assertThat(all.code()).isOne();
    assertThat(all.out()).contains("type=\"high", "type=\"medium");

    Shell high = Shell.run("review", now, "--format", "junit", "--fail-on", "high");
    assertThat(high.code()).isOne();
    assertThat(high.out()).contains("type=\"high", "<system-out>medium: ");
    assertThat(high.out()).doesNotContain("type=\"medium", "type=\"low");
    assertThat(count(high.out(), "<testcase")).isEqualTo(count(all.out(), "<testcase"));

    Shell critical = Shell.run("review", now, "--format", "junit", "--fail-on", "critical");
    assertThat(critical.code()).isZero();
    assertThat(critical.out()).contains("failures=\"0\"", "<system-out>high: ");
    assertThat(critical.out()).doesNotContain("<failure");
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
