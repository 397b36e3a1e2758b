package dev.zonewright.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteIndexTest {
  @Test
  void aNameOfAnObjectThatIsACredentialIsNotShown() {
    PlantedSecrets secrets = new PlantedSecrets();
    PaletteIndex index =
        PaletteIndex.of(
            Reviews.of(secrets.text(), "").analysis(), List.of(), List.of(), List.of(), "", "");
    StringBuilder words = new StringBuilder();
    for (String query : List.of("", "credential", "serviceaccount")) {
      index
          .search(query, 10_000)
          .best()
          .forEach(hit -> words.append(hit.entry().title() + " " + hit.entry().detail() + "\n"));
    }
    assertThat(words).contains("Deployment a1", "ServiceAccount “");
    secrets.assertHiddenIn("the palette", words.toString());
  }
}
