package dev.zonewright.catalogue.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EderaAnnotationsTest {
  @ParameterizedTest
  @CsvSource({
    "edera.dev/kernel, dev.edera/kernel",
    "dev.edera/kernal, dev.edera/kernel",
    "dev.edera/krenel, dev.edera/kernel",
    "dev.edera/Kernel, dev.edera/kernel",
    "dev.edera/kernel_variant, dev.edera/kernel-variant",
    "dev.edra/kernel, dev.edera/kernel",
    "dev.edera.io/kernel, ''",
    "edera.dev/cpu, dev.edera/cpu",
    "edera/virt-backend, dev.edera/virt-backend"
  })
  void guessesWhatWasMeant(String key, String meant) {
    assertThat(EderaAnnotations.meant(key).orElse("")).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.edera/kernel",
        "dev.edera/gpu",
        "dev.edera/inject-runtime",
        "dev.edera/scratch-disk",
        "example.org/kernel",
        "kernel",
        "kubernetes.io/virt-backend"
      })
  void doesNotGuessWildly(String key) {
    assertThat(EderaAnnotations.meant(key)).isEmpty();
  }
}
