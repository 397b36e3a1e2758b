package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the window without its looks: saved, changed on disk, closed. */
class ShellFilesTest {
  @TempDir Path folder;

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
}
