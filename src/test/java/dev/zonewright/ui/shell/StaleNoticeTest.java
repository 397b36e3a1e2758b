package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a notice says is true for as long as the notice says that it holds. */
class StaleNoticeTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
  }

  private void edit(String before) {
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, before)));
  }

  private static boolean holds(Notice notice) {
    return notice.holds().getAsBoolean();
  }

  @Test
  void whatFixAllOffersToUndoHoldsUntilItsFileIsEdited() {
    bench.model.fixAll(FixScope.EVERYTHING, bench);
    Notice fixed = bench.notice();
    assertThat(holds(fixed)).isTrue();

    edit("# mine\n");

    assertThat(holds(fixed)).isFalse();
  }

  @Test
  void whatFixAllOffersToUndoEndsWithTheLastFile() {
    bench.model.fixAll(FixScope.EVERYTHING, bench);
    bench.answer = UserDialogs.Unsaved.DISCARD;

    bench.model.files().closeAll();

    assertThat(holds(bench.notice())).isFalse();
  }

  @Test
  void thatTheTextChangedTooSoonHoldsUntilTheNextChange() {
    bench.model.fixAll(FixScope.EVERYTHING, bench);
    Notice fixed = bench.notice();
    edit("# mine\n");
    fixed.choices().getLast().action().run();
    Notice refused = bench.notice();
    assertThat(refused.text()).startsWith("A file was edited after the fix");
    assertThat(holds(refused)).isTrue();

    bench.model.undo();

    assertThat(holds(refused)).isFalse();
  }

  @Test
  void whatOthersWroteIsAskedUntilItIsSettled() {
    edit("# mine\n");
    bench.write("a.yaml", "# theirs\n" + Bench.HARDENED);
    bench.model.files().diskChanges().check();
    Notice asked = bench.notice();
    assertThat(holds(asked)).isTrue();

    bench.answer = UserDialogs.Unsaved.DISCARD;
    bench.model.files().closeAll();

    assertThat(holds(asked)).isFalse();
  }

  @Test
  void thatAFileIsNotSavedHoldsUntilItIsWrittenElsewhere() {
    edit("# mine\n");
    bench.write("a.yaml", "# theirs\n" + Bench.HARDENED);
    bench.model.save();
    Notice refused = bench.notice();
    assertThat(refused.text()).startsWith("a.yaml is not saved");
    assertThat(holds(refused)).isTrue();
    edit("# more\n");
    assertThat(holds(refused)).isTrue();

    bench.place = Optional.of(folder.resolve("b.yaml"));
    bench.model.files().saveElsewhere(false);

    assertThat(holds(refused)).isFalse();
  }

  @Test
  void thatAFileIsGoneHoldsUntilItIsBack() throws IOException {
    Files.delete(folder.resolve("a.yaml"));
    bench.model.files().diskChanges().check();
    bench.model.files().diskChanges().check();
    Notice gone = bench.notice();
    assertThat(gone.text()).startsWith("a.yaml is no longer on disk");
    assertThat(holds(gone)).isTrue();

    bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.model.files().diskChanges().check();

    assertThat(holds(gone)).isFalse();
  }

  @Test
  void thatAFindingIsToBeSelectedHoldsUntilOneIs() {
    bench.model.findings().selectedProperty().set(null);
    bench.model.fixAll(FixScope.CONTROL, bench);
    Notice wanted = bench.notice();
    assertThat(wanted.text()).startsWith("Select a finding first");
    assertThat(holds(wanted)).isTrue();

    bench.model.choose(bench.finding("privileged-container"));

    assertThat(holds(wanted)).isFalse();
  }

  @Test
  void nothingIsSaidOfDocumentsOnceTheLastFileIsClosed() {
    assertThat(bench.model.status().analysedProperty().get()).isEqualTo("1 document analysed");

    bench.model.files().closeAll();

    assertThat(bench.model.status().analysedProperty().get()).isEmpty();
  }

  @Test
  void aFilterGoesWithTheLastFile() {
    bench.model.findings().filterProperty().set("nothing is called so");
    bench.model.findings().fixableOnlyProperty().set(true);

    bench.model.files().closeAll();

    assertThat(bench.model.findings().filterProperty().get()).isEmpty();
    assertThat(bench.model.findings().fixableOnlyProperty().get()).isFalse();
    bench.open(folder.resolve("a.yaml"));
    assertThat(bench.model.findings().rows()).isNotEmpty();
  }
}
