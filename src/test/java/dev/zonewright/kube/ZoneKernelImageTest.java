package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneKernelImageTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/edera-dev/zone-kernel, PUBLISHED, LATEST, '', UNKNOWN",
    "ghcr.io/edera-dev/zone-kernel:latest, PUBLISHED, LATEST, '', UNKNOWN",
    "ghcr.io/edera-dev/zone-kernel:stable, PUBLISHED, FLOATING, '', UNKNOWN",
    "ghcr.io/edera-dev/zone-kernel:6, PUBLISHED, FLOATING, '', UNKNOWN",
    "ghcr.io/edera-dev/zone-kernel:6.12, PUBLISHED, FLOATING, 6.12, LONGTERM",
    "ghcr.io/edera-dev/zone-kernel:6.12.69, PUBLISHED, PINNED, 6.12, LONGTERM",
    "ghcr.io/edera-dev/zone-kernel:6.16, PUBLISHED, FLOATING, 6.16, ENDED",
    "ghcr.io/edera-dev/zone-openpax-kernel:6.11.2, PUBLISHED, PINNED, 6.11, ENDED",
    "ghcr.io/edera-dev/zone-kernel:7.4, PUBLISHED, FLOATING, 7.4, UNKNOWN",
    "ghcr.io/edera-dev/zone-nvidiagpu-kernel:6.18.44-nvidia-580, PUBLISHED, PINNED, 6.18, LONGTERM",
    "ghcr.io/edera-dev/zone-kernel:latest-mybranch, PUBLISHED, OTHER, '', UNKNOWN",
    "ghcr.io/edera-dev/host-kernel:6.18.44, HOST_KERNEL, PINNED, 6.18, LONGTERM",
    "ghcr.io/edera-dev/zone-kernel-sdk:latest, SDK, LATEST, '', UNKNOWN",
    "registry.example:5000/kernels/mine:1, CUSTOM, FLOATING, '', UNKNOWN",
    "registry.example/host-kernel, HOST_KERNEL, LATEST, '', UNKNOWN",
    "6.12, NO_IMAGE, OTHER, '', UNKNOWN",
    "latest, NO_IMAGE, OTHER, '', UNKNOWN",
    "https://ghcr.io/edera-dev/zone-kernel, NO_IMAGE, OTHER, '', UNKNOWN",
    "'', NO_IMAGE, OTHER, '', UNKNOWN",
    "ghcr.io/edera-dev/zone-kernel:99999999999.1, PUBLISHED, FLOATING, 99999999999.1, UNKNOWN"
  })
  void classifiesByName(
      String image,
      ZoneKernelImage.Kind kind,
      ZoneKernelImage.Tag tag,
      String series,
      ZoneKernelImage.SeriesState state) {
    assertThat(ZoneKernelImage.classify(image))
        .isEqualTo(new ZoneKernelImage(image, kind, tag, series, state));
  }

  @ParameterizedTest
  @CsvSource({"ghcr.io/edera-dev/zone-kernel@", "ghcr.io/edera-dev/zone-kernel:6.16.1@"})
  void aDigestCountsBeforeATag(String image) {
    ZoneKernelImage classified = ZoneKernelImage.classify(image + DIGEST);
    assertThat(classified.tag()).isEqualTo(ZoneKernelImage.Tag.DIGEST);
    assertThat(classified.canBootZone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/edera-dev/zone-kernel:latest, mutable and unverified",
    "ghcr.io/edera-dev/zone-kernel:6.12.69, until somebody changes it",
    "ghcr.io/edera-dev/zone-kernel:6.16, no longer supported",
    "registry.example/mine:latest, you must verify its origin",
    "ghcr.io/edera-dev/host-kernel, cannot boot a zone"
  })
  void saysNothingThatItCannotKnow(String image, String note) {
    assertThat(ZoneKernelImage.classify(image).note())
        .contains(note)
        .doesNotContainIgnoringCase("up to date")
        .doesNotContainIgnoringCase("up-to-date");
  }
}
