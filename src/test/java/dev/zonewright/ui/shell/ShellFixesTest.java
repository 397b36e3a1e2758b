package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.editor.model.EditorModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes in the window without its looks, of one finding and of many. */
class ShellFixesTest {
  @TempDir Path folder;

  @Test
  void fixAllReachesFilesWithoutATabAndOneUndoTakesAllBack() {
    Bench bench = new Bench(folder);
    for (int i = 0; i < 6; i++) {
      bench.write("f" + i + ".yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: a" + i + "\n"));
    }
    bench.open(folder);

    bench.model.fixAll(FixScope.EVERYTHING, bench);

    assertThat(bench.controls()).doesNotContain("missing-seccomp-profile");
    assertThat(bench.notice().text()).contains("in 6 files");
    bench.model.undo();
    assertThat(bench.controls()).contains("missing-seccomp-profile");
    assertThat(bench.model.unsavedProperty().get()).isFalse();
  }

  @Test
  void theNoticeCountsAsTheFreshAnalysisDoesAndShowsWhatIsLeft() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT.replace("privileged: true", "runAsUser: 0"));
    bench.write("b.yaml", Bench.DEPLOYMENT);
    bench.open(folder);
    int before = bench.model.analysisProperty().get().findings().size();

    bench.model.fixAll(FixScope.EVERYTHING, bench);

    int left = bench.model.analysisProperty().get().findings().size();
    assertThat(left).isPositive();
    assertThat(bench.notice().text())
        .isEqualTo("%d fixes applied in 2 files · %d left".formatted(before - left, left));

    bench.model.findings().filterProperty().set("nothing like it");
    bench.choose("Show what is left");
    assertThat(bench.model.findings().summaryProperty().get()).startsWith(left + " · ");
    assertThat(bench.model.findings().controlsTextProperty().get()).isNotEmpty();
  }

  @Test
  void whereNothingIsFoundTheNoticeSaysSo() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"));
    assertThat(bench.model.analysisProperty().get().findings()).isEmpty();

    bench.model.fixAll(FixScope.FILE, bench);

    assertThat(bench.notice().text())
        .isEqualTo("No findings in this file, so there is nothing to fix.");
  }

  @Test
  void theUndoOfTheNoticeSaysWhenItIsTooLate() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.model.fixAll(FixScope.EVERYTHING, bench);
    Notice fixed = bench.notice();
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    String text = bench.active().text();

    fixed.choices().getLast().action().run();

    assertThat(bench.active().text()).isEqualTo(text);
    assertThat(bench.notice().text()).startsWith("A file was edited after the fix");
  }

  @Test
  void fixAllOfAFileLeavesOthersAlone() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.write("b.yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: b\n"));
    bench.open(folder);

    bench.model.fixAll(FixScope.FILE, bench);

    assertThat(bench.finding("missing-seccomp-profile").file()).endsWith("b.yaml");
  }

  @Test
  void fixAllOfATenantNeedsNoFindingWhereTheTenantIsLookedAt() {
    Bench bench = new Bench(folder);
    bench.open(
        bench.write("a.yaml", Bench.DEPLOYMENT),
        bench.write("b.yaml", Bench.DEPLOYMENT.replace("namespace: acme", "namespace: globex")));
    bench.model.risk().tenantProperty().set("globex");
    bench.model.findings().selectedProperty().set(null);

    bench.model.fixAll(FixScope.TENANT, bench);

    assertThat(bench.notice().text()).contains("applied in 1 file");
    assertThat(bench.finding("missing-seccomp-profile").file()).endsWith("a.yaml");
  }

  @Test
  void aDeclinedRunChangesNothing() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.agrees = false;

    bench.model.fixAll(FixScope.EVERYTHING, bench);

    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
  }

  @Test
  void aFixOfAnOlderTextIsNotApplied() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    var finding = bench.finding("privileged-container");
    var manifest = bench.model.analysisProperty().get().manifests().getFirst();
    var fix =
        (FixOutcome.Applied) Fixer.apply(manifest, finding, finding.finding().fixes().getFirst());
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# typed\n")));

    bench.model.applyFix(finding, fix, Bench.DEPLOYMENT);

    assertThat(bench.active().text()).isEqualTo("# typed\n" + Bench.DEPLOYMENT);
    assertThat(bench.notice().text()).contains("text changed");
  }

  @Test
  void fixesOfADocumentAreRefusedWhereItsNumberMayBeAnothersByNow() {
    List<Runnable> later = new ArrayList<>();
    BackgroundRunner runner =
        new BackgroundRunner(
            Runnable::run,
            Runnable::run,
            Runnable::run,
            (_, task) -> {
              later.add(task);
              return () -> later.remove(task);
            });
    Bench bench = new Bench(folder, runner);
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: acme}
        spec:
          hostPID: true
          containers: [{name: x, image: x}]
        """;
    String first = pod.formatted("a") + "---\n";
    String rest = pod.formatted("b") + "---\n" + pod.formatted("c");
    bench.open(bench.write("pods.yaml", first + rest));
    List.copyOf(later).forEach(Runnable::run);
    LocatedFinding ofB =
        bench.model.analysisProperty().get().findings().stream()
            .filter(f -> f.document() == 2 && f.finding().control().id().equals("host-pid"))
            .findFirst()
            .orElseThrow();
    later.clear();
    EditorModel editor = bench.active().editor();
    editor.apply(EditSet.of(TextEdit.replace(0, first.length(), "")));

    bench.model.fixRequests().document(ofB.file(), ofB.document(), bench);

    assertThat(editor.text()).isEqualTo(rest);
    assertThat(bench.notice().text()).contains("changed after the analysis");
  }

  @Test
  void fixAllReachesTheTenantOrTheControlOfTheChosenFinding() {
    Bench bench = new Bench(folder);
    String other = Bench.DEPLOYMENT.replace("namespace: acme", "namespace: zeta");
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("z.yaml", other));
    LocatedFinding chosen =
        bench.model.analysisProperty().get().findings().stream()
            .filter(f -> f.file().endsWith("z.yaml"))
            .filter(f -> f.finding().control().id().equals("privileged-container"))
            .findFirst()
            .orElseThrow();
    List<String> before = controlsIn(bench, "z.yaml");
    bench.model.choose(chosen);
    bench.model.fixAll(FixScope.TENANT, bench);
    bench.model.saveAll();
    assertThat(bench.read("a.yaml")).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.read("z.yaml")).isNotEqualTo(other);

    List<String> after = controlsIn(bench, "z.yaml");
    LocatedFinding closable =
        bench.model.analysisProperty().get().findings().stream()
            .filter(f -> f.file().endsWith("a.yaml"))
            .filter(f -> before.contains(f.finding().control().id()))
            .filter(f -> !after.contains(f.finding().control().id()))
            .findFirst()
            .orElseThrow();
    int others = controlsIn(bench, "a.yaml").size();
    bench.model.choose(closable);
    bench.model.fixAll(FixScope.CONTROL, bench);
    assertThat(controlsIn(bench, "a.yaml"))
        .doesNotContain(closable.finding().control().id())
        .hasSizeLessThan(others);
  }

  private static List<String> controlsIn(Bench bench, String file) {
    return bench.model.analysisProperty().get().findings().stream()
        .filter(f -> f.file().endsWith(file))
        .map(f -> f.finding().control().id())
        .toList();
  }
}
