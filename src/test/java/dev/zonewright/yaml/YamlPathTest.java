package dev.zonewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlPathTest {
  @Test
  void pathsAreOrderedAsTheyAreWritten() {
    List<YamlPath> paths =
        List.of(
            YamlPath.ROOT,
            YamlPath.of("a"),
            YamlPath.of("a", 1),
            YamlPath.of("a", 10),
            YamlPath.of("a", 10, "b"),
            YamlPath.of("a", 2, "b", 3),
            YamlPath.of("a", "b"),
            YamlPath.of("a", "b/c"),
            YamlPath.of("a", "'", 0),
            YamlPath.of("a-b"),
            YamlPath.of("ab", 0, 1),
            YamlPath.of("", "a"),
            YamlPath.of(0),
            YamlPath.of(0, "a"),
            YamlPath.of(12));
    for (YamlPath one : paths) {
      for (YamlPath other : paths) {
        assertThat(Integer.signum(one.compareAsWritten(other)))
            .as(one + " and " + other)
            .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
      }
    }
  }
}
