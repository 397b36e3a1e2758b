package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window says what it is about to read, and somebody cancels before it does. */
class EarlyCancelTest {
  @TempDir Path folder;

  @Test
  void whatIsCancelledBeforeItBeginsIsNotRead() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.model.status().reading(List.of(folder));
    bench.model.files().cancelOpening();

    bench.open(folder);

    assertThat(bench.model.files().fileNames()).isEmpty();
    assertThat(bench.notice().text()).isEqualTo("Opening was stopped; nothing was opened.");
    assertThat(bench.model.status().workProperty().get()).isNotEqualTo(StatusModel.Work.OPENING);
    bench.open(folder);
    assertThat(bench.model.files().fileNames()).hasSize(1);
  }

  @Test
  void withNothingToCancelTheNextIsRead() {
    Bench bench = new Bench(folder);
    bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.model.files().cancelOpening();

    bench.open(folder);

    assertThat(bench.model.files().fileNames()).hasSize(1);
  }
}
