package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.YamlNode;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A run of fixes does not hold the trees of the passes that it is done with. */
class LetGoTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        hostPID: true
        containers:
          - name: web
            image: registry.example/web:1
            securityContext:
              privileged: true
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  private Analysis analysis() {
    return analyzer.analyze(List.of(Manifest.of("pod.yaml", POD)));
  }

  private static WeakReference<YamlNode> tree(Analysis analysis) {
    return new WeakReference<>(
        analysis.manifests().getFirst().stream()
            .parts()
            .getFirst()
            .document()
            .root()
            .orElseThrow());
  }

  @Test
  void theFirstTreesAreGoneBeforeTheFreshLook() {
    FixRun.Beginning beginning = FixRun.Beginning.alone(analysis());
    WeakReference<YamlNode> first = tree(beginning.analysis());
    List<Boolean> held = new ArrayList<>();
    new Fixer(analyzer).fixAll(beginning, _ -> true, true, () -> held.add(isHeld(first)));
    assertThat(held).isNotEmpty().doesNotContain(true);
  }

  /** Whether it stays; a thread that helped may need a moment to leave what it was at. */
  private static boolean isHeld(WeakReference<YamlNode> tree) {
    for (int i = 0; i < 100 && tree.get() != null; i++) {
      System.gc();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return tree.get() != null;
  }

  @Test
  void theResultIsThatOfARunThatHoldsThem() {
    FixRun.Beginning beginning = FixRun.Beginning.alone(analysis());
    FixRun alone = new Fixer(analyzer).fixAll(beginning, _ -> true, true, () -> {});
    Analysis before = analysis();
    FixRun shared = new Fixer(analyzer).fixAll(before, _ -> true, true, () -> false);
    assertThat(alone.edits()).isNotEmpty().isEqualTo(shared.edits());
    assertThat(said(alone.fixed())).isNotEmpty().isEqualTo(said(shared.fixed()));
    assertThat(said(alone.after().findings())).isEqualTo(said(shared.after().findings()));
    assertThat(said(beginning.analysis().findings())).isEqualTo(said(before.findings()));
    assertThat(beginning.analysis().manifests().getFirst().stream().text()).isEqualTo(POD);
  }

  private static List<String> said(List<LocatedFinding> findings) {
    return findings.stream()
        .map(f ->
            f.key()
                + " "
                + f.range()
                + f.finding().message()
                + f.finding().fixes().stream().map(x -> x.title() + x.safety()).toList())
        .toList();
  }
}
