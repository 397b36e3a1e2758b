package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineCommandTest extends BaselineBench {
  @Test
  void onlyWhatIsNewDecides() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path baseline = baseline(now);
    Shell same = Shell.run("review", now, "--baseline", baseline, "--new-only");
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("No new findings.").contains("Since the baseline: 0 new,");
    assertThat(Shell.run("review", now, "--baseline", baseline).code()).isOne();

    pod("a.yaml", "api", "# lower down\n  hostPID: true\n  hostIPC: true\n", "api");
    Shell more = Shell.run("review", now, "--baseline", baseline, "--new-only", "--format", "json");
    assertThat(more.code()).isOne();
    assertThat(controls(more, "new")).containsExactly("host-ipc");
    assertThat(json(more).get("findings").size()).isOne();
    assertThat(json(more).get("compared").get("leftOut").asInt()).isPositive();
    Shell all = Shell.run("review", now, "--baseline", baseline, "--format", "json");
    assertThat(controls(all, "new")).containsExactly("host-ipc");
    assertThat(controls(all, "unchanged")).contains("host-pid");
    assertThat(Shell.run("review", now, "--baseline", baseline).out())
        .contains("host-ipc (new)")
        .contains("host-pid (in the baseline)");
    Shell gate =
        Shell.run("review", now, "--baseline", baseline, "--new-only", "--fail-on", "critical");
    assertThat(gate.code()).isZero();
  }

  @Test
  void theFileIsTheSameWhateverLinesTheObjectsHave() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path inside = now.resolve("baseline.json");
    Shell.run("baseline", now, "-o", inside, "--today", "2026-11-28");
    String first = Files.readString(inside);
    Files.writeString(
        now.resolve("a.yaml"), "# moved\n\n" + Files.readString(now.resolve("a.yaml")));
    Shell.run("baseline", now, "-o", inside, "--today", "2026-11-28");
    assertThat(Files.readString(inside)).isEqualTo(first);
    assertThat(Shell.run("baseline", now, "--today", "2026-11-29").out().replace("-29", "-28"))
        .contains("\"host-pid\"");
    Shell review = Shell.run("review", now, "--baseline", inside);
    assertThat(review.out()).contains("it is the baseline, and is read as one");
  }

  @Test
  void aManifestIsNotReplaced() throws IOException {
    Path now = pod("a.yaml", "api", "", "api");
    String before = Files.readString(now.resolve("a.yaml"));
    Shell shell = Shell.run("baseline", now, "-o", now.resolve("a.yaml"));
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("something else has that name");
    assertThat(Files.readString(now.resolve("a.yaml"))).isEqualTo(before);
    assertThat(Shell.run("baseline", now, "-o", now).code()).isEqualTo(3);
  }

  @Test
  void theReviewFileNamesOne() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Shell.run("baseline", now, "-o", now.resolve("base.json"));
    Path review = now.resolve("zonewright-review.yaml");
    Files.writeString(review, "baseline: base.json\n");
    assertThat(Shell.run("review", now, "--new-only").code()).isZero();
    Files.writeString(review, "baseline: lost.json\n");
    Shell lost = Shell.run("review", now);
    assertThat(lost.code()).isEqualTo(3);
    assertThat(lost.out()).isEmpty();
    assertThat(lost.err()).contains("The baseline lost.json, which").contains("names cannot be");
    Files.writeString(dir.resolve("outside.json"), Files.readString(now.resolve("base.json")));
    Files.writeString(review, "baseline: ../outside.json\n");
    Shell outside = Shell.run("review", now);
    assertThat(outside.out()).contains("invalid-review-entry").contains("or below");
    assertThat(Shell.run("review", now, "--new-only").code()).isEqualTo(3);
  }

  @Test
  void aBaselineThatIsNoneIsSaid() throws IOException {
    Path now = pod("a.yaml", "api", "", "api");
    for (String text :
        List.of("", "a: b", "{}", "[1", "{\"tool\": {\"name\": \"zonewright\"}, \"findings\": [")) {
      Path file = Files.writeString(dir.resolve("bad.json"), text);
      Shell bad = Shell.run("review", now, "--baseline", file);
      assertThat(bad.code()).as(text).isEqualTo(3);
      assertThat(bad.err()).as(text).contains("is not a baseline");
    }
    String least =
        "{'tool': {'name': 'zonewright'}, 'baseline': {'format': 1}, 'findings': [%s]}"
            .replace('\'', '"');
    Path bare = Files.writeString(dir.resolve("bare.json"), least.formatted("3"));
    assertThat(Shell.run("review", now, "--baseline", bare).err()).contains("finding 1 has no");
    Files.writeString(bare, least.formatted("{\"fingerprint\": \"a\"}"));
    assertThat(Shell.run("review", now, "--baseline", bare, "--new-only").code()).isOne();
    Path later =
        Files.writeString(
            dir.resolve("later.json"),
            "{\"tool\": {\"name\": \"zonewright\"}, \"baseline\": {\"format\": 2}, \"findings\":"
                + " []}");
    assertThat(Shell.run("review", now, "--baseline", later).err())
        .contains("does not know the format");
    assertThat(Shell.run("review", now, "--baseline", dir.resolve("none")).code()).isEqualTo(3);
    assertThat(Shell.run("review", now, "--baseline", dir).code()).isEqualTo(3);
    assertThat(Shell.run("review", now, "--new-only").code()).isEqualTo(2);
    Shell share = Shell.run("review", now, "--new-only", "--shard", "0/2");
    assertThat(share.code()).isEqualTo(2);
  }

  @Test
  void aReviewInJsonServesUnlessItIsPartOfOne() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path review =
        Files.writeString(
            dir.resolve("review.json"), Shell.run("review", now, "--format", "json").out());
    assertThat(Shell.run("review", now, "--baseline", review, "--new-only").code()).isZero();
    Path part =
        Files.writeString(
            dir.resolve("part.json"),
            Shell.run("review", now, "--baseline", review, "--new-only", "--format", "json").out());
    assertThat(Shell.run("review", now, "--baseline", part).err()).contains("--new-only");
    Path share =
        Files.writeString(
            dir.resolve("share.json"),
            Shell.run("review", now, "--shard", "0/1", "--format", "json").out());
    assertThat(Shell.run("review", now, "--baseline", share).err()).contains("share");
    assertThat(Shell.run("compare", share, now).code()).isEqualTo(3);
  }

  @Test
  void aShareSaysThatTheBaselineOfTheReviewFileIsNotUsed() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path baseline = now.resolve("kept.json");
    Shell.run("baseline", "-o", baseline, now);
    Files.writeString(now.resolve("zonewright-review.yaml"), "baseline: kept.json\n");
    Shell share = Shell.run("review", now, "--shard", "0/1");
    assertThat(share.err()).contains("Not compared with the baseline kept.json");
    assertThat(Shell.run("review", now).err()).doesNotContain("Not compared");
  }
}
