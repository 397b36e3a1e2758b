package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place that is opened under two names, as by a command in its folder and by a dialog. */
class SamePlaceTest {
  @TempDir Path folder;

  @Test
  void aFileIsOpenedOnceHoweverItIsNamed() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.write("bad.yaml", "a: \u0000\n");
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
    bench.open(relative);
    String before = String.join(",", bench.model.files().fileNames());

    bench.open(folder.toAbsolutePath());
    bench.open(folder.resolve("x/../a.yaml"));

    assertThat(String.join(",", bench.model.files().fileNames())).isEqualTo(before);
    assertThat(bench.controls()).doesNotContain("duplicate-object");
    assertThat(bench.model.analysisProperty().get().coverage().missed()).hasSize(1);
    assertThat(bench.model.tabs().files()).hasSize(1);
  }
}
