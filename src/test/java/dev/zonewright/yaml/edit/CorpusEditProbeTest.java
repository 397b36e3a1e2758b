package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries every kind of edit on the fixtures and, where they are at hand, on real manifests; with
 * {@code -Dprobe=full} on every place of them, else on a sample chosen by a fixed seed.
 */
final class CorpusEditProbeTest {
  private static final int SAMPLE_PER_DOCUMENT = 1;
  private static final int ALL = 4_000;
  private static final double MOST_REFUSED = 0.02;

  @TempDir Path folder;

  @Test
  void everyEditOfTheFixturesIsExact() throws IOException {
    EditProbe probe = new EditProbe(1, ALL);
    for (Path file : Corpus.own()) {
      run(probe, file, false);
      run(probe, file, true);
    }
    probe.report().forEach(System.out::println);
    assertThat(probe.failures()).isEmpty();
    assertThat(probe.total("applied")).isGreaterThan(1_000);
  }

  @Test
  void everyEditOfRealManifestsIsExact() throws IOException, InterruptedException {
    List<Path> files = Corpus.real(folder);
    boolean full = "full".equals(System.getProperty("probe"));
    EditProbe probe = new EditProbe(2, full ? ALL : SAMPLE_PER_DOCUMENT);
    for (Path file : files) {
      run(probe, file, false);
      if (full || files.indexOf(file) % 10 == 0) {
        run(probe, file, true);
      }
    }
    probe.report().forEach(System.out::println);
    assertThat(probe.failures()).isEmpty();
    assertThat(probe.total("refused")).isLessThan((int) (MOST_REFUSED * probe.total("applied")));
  }

  private static void run(EditProbe probe, Path file, boolean crlf) throws IOException {
    if (Decoding.of(Files.readAllBytes(file)) instanceof Decoding.Decoded(SourceText source)) {
      SourceText twin = SourceText.fromFile("\uFEFF" + source.text().replace("\n", "\r\n"));
      probe.run(file.toString(), crlf ? twin : source);
    }
  }
}
