package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a path cannot be read, with what to do. */
class FileTroubleTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.com/a.yaml, it is an address",
    "oci://example.com/shop, it is an address",
    "https, there is no such file",
    "charts/https.yaml, there is no such file"
  })
  void anAddressIsNoFileThatIsMissing(String name, String words) {
    ReadOutcome.Refused refused = FileTrouble.reading(Path.of(name), new NoSuchFileException(name));
    assertThat(refused.toString()).contains(words);
  }
}
