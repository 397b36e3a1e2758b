package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open file is deleted, or cannot be read any more. */
class LostFileTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    file = bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.open(file);
  }

  private void look() {
    bench.model.files().diskChanges().check();
  }

  private void edit() {
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
  }

  @Test
  void aFileThatIsGoneHasAMarkUntilItIsBack() throws IOException {
    Files.delete(file);
    look();
    assertThat(bench.notice().text()).contains("no longer on disk");
    assertThat(bench.model.tree().unsettledProperty().get()).containsExactly(file.toString());

    bench.write("a.yaml", Bench.DEPLOYMENT);
    look();
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();
  }

  @Test
  void theMarkTellsOnceMore() throws IOException {
    Files.delete(file);
    look();
    Notice first = bench.notice();
    bench.model.files().diskChanges().askAgain(file.toString());
    assertThat(bench.notice()).isNotSameAs(first);
    assertThat(bench.notice().text()).isEqualTo(first.text());
  }

  @Test
  void aFileThatIsGoneCanBeClosedWithAllThatIsSaidOfIt() throws IOException {
    Files.delete(file);
    look();
    bench.choose("Close it");
    assertThat(bench.model.files().fileNames()).isEmpty();
    assertThat(bench.model.tabs().files()).isEmpty();
    assertThat(bench.controls()).isEmpty();
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();
  }

  @Test
  void whatIsNotSavedIsNotClosed() throws IOException {
    edit();
    Files.delete(file);
    look();
    assertThat(bench.notice().choices())
        .extracting(Notice.Choice::label)
        .containsExactly("Save a copy…");
    bench.place = Optional.of(file);
    bench.choose("Save a copy…");
    assertThat(bench.read("a.yaml")).startsWith("# mine\n");
  }

  @Test
  void whatWasWrittenSinceTheQuestionIsKept() throws IOException {
    Files.delete(file);
    look();
    edit();
    bench.choose("Close it");
    assertThat(bench.model.files().fileNames()).containsExactly(file.toString());
  }

  @Test
  void aFileThatCannotBeReadIsToldOfWithTheReason() throws IOException {
    Files.write(file, new byte[] {'a', (byte) 0xc3, (byte) 0x28});
    look();
    assertThat(bench.notice().text())
        .startsWith("a.yaml is no longer readable on disk: ")
        .endsWith("The text here is kept.");
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.model.tree().unsettledProperty().get()).containsExactly(file.toString());
  }
}
