package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what {@link QualityReport} does on the whole corpus. */
class FixProofTest {
  private static final int EVERY = 29;
  private static final int LONGEST = 60_000;

  @TempDir Path folder;

  @Test
  void fixesOfRealManifestsKeepTheirPromises() throws IOException, InterruptedException {
    CorpusTexts corpus = new CorpusTexts(folder);
    assumeTrue(corpus.unpack(), "no corpus beside the checkout");
    FixProof proof = new FixProof();
    int[] seen = new int[1];
    corpus.forEach((name, source) -> {
      YamlStream stream = YamlStream.parse(source.text());
      for (YamlStream.Part part : stream.parts()) {
        if (seen[0]++ % EVERY == 0 && part.document().length() < LONGEST) {
          proof.document(name + " #" + part.number(), stream.textOf(part));
        }
      }
    });
    assertThat(proof.failures()).isEmpty();
    assertThat(proof.closedTogether()).isPositive();
  }

  @Test
  void aFixIsTriedByItselfAndWithTheOthers() {
    FixProof proof = new FixProof();
    proof.document(
        "pod",
        "kind: Pod\napiVersion: v1\nspec: {hostPID: true, containers: [{name: c, image: a}]}\n");
    assertThat(proof.failures()).isEmpty();
    assertThat(proof.tallies())
        .hasEntrySatisfying("host-pid", tally -> assertThat(tally.applied).isEqualTo(1));
    assertThat(proof.closedTogether()).isGreaterThan(1);
  }
}
