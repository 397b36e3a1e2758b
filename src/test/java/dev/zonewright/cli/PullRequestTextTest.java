package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is for a pull request fits into a comment of one, however much there is to say. */
class PullRequestTextTest {
  /** The most characters that GitHub takes. */
  private static final int COMMENT = 65_536;

  private static final int PODS = 55;

  @TempDir Path folder;

  private String pods(boolean privileged) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PODS; i++) {
      // the worst comes last
      boolean last = privileged && i == PODS - 1;
      text.append(
          """
          ---
          apiVersion: v1
          kind: Pod
          metadata:
            name: %s-%d
            namespace: tenant-%d
          spec:
            %s
            containers:
              - name: main
                image: registry.example/app:1
                securityContext:
                  privileged: %s
          """
              .formatted(
                  "a-rather-long-name-".repeat(8),
                  i,
                  i % 50,
                  last ? "hostPID: true" : "runtimeClassName: edera",
                  last));
    }
    Path file = folder.resolve(privileged ? "after.yaml" : "before.yaml");
    return Files.writeString(file, text).toString();
  }

  @Test
  void aReviewOfThousandsOfFindingsHasTheWorstFirstAndSaysHowManyMore() throws IOException {
    String markdown = Shell.run("review", pods(true), "--format", "summary").out();
    assertThat(markdown.length()).isLessThan(COMMENT);
    assertThat(markdown)
        .contains("privileged-container")
        .containsPattern("… and [\\d,]+ more findings\n")
        .contains("… and 20 more tenants\n")
        .contains("All of it: `zonewright report PATH… -o review.html`");
  }

  @Test
  void theReportIsWhole() throws IOException {
    Path whole = folder.resolve("review.md");
    Shell.run("report", pods(true), "-o", whole.toString());
    String markdown = Files.readString(whole);
    assertThat(markdown.length()).isGreaterThan(COMMENT);
    assertThat(markdown).doesNotContain("… and").doesNotContain("All of it:");
  }

  @Test
  void whatIsNewStandsFirst() throws IOException {
    String before = pods(false);
    Path baseline = folder.resolve("baseline.json");
    Files.writeString(baseline, Shell.run("baseline", before).out());
    Path now = folder.resolve("before.yaml");
    Files.writeString(
        now, Files.readString(now) + "      runAsUser: 0\n".replaceFirst("^ {6}", "        "));
    String markdown =
        Shell.run("review", before, "--baseline", baseline.toString(), "--format", "summary").out();
    assertThat(markdown)
        .containsPattern("\\|---\\|---\\|---\\|---\\|---\\|\n\\| \\w+ \\(new\\) \\| root");
  }

  @Test
  void aComparisonIsCutToo() throws IOException {
    Path empty =
        Files.writeString(
            folder.resolve("empty.yaml"), "kind: Empty\napiVersion: v1\nmetadata: {name: e}\n");
    String markdown =
        Shell.run("compare", empty.toString(), pods(true), "--format", "markdown").out();
    assertThat(markdown.length()).isLessThan(COMMENT);
    assertThat(markdown)
        .contains("privileged-container")
        .containsPattern("… and [\\d,]+ more findings\n")
        .contains("All of it: `zonewright compare BEFORE AFTER`");
    String small = Shell.run("compare", pods(false), pods(true), "--format", "markdown").out();
    assertThat(small).doesNotContain("… and");
  }
}
