package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostCommentsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
        # the profiler reads the list
        hostPID: true
        hostIPC: true
        containers: [{name: api, image: 'registry.example/api:1'}]
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  private FixRun run(String text, boolean reviewToo) {
    Analysis before = analyzer.analyze(List.of(Manifest.of("a.yaml", text)));
    return new Fixer(analyzer).fixAll(before, _ -> true, reviewToo, () -> false);
  }

  private static String after(FixRun run, String text) {
    return run.edits().getOrDefault("a.yaml", EditSet.EMPTY).apply(text);
  }

  @Test
  void aSafeFixThatWouldTakeACommentIsLeftWithItsReason() {
    FixRun run = run(POD, false);
    assertThat(after(run, POD))
        .contains("  # the profiler reads the list\n  hostPID: true\n")
        .doesNotContain("hostIPC");
    assertThat(run.after().findings())
        .filteredOn(f -> f.finding().control().id().equals("host-pid"))
        .singleElement()
        .satisfies(f -> {
          Fix fix = f.finding().fixes().getFirst();
          assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
          assertThat(fix.reason()).contains("“# the profiler reads the list”");
        });
  }

  @Test
  void aCommentBehindTheKeyCountsToo() {
    String text = POD.replace("hostIPC: true", "hostIPC: true # for the cache");
    assertThat(after(run(text, false), text)).contains("  hostIPC: true # for the cache\n");
  }

  @Test
  void whoeverReadsTheDiffMayTakeItAway() {
    assertThat(after(run(POD, true), POD)).doesNotContain("hostPID", "profiler");
  }
}
