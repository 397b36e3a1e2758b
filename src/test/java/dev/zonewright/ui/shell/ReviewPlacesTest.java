package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is new goes beside the manifests. */
class ReviewPlacesTest {
  @Test
  void theFolderIsTheOneThatHoldsAllFiles() {
    assertThat(ReviewPlaces.ofManifests(List.of("/srv/all/a/x.yaml", "/srv/all/ab/y.yaml")))
        .isEqualTo("/srv/all/");
    assertThat(ReviewPlaces.next(List.of("/srv/all/a/x.yaml", "/srv/all/y.yaml")))
        .isEqualTo("/srv/all/zonewright-review.yaml");
  }

  @Test
  void aPastedTextDoesNotHideTheFolderOfTheOthers() {
    assertThat(ReviewPlaces.ofManifests(List.of("pasted.yaml", "/srv/all/x.yaml")))
        .isEqualTo("/srv/all/");
    assertThat(ReviewPlaces.ofManifests(List.of("pasted.yaml"))).isEmpty();
  }
}
