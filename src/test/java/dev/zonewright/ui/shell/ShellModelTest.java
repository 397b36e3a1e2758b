package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    bench.write("kustomization.yaml", "resources: [api.yaml]\nnamespace: prod\n");

    bench.open(folder, folder.resolve("vanished.yaml"));

    assertThat(bench.model.status().analysedProperty().get()).isEqualTo("2 documents analysed");
    assertThat(bench.model.status().notAnalysedProperty().get())
        .isEqualTo("2 not analysed, 1 with nothing to analyse, 1 to build");
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
  void theFindingUnderTheCaretIsTheChosenOne() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().reveal(bench.finding("privileged-container").range());

    bench.model.followCaret(bench.active().editor());

    assertThat(bench.model.findings().selectedProperty().get())
        .isEqualTo(bench.finding("privileged-container"));
  }
}
