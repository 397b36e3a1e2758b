package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.files.OpenChoices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which folder somebody begins to choose what to open. */
class OpeningBeginsTest {
  @TempDir Path folder;
  @TempDir Path settings;

  private OpenChoices choices(Bench bench) {
    return new OpenChoices(
        () -> {
          throw new AssertionError("nothing is shown");
        },
        bench.model.files(),
        bench.model.preferences(),
        Optional.empty());
  }

  @Test
  void besideTheFileOnShowOrWhereSomethingWasOpenedLast() {
    Bench bench = Bench.keeping(folder, settings);
    assertThat(choices(bench).beginning()).isEmpty();

    Path file = bench.write("deep/a.yaml", Bench.DEPLOYMENT);
    bench.open(file);
    assertThat(choices(bench).beginning()).contains(file.getParent());

    bench.model.files().closeAll();
    assertThat(choices(bench).beginning()).contains(file.getParent());
  }

  @Test
  void whatHasNoPlaceLeadsNowhere() {
    Bench bench = Bench.keeping(folder, settings);
    bench.write("sample/a.yaml", Bench.DEPLOYMENT);
    bench.model.files().openCopies(List.of(folder.resolve("sample")));
    assertThat(choices(bench).beginning()).isEmpty();
  }
}
