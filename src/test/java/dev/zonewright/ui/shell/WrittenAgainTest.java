package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that others write more than once while it has unsaved changes. */
class WrittenAgainTest {
  @TempDir Path folder;

  @Test
  void whatOthersWroteAgainSinceTheQuestionIsWhatIsLoadedAndCompared() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    bench.write("a.yaml", "# theirs\n" + Bench.HARDENED);
    bench.model.files().diskChanges().check();
    Notice first = bench.notice();
    bench.write("a.yaml", "# theirs, later\n" + Bench.HARDENED);
    bench.model.files().diskChanges().check();

    // the later question takes the place of the first, and each means the text as it is now
    assertThat(bench.notice().matter()).isNotEmpty().isEqualTo(first.matter());
    first.choices().get(1).action().run();
    assertThat(bench.compared.orElseThrow().texts().getFirst().diff().toString())
        .contains("# theirs, later");
    first.choices().getFirst().action().run();
    assertThat(bench.active().text()).isEqualTo("# theirs, later\n" + Bench.HARDENED);
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();
  }
}
