package dev.zonewright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walk-throughs show classes as they are. */
class ContributingTest {
  private static final Path PAGE = Path.of("CONTRIBUTING.md");
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "zonewright");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- from (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final String LEFT_OUT = "…";
  private static final int KINDS = 7;

  /** Some lines of a class. */
  record Excerpt(String type, String lines) {
    @Override
    public String toString() {
      return type;
    }
  }

  static Stream<Excerpt> excerpts() throws IOException {
    assumeTrue(Files.isRegularFile(PAGE), "the page is not there");
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(KINDS);
    return blocks.stream().map(b -> new Excerpt(b.group(1), b.group(2)));
  }

  @ParameterizedTest
  @MethodSource("excerpts")
  void eachExcerptStandsSoInItsClassAndInThisOrder(Excerpt excerpt) throws IOException {
    String source = Files.readString(SOURCES.resolve(excerpt.type() + ".java"));
    int from = 0;
    for (String part : excerpt.lines().split(LEFT_OUT + "\n")) {
      int at = source.indexOf(part, from);
      assertThat(at).as("in %s: %s", excerpt.type(), part).isNotNegative();
      from = at + part.length();
    }
  }
}
