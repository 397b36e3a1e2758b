package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate neither passes nor fails on a review file that it did not read. */
class UnreadReviewTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        hostPID: true
        containers: [{name: api, image: 'registry.example/api:1'}]
      """;

  @TempDir private Path dir;
  private Path pods = Path.of("");
  private Path beside = Path.of("");
  private Path elsewhere = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(dir.resolve("deploy/.git"));
    pods = dir.resolve("deploy");
    Files.writeString(pods.resolve("pod.yaml"), POD);
    beside = pods.resolve("zonewright-review.yaml");
    elsewhere = dir.resolve("other.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exceptions: [\n  - {a\n",
        "- a list\n",
        "only words\n",
        "exceptions: []\n---\nagents: [shop/Pod/api]\n",
        "profile: edera-reference\nprofile: edera-reference\n",
        "agents: {shop: api}\n",
        "tenants: [shop]\n",
        "tenants: {retail: shop}\n",
        "exceptions: {control: host-pid}\n"
      })
  void itIsNamedAndTheExitCodeIsThree(String text) throws IOException {
    for (Path file : List.of(beside, elsewhere)) {
      Files.writeString(file, text);
      Shell run = Shell.run("review", pods, "--review", file, "--fail-on", "critical");
      assertThat(run.code()).as(text).isEqualTo(3);
      assertThat(run.out())
          .contains("Not analysed", file.toString())
          .contains("host-pid")
          .containsAnyOf(", 1 failed", "1 partly analysed");
      Files.delete(file);
    }
  }

  @Test
  void anEntryThatCannotBeUsedIsAFindingAndCostsTheRestNothing() throws IOException {
    Files.writeString(beside, "exceptions:\n  - {control: host-pid}\n");
    Shell run = Shell.run("review", pods, "--fail-on", "low");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("invalid-review-entry");
  }

  @Test
  void whatIsNoTextIsARowLikeAnyOtherFile() throws IOException {
    for (Path file : List.of(beside, elsewhere)) {
      Files.write(file, "profile: x\n".getBytes(StandardCharsets.UTF_16));
      Shell run = Shell.run("review", pods, "--review", file);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).contains(file + ":1", "UTF-16", "host-pid");
      Files.delete(file);
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
    Files.createSymbolicLink(beside, Path.of("gone.yaml"));
    Shell run = Shell.run("review", pods.resolve("pod.yaml"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("zonewright-review.yaml:1", "host-pid");
  }

  @Test
  void everyCommandThatReadsItSaysSo() throws IOException {
    Files.writeString(elsewhere, "- a list\n");
    for (String command : List.of("review", "checklist", "reach")) {
      Shell run = Shell.run(command, pods, "--review", elsewhere);
      assertThat(run.code()).as(command).isEqualTo(3);
    }
    Path page = dir.resolve("page.md");
    Shell report = Shell.run("report", "-o", page, pods, "--review", elsewhere);
    assertThat(report.code()).isEqualTo(3);
    assertThat(page).content().contains("not applied");
    Shell compare = Shell.run("compare", pods, pods, "--review", elsewhere);
    assertThat(compare.code()).isEqualTo(3);
    assertThat(compare.err()).contains("not applied");
  }

  @Test
  void nothingIsFixedThatMayBeAccepted() throws IOException {
    Files.writeString(beside, "exceptions: {control: host-pid}\n");
    for (String more : List.of("--write", "--include-review")) {
      Shell run = Shell.run("fix", more, pods);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("Nothing was fixed", beside + ":1", "'exceptions' is a list");
    }
    assertThat(pods.resolve("pod.yaml")).hasContent(POD);
  }

  @Test
  void oneShareTellsOfItSoThatSharesCanBeJoined() throws IOException {
    Files.writeString(elsewhere, "- a list\n");
    Files.writeString(Files.createDirectories(pods.resolve("b")).resolve("pod.yaml"), POD);
    for (int i = 0; i < 2; i++) {
      Shell run =
          Shell.run("review", pods, "--review", elsewhere, "--format", "json", "--shard", i + "/2");
      Files.writeString(dir.resolve(i + ".json"), run.out());
    }
    Shell merged = Shell.run("merge", dir.resolve("0.json"), dir.resolve("1.json"));
    assertThat(merged.code()).isEqualTo(3);
    assertThat(merged.out()).contains("\"failed\": 1");
  }
}
