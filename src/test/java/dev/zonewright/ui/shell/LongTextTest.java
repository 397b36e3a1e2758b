package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long text shows findings of its beginning while the rest is looked at. */
class LongTextTest {
  private static final int DOCUMENTS = 3_000;

  @TempDir Path folder;

  @Test
  void theBeginningIsShownFirstAndTheWholeInTheEnd() {
    Bench bench = new Bench(folder);
    List<Analysis> shown = new ArrayList<>();
    List<StatusModel.Work> work = new ArrayList<>();
    bench
        .model
        .analysisProperty()
        .addListener((_, _, now) -> {
          shown.add(now);
          work.add(bench.model.status().workProperty().get());
        });

    bench.open(bench.write("long.yaml", text(DOCUMENTS)));

    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst().coverage().documents()).isBetween(100, DOCUMENTS / 2);
    assertThat(shown.getLast().coverage().documents()).isEqualTo(DOCUMENTS);
    assertThat(work.getFirst()).isNotEqualTo(StatusModel.Work.DONE);
    assertThat(bench.model.status().workProperty().get()).isEqualTo(StatusModel.Work.DONE);
    // the findings of the beginning are those of the whole, at their places
    assertThat(shown.getLast().findings().stream().map(f -> f.fingerprint()))
        .containsAll(shown.getFirst().findings().stream().map(f -> f.fingerprint()).toList());
    assertThat(bench.model.findings().selectedProperty().get())
        .isEqualTo(shown.getLast().findings().getFirst());
  }

  @Test
  void aShortTextIsShownOnce() {
    Bench bench = new Bench(folder);
    List<Analysis> shown = new ArrayList<>();
    bench.model.analysisProperty().addListener((_, _, now) -> shown.add(now));

    bench.open(bench.write("short.yaml", text(3)));

    assertThat(shown).hasSize(1);
  }

  private static String text(int documents) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < documents; i++) {
      out.append("---\n").append(Bench.DEPLOYMENT.replace("name: api\n", "name: api-" + i + "\n"));
    }
    return out.toString();
  }
}
