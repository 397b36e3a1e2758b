package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.files.OpenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are written to another place than they came from, and tabs that move. */
class SavingElsewhereTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  private void edit(String before) {
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, before)));
  }

  @Test
  void savedAsAnotherTheTextGoesOnThereAndTheFirstFileIsAsItWas() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    edit("# mine\n");
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(false);

    assertThat(bench.active().shortName()).isEqualTo("b.yaml");
    assertThat(bench.read("b.yaml")).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
    assertThat(bench.read("a.yaml")).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.model.tabs().files()).containsExactly(bench.active());
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.notice().text())
        .endsWith("a.yaml is no longer opened; on disk it is unchanged.");
  }

  @Test
  void savedAsAnotherTheFirstFileIsNoLongerOpenedNorADuplicate() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("z.yaml", "kind: Pod\n"));
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(false);

    assertThat(bench.controls()).doesNotContain("duplicate-object");
    assertThat(bench.model.files().fileNames())
        .containsExactlyInAnyOrder(
            folder.resolve("b.yaml").toString(), folder.resolve("z.yaml").toString());
  }

  @Test
  void savedOverAnOpenedFileOnlyThatOneStaysOpened() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("b.yaml", "kind: Pod\n"));
    bench.model.files().showFile(folder.resolve("a.yaml").toString());
    edit("# mine\n");
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(false);

    assertThat(bench.model.files().fileNames())
        .containsExactly(folder.resolve("b.yaml").toString());
    assertThat(bench.active().text()).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
    assertThat(bench.controls()).doesNotContain("duplicate-object");
  }

  @Test
  void savedAsAnotherTheTextKeepsItsPlaceAndWhatCanBeUndone() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("z.yaml", "kind: Pod\n"));
    edit("# mine\n");
    OpenFile text = bench.active();
    int tab = bench.model.tabs().files().indexOf(text);
    bench.model.findings().selectedProperty().set(bench.finding(bench.controls().getLast()));
    String chosen = chosen().finding().control().id();
    int caret = text.editor().caretProperty().get();
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(false);

    assertThat(bench.active()).isSameAs(text);
    assertThat(text.shortName()).isEqualTo("b.yaml");
    assertThat(bench.model.tabs().files().indexOf(text)).isEqualTo(tab);
    assertThat(text.editor().caretProperty().get()).isEqualTo(caret);
    assertThat(chosen().finding().control().id()).isEqualTo(chosen);
    assertThat(chosen().file()).isEqualTo(text.name());
    bench.model.undo();
    assertThat(text.text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(text.isModified()).isTrue();
    assertThat(bench.read("b.yaml")).startsWith("# mine\n");
  }

  private LocatedFinding chosen() {
    return Optional.ofNullable(bench.model.findings().selectedProperty().get()).orElseThrow();
  }

  @Test
  void aCopyThatIsSavedIsUnsavedNoMore() {
    bench.write("sample/a.yaml", Bench.DEPLOYMENT);
    bench.model.files().openCopies(List.of(folder.resolve("sample")));
    edit("# mine\n");
    OpenFile text = bench.active();
    bench.place = Optional.of(folder.resolve("mine.yaml"));

    bench.model.save();

    assertThat(bench.active()).isSameAs(text);
    assertThat(text.isUntitled()).isFalse();
    assertThat(text.unsavedProperty().get()).isFalse();
    assertThat(bench.model.tree().unsavedProperty().get()).isEmpty();
    edit("# more\n");
    bench.model.save();
    assertThat(bench.read("mine.yaml")).startsWith("# more\n# mine\n");
    bench.model.undo();
    bench.model.undo();
    assertThat(text.text()).isEqualTo(Bench.DEPLOYMENT);
  }

  @Test
  void aCopyLeavesTheFirstFileWithItsChanges() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    edit("# mine\n");
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(true);

    assertThat(bench.read("b.yaml")).startsWith("# mine\n");
    assertThat(bench.model.tabs().files()).containsExactly(bench.active());
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    assertThat(bench.model.unsavedProperty().get()).as("a.yaml still is").isTrue();
    assertThat(bench.controls()).doesNotContain("duplicate-object");
    assertThat(bench.notice().text()).endsWith("b.yaml. You go on in a.yaml.");
  }

  @Test
  void aCopyOverAnOpenedFileIsShownThere() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("b.yaml", "kind: Pod\n"));
    bench.model.files().showFile(folder.resolve("a.yaml").toString());
    bench.place = Optional.of(folder.resolve("b.yaml"));

    bench.model.files().saveElsewhere(true);

    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    bench.model.files().showFile(folder.resolve("b.yaml").toString());
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.active().isModified()).isFalse();
  }

  @Test
  void aFileThatMayNotBeWrittenOffersACopy() {
    Path file = bench.write("a.yaml", Bench.DEPLOYMENT);
    assumeTrue(file.toFile().setWritable(false, false), "this system has no read-only files");
    bench.open(file);
    edit("# mine\n");
    bench.model.save();

    assertThat(bench.notice().text()).contains("read-only");
    bench.place = Optional.of(folder.resolve("copy.yaml"));
    bench.choose("Save a copy…");

    assertThat(bench.read("copy.yaml")).startsWith("# mine\n");
    assertThat(bench.read("a.yaml")).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.active().shortName()).isEqualTo("copy.yaml");
    assertThat(bench.model.tabs().files()).containsExactly(bench.active());
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.controls()).doesNotContain("duplicate-object");
  }

  @Test
  void theSampleIsACopyThatSavingNeverWritesBack() {
    Path file = bench.write("sample/a.yaml", Bench.DEPLOYMENT);
    bench.model.files().openCopies(List.of(folder.resolve("sample")));

    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.active().unsavedProperty().get()).isFalse();
    edit("# mine\n");
    bench.model.save();
    assertThat(bench.active().isModified()).as("no place was given").isTrue();
    bench.place = Optional.of(folder.resolve("mine.yaml"));
    bench.model.saveAll();

    assertThat(bench.read("sample/a.yaml")).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.read("mine.yaml")).startsWith("# mine\n");
    assertThat(file).exists();
    assertThat(bench.model.preferences().now().recent()).isEmpty();
  }

  @Test
  void tabsAreMoved() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT), bench.write("b.yaml", "kind: Pod\n"));
    OpenFile active = bench.active();
    bench.model.tabs().move(1);
    assertThat(bench.model.tabs().files().getLast()).isSameAs(active);
    bench.model.tabs().move(1);
    assertThat(bench.model.tabs().files().getLast()).isSameAs(active);
    bench.model.tabs().move(-1);
    assertThat(bench.model.tabs().files().getFirst()).isSameAs(active);
    assertThat(bench.active()).isSameAs(active);
  }
}
