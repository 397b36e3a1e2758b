package dev.zonewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTreeTest {
  private static ReviewFile read(String text) {
    return ReviewReader.read(Manifest.of("zonewright-review.yaml", text));
  }

  /** YAML would take them for numbers and truths, and write them anew: 1.1, 1000.0, 16. */
  @Test
  void namesAreReadAsTheyAreWritten() {
    ReviewFile file =
        read(
            """
            tenants:
              1.10: [1e3, 0x10, 007, yes]
            platform: [~]
            exceptions:
              - control: host-pid
                namespace: 1e3
                value: 0777
                reason: no
                owner: 1.10
                expires: 2027-01-01
            """);
    assertThat(file.tenants()).containsEntry("1.10", List.of("1e3", "0x10", "007", "yes"));
    assertThat(file.exceptions())
        .extracting(e -> e.scope().text(), e -> e.value().orElse(""), RiskException::reason)
        .containsExactly(tuple("1e3", "0777", "no"));
    assertThat(file.exceptions()).extracting(RiskException::owner).containsExactly("1.10");
    // nothing is no name
    assertThat(file.problems()).extracting(p -> p.path().toString()).containsExactly("platform[0]");
  }

  @Test
  void whatKeepsAFileFromBeingReadIsNamedAtItsPlace() {
    assertThat(unread("profile: edera-reference\nexceptions:\n  - {a: b}\n\t- c\n"))
        .satisfies(p -> {
          assertThat(p.message()).contains("a tab");
          assertThat(p.cause()).isPresent();
        });
    String twice =
        """
        # who decides
        exceptions:
          - control: host-pid
            reason: r
            control: host-ipc
        """;
    ReviewProblem problem = unread(twice);
    assertThat(problem.message())
        .isEqualTo(
            "nothing of the file counts: the key 'control' is given in line 3 and again in line 5");
    assertThat(read(twice).lineOf(problem)).isEqualTo(5);
  }

  private static ReviewProblem unread(String text) {
    ReviewFile file = read(text);
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().getFirst().extent()).isEqualTo(ReviewProblem.Extent.FILE);
    return file.problems().getFirst();
  }
}
