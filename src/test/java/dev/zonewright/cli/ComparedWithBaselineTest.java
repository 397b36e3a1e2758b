package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which findings are new beside a baseline, and in which form that is said. */
class ComparedWithBaselineTest extends BaselineBench {
  @Test
  void sarifSaysWhichAreNew() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path baseline = baseline(now);
    pod("b.yaml", "other", "  hostIPC: true\n", "api");
    Shell sarif = Shell.run("review", now, "--baseline", baseline, "--format", "sarif");
    JsonNode results = json(sarif).get("runs").get(0).get("results");
    assertThat(results.valueStream())
        .anySatisfy(r -> {
          assertThat(r.get("ruleId").asString()).isEqualTo("host-ipc");
          assertThat(r.get("baselineState").asString()).isEqualTo("new");
        })
        .anySatisfy(r -> {
          assertThat(r.get("ruleId").asString()).isEqualTo("host-pid");
          assertThat(r.get("baselineState").asString()).isEqualTo("unchanged");
        });
    Path report = dir.resolve("r.sarif");
    assertThat(Shell.run("report", now, "--baseline", baseline, "--new-only", "-o", report).code())
        .isZero();
    assertThat(Files.readString(report)).contains("host-ipc").doesNotContain("host-pid");
  }

  @Test
  void whatWasAcceptedAndIsNotAnyMoreIsNew() throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path review = now.resolve("zonewright-review.yaml");
    Files.writeString(
        review,
        """
        exceptions:
          - control: host-pid
            object: shop/Pod/api
            reason: debugging
            owner: me
            recorded: 2026-11-01
            expires: 2026-12-01
        """);
    Path baseline = baseline(now);
    Shell still =
        Shell.run(
            "review", now, "--baseline", baseline, "--format", "json", "--today", "2026-12-01");
    assertThat(controls(still, "new")).isEmpty();
    Shell over =
        Shell.run(
            "review", now, "--baseline", baseline, "--format", "json", "--today", "2026-12-02");
    assertThat(controls(over, "new")).contains("host-pid", "expired-exception");
  }

  @ParameterizedTest
  @CsvSource({
    "html,1 new",
    "markdown,1 new",
    "csv,baseline",
    "junit,and left out",
    "openreports,1 new",
    "sarif,leftOut",
    "json,leftOut",
    "text,1 new"
  })
  void everyFormSaysThatItLeavesOut(String format, String words) throws IOException {
    Path now = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path baseline = baseline(now);
    pod("a.yaml", "api", "  hostPID: true\n  hostIPC: true\n", "api");
    Shell some = Shell.run("review", now, "--baseline", baseline, "--new-only", "--format", format);
    assertThat(some.code()).isOne();
    assertThat(some.out()).contains("host-ipc").doesNotContain("host-pid").contains(words);
    Shell all = Shell.run("review", now, "--baseline", baseline, "--format", format);
    assertThat(all.out()).contains("host-ipc", "host-pid").doesNotContain("left out");
    assertThat(Shell.run("review", now, "--format", format).out())
        .doesNotContain("aseline:", "baselineState", "compared", ",baseline");
  }

  @Test
  void joiningReviewsAddsTheirCounts() throws IOException {
    Path one = pod("a.yaml", "api", "  hostPID: true\n", "api");
    Path baseline = baseline(one);
    Path two = Files.createDirectory(dir.resolve("two"));
    Files.move(pod("b.yaml", "other", "", "api").resolve("b.yaml"), two.resolve("b.yaml"));
    List<Path> parts = new ArrayList<>();
    for (Path part : List.of(one, two)) {
      Shell shell =
          Shell.run("review", part, "--baseline", baseline, "--new-only", "--format", "json");
      parts.add(Files.writeString(dir.resolve(parts.size() + ".json"), shell.out()));
    }
    JsonNode joined = json(Shell.run("merge", parts.get(0), parts.get(1)));
    assertThat(joined.get("compared").get("leftOut").asInt()).isPositive();
    assertThat(joined.get("compared").get("new").asInt())
        .isEqualTo(joined.get("findings").size())
        .isPositive();
    Path plain =
        Files.writeString(
            dir.resolve("plain.json"), Shell.run("review", two, "--format", "json").out());
    assertThat(Shell.run("merge", plain, parts.get(0)).code()).isEqualTo(3);
  }

  @Test
  void whatATenantLacksIsNotNewBecauseAnotherObjectComesFirst() throws IOException {
    Path now = pod("m.yaml", "api", "", "api");
    Path baseline = baseline(now);
    pod("a.yaml", "first", "", "api");
    Shell more = Shell.run("review", now, "--baseline", baseline, "--new-only", "--format", "json");
    assertThat(controls(more, "new")).isNotEmpty();
    assertThat(json(more).get("findings").valueStream())
        .allSatisfy(f -> {
          assertThat(f.get("name").asString()).isEqualTo("first");
          assertThat(f.get("control").asString())
              .isNotIn("open-egress", "open-ingress", "missing-resource-quota");
        });
    Files.writeString(
        now.resolve("0.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    Shell named = Shell.run("review", now, "--baseline", baseline, "--format", "json");
    assertThat(controls(named, "unchanged"))
        .contains("open-egress", "open-ingress", "missing-resource-quota");
    assertThat(controls(named, "new")).contains("unenforced-pod-security");
  }

  @Test
  void ofObjectsOfOneNameTheOneInTheChangedFileIsNew() throws IOException {
    Path now = pod("prod.yaml", "api", "  hostPID: true\n", "api");
    pod("dev.yaml", "api", "", "api");
    Path baseline = baseline(now);
    pod("dev.yaml", "api", "  hostPID: true\n", "api");
    Shell more = Shell.run("review", now, "--baseline", baseline, "--new-only", "--format", "json");
    assertThat(json(more).get("findings").valueStream())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.get("control").asString()).isEqualTo("host-pid");
          assertThat(f.get("file").asString()).endsWith("dev.yaml");
        });
    pod("dev.yaml", "api", "", "api");
    pod("prod.yaml", "api", "", "api");
    assertThat(
            json(Shell.run("compare", baseline, now, "--format", "json"))
                .get("fixed")
                .valueStream()
                .map(f -> f.get("place").asString()))
        .singleElement()
        .asString()
        .endsWith("prod.yaml");
  }
}
