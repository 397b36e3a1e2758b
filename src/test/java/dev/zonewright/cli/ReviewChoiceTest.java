package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewChoiceTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
        hostPID: true
        containers: [{name: api, image: 'registry.example/api:1'}]
      """;

  private static final String REVIEW =
      """
      exceptions:
        - control: host-pid
          object: shop/Pod/api
          reason: reads the process list
          owner: platform team
          expires: 2026-12-04
      """;

  @TempDir private Path dir;
  private Path pod = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(dir.resolve("deploy/.git"));
    pod = Files.writeString(dir.resolve("deploy/pod.yaml"), POD);
  }

  private String json(String... more) {
    List<Object> words = new ArrayList<>(List.of("review", pod.toString(), "--format", "json"));
    words.addAll(List.of(more));
    return Shell.run(words.toArray()).out();
  }

  @Test
  void aNamedFileCounts() throws IOException {
    Path review = Files.writeString(dir.resolve("other.yaml"), REVIEW);
    String named = json("--review", review.toString(), "--today", "2026-12-04");
    assertThat(named)
        .contains("\"accepted\": {", "\"reason\": \"reads the process list\"")
        .contains("\"owner\": \"platform team\"", "\"expires\": \"2026-12-04\"");
    assertThat(json("--review", review.toString(), "--today", "2026-12-05"))
        .doesNotContain("\"accepted\"")
        .contains("\"expired-exception\"");
    assertThat(json()).doesNotContain("\"accepted\"", "expired-exception");
  }

  @Test
  void theFileBesideIsFoundAndAboveTheRepositoryNoneIs() throws IOException {
    Files.writeString(dir.resolve("zonewright-review.yaml"), REVIEW);
    assertThat(json("--today", "2026-12-04")).doesNotContain("\"accepted\"");
    Files.writeString(dir.resolve("deploy/zonewright-review.yaml"), REVIEW);
    assertThat(json("--today", "2026-12-04")).contains("\"accepted\"");
    Shell folder = Shell.run("review", dir.resolve("deploy").toString(), "--today", "2026-12-04");
    assertThat(folder.out())
        .contains("Accepted", "; 1 accepted", "it is the review file, not a manifest");
  }

  @Test
  void fixLeavesWhatIsAccepted() throws IOException {
    Shell fixed = Shell.run("fix", pod.toString());
    assertThat(fixed.out()).contains("-  hostPID: true");
    Files.writeString(dir.resolve("deploy/zonewright-review.yaml"), REVIEW);
    assertThat(Shell.run("fix", pod.toString(), "--today", "2026-12-04").out())
        .doesNotContain("-  hostPID: true");
  }

  @Test
  void whatCannotBeReadIsAUsageError() {
    Shell missing = Shell.run("review", pod.toString(), "--review", dir.resolve("no").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("The review file", "cannot be read");
    // years that Java reads and with which no report could count
    for (String day : List.of("4.12.2026", "+999999999-12-31", "-0001-01-01", "2026-12-4")) {
      Shell date = Shell.run("review", pod.toString(), "--today=" + day);
      assertThat(date.code()).isEqualTo(2);
      assertThat(date.err()).contains("'" + day + "' is not a date");
    }
  }

  @Test
  void aDayBeyondAllCalendarsIsNone() throws IOException {
    Files.writeString(
        dir.resolve("deploy/zonewright-review.yaml"),
        REVIEW.replaceFirst("expires: \\S+", "expires: +999999999-12-31"));
    Shell shell = Shell.run("review", pod.toString(), "--today", "2026-12-04");
    assertThat(shell.out()).contains("'+999999999-12-31' is not a date");
    assertThat(Shell.run("review", pod, "--today", "2026-12-04", "--format", "html").code())
        .isEqualTo(1);
  }

  @Test
  void aReviewFileBelowIsNotReadAndSaidToBe() throws IOException {
    Path below = Files.createDirectory(dir.resolve("deploy/shop"));
    Files.writeString(below.resolve("zonewright-review.yaml"), REVIEW);
    Path folder = dir.resolve("deploy");
    Shell none = Shell.run("review", folder, "--today", "2026-12-04", "--format", "html");
    assertThat(none.err())
        .containsOnlyOnce("zonewright-review.yaml: it is a review file, but it is not next to");
    Files.writeString(folder.resolve("zonewright-review.yaml"), "exceptions: []\n");
    Shell other = Shell.run("review", folder, "--today", "2026-12-04");
    assertThat(other.err()).contains("the one in use. Review its folder by itself");
    assertThat(other.out()).doesNotContain("Accepted").contains("it is a review file, but");
    Shell own = Shell.run("review", below, pod, "--today", "2026-12-04");
    assertThat(own.code()).isEqualTo(2);
    Shell named =
        Shell.run(
            "review",
            pod,
            "--review",
            below.resolve("zonewright-review.yaml"),
            "--today",
            "2026-12-04");
    assertThat(named.err()).isEmpty();
  }

  @Test
  void theSchemaIsPrinted() {
    Shell shell = Shell.run("schema");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).startsWith("{\n  \"$schema\"").contains("\"exceptions\"");
    assertThat(Shell.run("schema", "x").code()).isEqualTo(2);
  }
}
