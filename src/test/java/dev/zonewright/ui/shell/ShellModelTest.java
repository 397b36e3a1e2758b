package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window without its looks, on real files. */
class ShellModelTest {
  @TempDir Path folder;

  @Test
  void nothingIsOpenAtFirst() {
    Bench bench = new Bench(folder);

    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(bench.model.findings().emptyTextProperty().get()).isEqualTo("Nothing is opened yet");
  }

  @Test
  void anOpenedFileIsShownAnalysedAndCounted() {
    Bench bench = new Bench(folder);

    bench.open(bench.write("api.yaml", Bench.DEPLOYMENT));

    assertThat(bench.model.emptyProperty().get()).isFalse();
    assertThat(bench.active().shortName()).isEqualTo("api.yaml");
    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.status().analysedProperty().get()).isEqualTo("1 document analysed");
    assertThat(bench.model.status().notAnalysedProperty().get()).isEmpty();
    assertThat(bench.model.status().workProperty().get()).isEqualTo(StatusModel.Work.DONE);
    assertThat(bench.active().editor().findings()).isNotEmpty();
    assertThat(bench.model.risk().tenants()).containsExactly("acme");
  }

  @Test
  void whatCannotBeReadIsOnTheAccountAndHidesNothing() {
    Bench bench = new Bench(folder);
    bench.write("api.yaml", Bench.DEPLOYMENT);
    bench.write("broken.yaml", "a:\n\t- b\n");
    bench.write("values.yaml", "replicas: 2\n");

    bench.open(folder, folder.resolve("vanished.yaml"));

    assertThat(bench.model.status().analysedProperty().get()).isEqualTo("1 document analysed");
    assertThat(bench.model.status().notAnalysedProperty().get())
        .isEqualTo("2 not analysed, 1 with nothing to analyse");
  }

  @Test
  void onlyTheFirstFilesGetATabAndAClosedTabStaysAnalysed() {
    Bench bench = new Bench(folder);
    Path[] files = new Path[6];
    for (int i = 0; i < files.length; i++) {
      files[i] =
          bench.write(
              "file-" + i + ".yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: a" + i + "\n"));
    }
    bench.open(files);

    assertThat(bench.model.tabs().files()).hasSize(4);
    assertThat(bench.active().shortName()).isEqualTo("file-0.yaml");
    bench.model.tabs().close(bench.active());
    assertThat(bench.active().shortName()).isEqualTo("file-1.yaml");
    assertThat(bench.model.analysisProperty().get().manifests()).hasSize(6);
  }

  @Test
  void ofAFolderTheFileWithTheWorstFindingIsShownInOneTab() {
    Bench bench = new Bench(folder);
    for (String name : List.of("a", "b", "d")) {
      bench.write(name + ".yaml", Bench.HARDENED.replace("name: api\n", "name: " + name + "\n"));
    }
    bench.write("c.yaml", Bench.DEPLOYMENT);
    bench.open(folder);

    assertThat(bench.model.tabs().files()).hasSize(1);
    assertThat(bench.active().shortName()).isEqualTo("c.yaml");
    assertThat(bench.finding("privileged-container"))
        .isEqualTo(bench.model.findings().selectedProperty().get());
  }

  @Test
  void anEditIsAnalysedAgainAndMovesTheRisk() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("api.yaml", Bench.DEPLOYMENT));
    int at = Bench.DEPLOYMENT.indexOf("true # for now");

    bench.active().editor().apply(EditSet.of(TextEdit.replace(at, at + 4, "false")));

    assertThat(bench.controls()).doesNotContain("privileged-container");
    assertThat(bench.model.unsavedProperty().get()).isTrue();
    bench.model.undo();
    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    bench.model.redo();
    assertThat(bench.active().text()).isEqualTo(Bench.HARDENED);
  }

  @Test
  void theCaretStaysWhereOneTypesWhenTheAnalysisFollows() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("api.yaml", Bench.DEPLOYMENT));
    bench.model.choose(bench.finding("privileged-container"));
    var editor = bench.active().editor();
    int typing = Bench.DEPLOYMENT.indexOf("keep me");
    editor.reveal(TextRange.at(typing));

    editor.apply(EditSet.of(TextEdit.insert(typing, "please ")));

    assertThat(editor.caretProperty().get()).isEqualTo(typing);
    assertThat(bench.model.findings().selectedProperty().get())
        .isEqualTo(bench.finding("privileged-container"))
        .isEqualTo(editor.selectedProperty().get());
  }

  @Test
  void nextFindingFollowsTheFilterAndShowsThePlace() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT.replace("runtimeClassName: edera", "hostPID: true"));
    bench.write("b.yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: b\n"));
    bench.open(folder);
    bench.model.findings().filterProperty().set("privileged");

    bench.model.nextFinding();
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    assertThat(bench.active().editor().positionProperty().get().line()).isEqualTo(16);
    bench.model.nextFinding();
    assertThat(bench.active().shortName()).isEqualTo("b.yaml");
    assertThat(bench.model.help().currentProperty().get()).isNotNull();
    bench.model.nextFinding();
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    bench.model.previousFinding();
    assertThat(bench.active().shortName()).isEqualTo("b.yaml");
  }

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
    assertThat(bench.notice().text()).startsWith("A file was edited since");
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
  void aDeclinedRunChangesNothing() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.agrees = false;

    bench.model.fixAll(FixScope.EVERYTHING, bench);

    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
  }

  @Test
  void savingWritesExactlyTheText() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT.replace("\n", "\r\n")));
    int at = Bench.DEPLOYMENT.indexOf("true # for now");
    bench.active().editor().apply(EditSet.of(TextEdit.replace(at, at + 4, "false")));

    bench.model.save();

    assertThat(bench.read("a.yaml")).isEqualTo(Bench.HARDENED.replace("\n", "\r\n"));
    assertThat(bench.active().isModified()).isFalse();
    assertThat(bench.model.status().lineEndsProperty().get()).isEqualTo("CRLF");
  }

  @Test
  void aFileChangedOnDiskIsNeverWrittenOverUnasked() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    bench.write("a.yaml", "# theirs\n" + Bench.DEPLOYMENT);

    bench.model.save();

    assertThat(bench.read("a.yaml")).startsWith("# theirs\n");
    assertThat(bench.notice().tone()).isEqualTo(Notice.Tone.WARNING);
    bench.choose("Save over it");
    assertThat(bench.read("a.yaml")).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
  }

  @Test
  void aFileChangedOnDiskCanBeLoadedInstead() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    bench.write("a.yaml", Bench.HARDENED);

    bench.model.save();
    bench.choose("Load from disk");

    assertThat(bench.active().text()).isEqualTo(Bench.HARDENED);
    assertThat(bench.active().isModified()).isFalse();
    assertThat(bench.controls()).doesNotContain("privileged-container");
  }

  @Test
  void closingAsksAboutUnsavedChanges() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    assertThat(bench.model.mayClose(bench, () -> {})).isTrue();
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));

    bench.answer = UserDialogs.Unsaved.STAY;
    assertThat(bench.model.mayClose(bench, () -> {})).isFalse();
    bench.answer = UserDialogs.Unsaved.DISCARD;
    assertThat(bench.model.mayClose(bench, () -> {})).isTrue();
    bench.answer = UserDialogs.Unsaved.SAVE;
    AtomicBoolean closed = new AtomicBoolean();
    assertThat(bench.model.mayClose(bench, () -> closed.set(true))).isFalse();
    assertThat(closed).isTrue();
    assertThat(bench.read("a.yaml")).startsWith("# mine\n");
  }

  @Test
  void closingAllFilesLeavesAnEmptyWindowThatTakesFilesAgain() {
    Bench bench = new Bench(folder);
    Path file = bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.open(file);
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    bench.model.files().closeAll();
    assertThat(bench.model.tabs().files()).hasSize(1);

    bench.answer = UserDialogs.Unsaved.DISCARD;
    bench.model.files().closeAll();
    assertThat(bench.model.tabs().files()).isEmpty();
    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.model.analysisProperty().get().findings()).isEmpty();
    assertThat(bench.model.findings().selectedProperty().get()).isNull();

    bench.open(file);
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.model.findings().selectedProperty().get()).isNotNull();
  }

  @Test
  void aResultWhoseTextHasChangedMeanwhileIsNotShown() {
    Deque<Runnable> engine = new ArrayDeque<>();
    BackgroundRunner slow =
        new BackgroundRunner(
            engine::add,
            Runnable::run,
            Runnable::run,
            (_, task) -> {
              task.run();
              return () -> {};
            });
    Bench bench = new Bench(folder, slow);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    int at = Bench.DEPLOYMENT.indexOf("true # for now");
    bench.active().editor().apply(EditSet.of(TextEdit.replace(at, at + 4, "false")));

    engine.removeFirst().run();
    assertThat(bench.model.analysisProperty().get().manifests()).isEmpty();
    engine.removeFirst().run();
    assertThat(bench.model.analysisProperty().get().manifests()).hasSize(1);
    assertThat(bench.controls()).doesNotContain("privileged-container");
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
  void theFindingUnderTheCaretIsTheChosenOne() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().reveal(bench.finding("privileged-container").range());

    bench.model.followCaret(bench.active().editor());

    assertThat(bench.model.findings().selectedProperty().get())
        .isEqualTo(bench.finding("privileged-container"));
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
    assertThat(bench.notice().text()).contains("edited since it was analysed");
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
