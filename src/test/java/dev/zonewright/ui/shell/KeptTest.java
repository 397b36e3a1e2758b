package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.Journal;
import dev.zonewright.settings.KilledJournal;
import dev.zonewright.settings.UnsavedText;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.files.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window keeps for the next of texts that were not saved. */
class KeptTest {
  @TempDir Path folder;
  @TempDir Path settings;

  @Test
  void unsavedTextsAreKeptWhileTheyAreUnsaved() throws IOException {
    Bench bench = Bench.keeping(folder, settings);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    assertThat(kept()).isEmpty();

    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    assertThat(kept()).hasSize(1);
    assertThat(Files.readString(kept().getFirst())).contains("# mine");
    bench.model.undo();
    assertThat(kept()).isEmpty();

    bench.model.files().paste("kind: Pod\n");
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    assertThat(kept()).hasSize(1);
    bench.place = Optional.of(folder.resolve("pasted.yaml"));
    bench.model.save();
    assertThat(kept()).isEmpty();
    bench.model.files().ended();
    assertThat(settings.resolve("unsaved")).isEmptyDirectory();
  }

  @Test
  void closingWithoutSavingLeavesNothing() {
    Bench bench = Bench.keeping(folder, settings);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    bench.answer = UserDialogs.Unsaved.DISCARD;

    assertThat(bench.model.mayClose(bench, () -> {})).isTrue();
    bench.model.files().ended();

    assertThat(settings.resolve("unsaved")).isEmptyDirectory();
  }

  @Test
  void whatAKilledWindowLeftIsRestored() throws Exception {
    Bench bench = Bench.keeping(folder, settings);
    Path file = bench.write("a.yaml", Bench.DEPLOYMENT);
    killed(file);

    bench.model.files().started();
    assertThat(bench.notice().text()).contains("2 texts that were not saved");
    bench.choose("Restore");

    OpenFile restored = bench.model.tabs().files().getFirst();
    assertThat(restored.name()).isEqualTo(file.toString());
    assertThat(bench.model.tabs().files())
        .extracting(OpenFile::text)
        .containsExactlyInAnyOrder("# mine\n" + Bench.DEPLOYMENT, "kind: Pod\n");
    assertThat(bench.model.unsavedProperty().get()).isTrue();
    assertThat(bench.read("a.yaml")).isEqualTo(Bench.DEPLOYMENT);
    // they are this window's to keep now
    assertThat(kept()).hasSize(2);
    assertThat(new Journal(settings).leftBehind()).isEmpty();
    bench.model.tabs().show(restored);
    bench.model.save();
    assertThat(bench.read("a.yaml")).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
    bench.model.files().ended();
  }

  @Test
  void whatAKilledWindowLeftCanBeComparedAndDiscarded() throws Exception {
    Bench bench = Bench.keeping(folder, settings);
    Path file = bench.write("a.yaml", Bench.DEPLOYMENT);
    killed(file);
    bench.model.files().started();

    bench.choose("Compare…");
    assertThat(bench.compared.orElseThrow().texts()).hasSize(2);
    // closed without an answer, it is still there to be chosen
    bench.verdict = Optional.of("Discard");
    bench.choose("Compare…");

    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFileThatChangedSinceIsSaidToHave() throws Exception {
    Bench bench = Bench.keeping(folder, settings);
    Path file = bench.write("a.yaml", Bench.HARDENED);
    killed(file);
    bench.model.files().started();
    bench.choose("Restore");

    assertThat(bench.notice().text()).startsWith("a.yaml has changed on disk since then.");
    bench.model.tabs().show(bench.model.tabs().files().getFirst());
    bench.model.undo();
    assertThat(bench.active().text()).isEqualTo(Bench.HARDENED);
    bench.model.files().ended();
  }

  @Test
  void aMishapKeepsTheTextsFirstAndNamesNothingOfThem() throws IOException {
    Bench bench = Bench.keeping(folder, settings);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));

    bench.model.unexpected(new IllegalStateException("planted"));

    Unexpected told = bench.mishaps.getFirst();
    assertThat(told.summary()).isEqualTo("IllegalStateException: planted");
    assertThat(told.promise())
        .startsWith("No text was lost: 1 text that is not saved is kept separately");
    assertThat(told.details()).contains("planted").contains("KeptTest").doesNotContain("a.yaml");
    assertThat(Files.readString(kept().getFirst())).contains("# mine");
    bench.model.files().ended();
  }

  @Test
  void anOldCopyGoesOnlyOnceItsSuccessorIsThere() throws Exception {
    Deque<Runnable> later = new ArrayDeque<>();
    Bench bench = new Bench(folder, patient(later), Optional.of(settings));
    killed(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.model.files().started();
    Path room = settings.resolve("unsaved");
    Path away = Files.move(room, settings.resolve("elsewhere"));
    Files.writeString(room, "no folder can be made here");

    bench.choose("Restore");
    assertThat(bench.notice().text()).startsWith("Unsaved texts would not survive a crash");
    assertThat(bench.model.status().notKeptProperty().get()).isNotEmpty();
    assertThat(jsonIn(away)).hasSize(2);
    later.removeFirst().run();
    assertThat(jsonIn(away)).hasSize(2);

    Files.delete(room);
    Files.move(away, room);
    assertThat(jsonIn(room)).hasSize(2);
    later.removeFirst().run();
    assertThat(bench.notice().text()).isEqualTo("Unsaved texts are kept again.");
    assertThat(bench.model.status().notKeptProperty().get()).isEmpty();
    // these are this window's own
    assertThat(jsonIn(room)).hasSize(2);
    bench.model.files().ended();
    assertThat(jsonIn(room)).isEmpty();
  }

  @Test
  void aMishapOnAFullDiskPromisesNothing() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");
    Bench bench = Bench.keeping(folder, blocked.resolve("zonewright"));
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));

    bench.model.unexpected(new IllegalStateException("planted"));

    assertThat(bench.mishaps.getFirst().promise())
        .startsWith("Your texts are still in the window. Save now. Unsaved texts would not survive")
        .doesNotContain("No text was lost");
  }

  /** Everything at once, but what is to be tried again after a while. */
  private static BackgroundRunner patient(Deque<Runnable> later) {
    return new BackgroundRunner(
        Runnable::run,
        Runnable::run,
        Runnable::run,
        (wait, task) -> {
          if (wait.toSeconds() < 5) {
            task.run();
          } else {
            later.add(task);
          }
          return () -> later.remove(task);
        });
  }

  private static List<Path> jsonIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".json")).toList();
    }
  }

  private void killed(Path file) throws Exception {
    List<UnsavedText> texts =
        List.of(
            new UnsavedText(
                file.toString(), file.toString(), stamp(file), "# mine\n" + Bench.DEPLOYMENT),
            new UnsavedText("pasted.yaml", "", "", "kind: Pod\n"));
    Process process = KilledJournal.start(settings, texts);
    assertThat(process.inputReader().readLine()).isEqualTo(KilledJournal.READY);
    process.destroyForcibly().waitFor();
  }

  // of the text that the killed window had opened
  private String stamp(Path file) {
    Bench other = new Bench(folder);
    other.write("other.yaml", Bench.DEPLOYMENT);
    other.open(file.resolveSibling("other.yaml"));
    return other.active().onDisk().stamp().hash();
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(settings.resolve("unsaved"))) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(settings.resolve("unsaved"))) {
      return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }
}
