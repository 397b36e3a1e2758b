package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FixerTest {
  private static final String TWO_PODS =
      """
      # owned by the platform team
      apiVersion: v1
      kind: Pod
      metadata:
        name: one   # first
      spec:
        hostPID: true   # for the profiler
        containers:
          - name: main
            image: registry.example/main:1
            securityContext:
              privileged: true
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: two
      spec:
        containers:
          - name: main
            image: registry.example/main:1
        volumes:
          - name: logs
            hostPath: {path: /var/log}
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);
  private final Fixer fixer = new Fixer(analyzer);

  private Analysis analyze(String text) {
    return analyzer.analyze(List.of(Manifest.of("pods.yaml", text)));
  }

  @Test
  void oneFixChangesOneLineAndTheInverseTakesItBack() {
    Analysis before = analyze(TWO_PODS);
    LocatedFinding hostPid = find(before, "host-pid");
    FixOutcome outcome =
        Fixer.apply(before.manifests().getFirst(), hostPid, hostPid.finding().fixes().getFirst());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FixOutcome.Applied.class,
            applied -> {
              String after = applied.edits().apply(TWO_PODS);
              assertThat(after)
                  .isEqualTo(TWO_PODS.replace("  hostPID: true   # for the profiler\n", ""));
              assertThat(applied.edits().inverse(TWO_PODS).apply(after)).isEqualTo(TWO_PODS);
              assertThat(applied.after().stream().text()).isEqualTo(after);
            });
  }

  @Test
  void fixAllAppliesTheChosenFixesOfEveryDocumentAndLeavesTheOthers() {
    Analysis before = analyze(TWO_PODS);
    Set<String> left = Set.of("host-path-volume", "root-user");
    FixRun run =
        fixer.fixAll(before, f -> !left.contains(f.finding().control().id()), true, () -> false);
    String after = edits(run).apply(TWO_PODS);

    assertThat(after)
        .isEqualTo(
            """
            # owned by the platform team
            apiVersion: v1
            kind: Pod
            metadata:
              name: one   # first
              annotations:
                dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
            spec:
              runtimeClassName: edera
              automountServiceAccountToken: false
              containers:
                - name: main
                  image: registry.example/main:1
                  securityContext:
                    privileged: false
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: two
              annotations:
                dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
            spec:
              runtimeClassName: edera
              automountServiceAccountToken: false
              containers:
                - name: main
                  image: registry.example/main:1
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
              volumes:
                - name: logs
                  hostPath: {path: /var/log}
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
            """);
    assertThat(run.refused()).isEmpty();
    assertThat(run.after().findings())
        .extracting(f -> f.finding().control().id())
        .containsExactly("root-user", "root-user", "host-path-volume");
  }

  @Test
  void theSummaryIsExactlyWhatAFreshAnalysisShows() {
    Analysis before = analyze(TWO_PODS);
    FixRun run = fixer.fixAll(before, _ -> true, false, () -> false);
    Analysis fresh = analyze(edits(run).apply(TWO_PODS));

    assertThat(fingerprints(run.after().findings())).isEqualTo(fingerprints(fresh.findings()));
    assertThat(run.fixed().size() + run.after().findings().size())
        .isEqualTo(before.findings().size());
  }

  @Test
  void reviewFixesAreAppliedOnlyWhenAskedFor() {
    Analysis before = analyze(TWO_PODS);
    FixRun run = fixer.fixAll(before, _ -> true, true, () -> false);

    assertThat(run.after().findings()).isEmpty();
    assertThat(edits(run).apply(TWO_PODS)).contains("emptyDir: {}");
  }

  @Test
  void aFixThatCannotBeMadeIsListedWithItsReason() {
    Analysis before = analyze(TWO_PODS);
    LocatedFinding hostPid = find(before, "host-pid");
    Fix impossible =
        new Fix(
            "Remove it", FixSafety.SAFE, "", editor -> editor.refuse("it stands in a template"));

    assertThat(Fixer.apply(before.manifests().getFirst(), hostPid, impossible))
        .isEqualTo(new FixOutcome.Refused("it stands in a template"));
  }

  @Test
  void onlyTheChosenFindingsAreFixed() {
    Analysis before = analyze(TWO_PODS);
    FixRun run =
        fixer.fixAll(before, f -> f.finding().control().id().equals("host-pid"), true, () -> false);

    assertThat(run.fixed()).extracting(f -> f.finding().control().id()).containsExactly("host-pid");
    assertThat(edits(run).edits()).hasSize(1);
  }

  @Test
  void ofTheSameObjectInTwoFilesOnlyTheChosenOneIsFixedAndCounted() {
    Analysis before =
        analyzer.analyze(List.of(Manifest.of("a.yaml", TWO_PODS), Manifest.of("b.yaml", TWO_PODS)));
    FixRun run = fixer.fixAll(before, f -> f.file().equals("a.yaml"), false, () -> false);

    assertThat(run.edits()).containsOnlyKeys("a.yaml");
    assertThat(run.fixed()).isNotEmpty().allMatch(f -> f.file().equals("a.yaml"));
    assertThat(run.after().findingsIn("b.yaml")).hasSameSizeAs(before.findingsIn("b.yaml"));
    assertThat(run.fixed().size() + run.after().findings().size())
        .isEqualTo(before.findings().size());
  }

  @Test
  void aCancelledRunReturnsWhatItHas() {
    Analysis before = analyze(TWO_PODS);
    FixRun run = fixer.fixAll(before, _ -> true, false, () -> true);

    assertThat(run.edits()).isEmpty();
    assertThat(run.fixed()).isEmpty();
  }

  private static LocatedFinding find(Analysis analysis, String control) {
    return analysis.findings().stream()
        .filter(f -> f.finding().control().id().equals(control))
        .findFirst()
        .orElseThrow();
  }

  private static EditSet edits(FixRun run) {
    return run.edits().getOrDefault("pods.yaml", EditSet.EMPTY);
  }

  private static List<String> fingerprints(List<LocatedFinding> findings) {
    return findings.stream().map(LocatedFinding::fingerprint).toList();
  }

  @Test
  void itemsOfOneListGoInOnePassAndTheLastOneWithItsList() {
    Analysis before =
        analyze(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: one}
            spec:
              containers:
                - name: main
                  image: registry.example/main:1
                  securityContext:
                    capabilities:
                      add: [NET_ADMIN, SYS_TIME, SYS_ADMIN, SYS_NICE, SYS_BOOT, BPF, MKNOD, LEASE]
                      drop: [ALL]
            """);
    int[] asked = {0};
    FixRun run =
        fixer.fixAll(
            before,
            f -> f.finding().control().id().equals("added-capability"),
            true,
            () -> asked[0]++ < 0);
    assertThat(run.after().manifests().getFirst().stream().text())
        .contains("capabilities:\n          drop: [ALL]\n");
    // twice a pass: seven of them, the last one, nothing
    assertThat(asked[0]).isLessThanOrEqualTo(6);
  }

  @Test
  void aDocumentThatAFixAddsMakesNothingBehindItCountAsClosedOrNew() {
    String text =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          runtimeClassName: edera
          automountServiceAccountToken: false
          hostPID: true
          containers: [{name: c, image: 'r.example/c:1', securityContext: {privileged: true}}]
        """;
    Analysis before = analyze(text);
    FixRun run = fixer.fixAll(before, _ -> true, false, () -> false);
    assertThat(edits(run).apply(text)).contains("kind: ServiceAccount");
    assertThat(fingerprints(run.fixed()))
        .doesNotContainAnyElementsOf(fingerprints(run.after().findings()));
    assertThat(run.fixed().size() + run.after().findings().size())
        .isEqualTo(before.findings().size());
  }
}
