package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long lists are fixed item by item; the result must be that of one fix after the other. */
class FixListTest {
  private static final int PODS = 20;

  private static final String BLOCK_ITEM =
      """
      # pod %d
      - apiVersion: v1
        kind: Pod
        metadata: {name: pod-%d}
        spec:
          hostIPC: true # why
          containers:
            - name: main
              image: registry.example/main:1
              securityContext:
                privileged: true
                capabilities:
                  add: [SYS_ADMIN, NET_BIND_SERVICE]

        # the end of pod %d
      """;

  private static final String FLOW_ITEM =
      """
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "pod-%d"},
        "spec": {"hostPID": true, "containers": [{"name": "main", "image": "registry.example/main:1",
          "securityContext": {"privileged": true, "capabilities": {"add": ["SYS_ADMIN"]}}}]}}\
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  private static String pods(String item, String between) {
    return IntStream.range(0, PODS)
        .mapToObj(i -> item.formatted(i, i, i))
        .collect(Collectors.joining(between));
  }

  @Test
  void aLongBlockListComesOutAsIfFixedOneByOne() {
    String text = "apiVersion: v1\nitems:\n" + pods(BLOCK_ITEM, "") + "kind: List\nmetadata: {}\n";
    assertAsOneByOne(text, false);
    assertAsOneByOne(text, true);
  }

  @Test
  void aBlockListAtTheEndWithoutALastNewlineToo() {
    String text = "kind: List\napiVersion: v1\nitems:\n" + pods(BLOCK_ITEM, "").strip();
    assertAsOneByOne(text, true);
  }

  @Test
  void aLongJsonListToo() {
    String text = "{\"kind\": \"List\", \"items\": [" + pods(FLOW_ITEM, ",\n") + "]}\n";
    assertAsOneByOne(text, true);
  }

  @Test
  void aChangeOfTheListItselfWaitsUntilItsItemsAreDone() {
    String text = "kind: List\napiVersion: v1\nextra: 1\nitems:\n" + pods(BLOCK_ITEM, "");
    Analysis before = analyze(text);
    FixRun run = new Fixer(analyzer).fixAll(before, _ -> true, true, () -> false);
    assertThat(run.refused()).isEmpty();
    assertThat(run.after().findings()).allMatch(f -> f.finding().fixes().isEmpty());
  }

  @Test
  void theContainersOfALongPodToo() {
    assertAsOneByOne(pod(containers("", PODS)), true);
  }

  @Test
  void longListsWithinLongListsToo() {
    String pods =
        IntStream.range(0, 2)
            .mapToObj(
                i -> pod(containers("", PODS)).replaceAll("(?m)^", "  ").replaceFirst(" ", "-"))
            .collect(Collectors.joining());
    assertAsOneByOne("apiVersion: v1\nkind: List\nitems:\n" + pods, true);
  }

  @Test
  void aCommentThatASafeFixWouldTakeStaysInALongPodToo() {
    String note = "          hostPort: 0 # asked for by the network team\n";
    String text = pod(containers(note, PODS));
    Analysis before = analyze(text);
    FixRun run = new Fixer(analyzer).fixAll(before, _ -> true, false, () -> false);
    assertThat(run.after().manifests().getFirst().stream().text().lines())
        .filteredOn(line -> line.contains("asked for by the network team"))
        .hasSize(PODS);
  }

  private static String pod(String containers) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: long}
    spec:
      containers:
    """
        + containers
        + "  volumes:\n    - {name: data, emptyDir: {}}\n";
  }

  private static String containers(String port, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            """
                - name: c%d
                  image: registry.example/app:%d
                  args: ["%s"]
                  ports:
                    - containerPort: %d
            """
                    .formatted(i, i, "x".repeat(500), 8_000 + i)
                + port
                + """
                  # why
                  securityContext:
                    privileged: true
                """
                    .indent(4))
        .collect(Collectors.joining());
  }

  private void assertAsOneByOne(String text, boolean reviewToo) {
    Analysis before = analyze(text);
    FixRun run = new Fixer(analyzer).fixAll(before, _ -> true, reviewToo, () -> false);
    assertThat(run.refused()).isEmpty();
    assertThat(run.fixed()).hasSizeGreaterThan(PODS);
    String together = run.edits().getOrDefault("list.yaml", EditSet.EMPTY).apply(text);
    assertThat(together).isEqualTo(oneByOne(before, reviewToo));
  }

  private String oneByOne(Analysis before, boolean reviewToo) {
    Analysis now = before;
    Optional<LocatedFinding> next = next(now, reviewToo);
    while (next.isPresent()) {
      Manifest manifest = now.manifests().getFirst();
      FixOutcome outcome = Fixer.apply(manifest, next.get(), fixOf(next.get(), reviewToo));
      assertThat(outcome).isInstanceOf(FixOutcome.Applied.class);
      Manifest after = ((FixOutcome.Applied) outcome).after();
      now = analyzer.analyze(List.of(after), List.of(), now);
      next = next(now, reviewToo);
    }
    return now.manifests().getFirst().stream().text();
  }

  private static Optional<LocatedFinding> next(Analysis analysis, boolean reviewToo) {
    return analysis.findings().stream()
        .filter(f -> reviewToo ? !f.finding().fixes().isEmpty() : f.finding().safeFix().isPresent())
        .findFirst();
  }

  private static Fix fixOf(LocatedFinding finding, boolean reviewToo) {
    return reviewToo && finding.finding().safeFix().isEmpty()
        ? finding.finding().fixes().getFirst()
        : finding.finding().safeFix().orElseThrow();
  }

  private Analysis analyze(String text) {
    return analyzer.analyze(List.of(Manifest.of("list.yaml", text)));
  }
}
