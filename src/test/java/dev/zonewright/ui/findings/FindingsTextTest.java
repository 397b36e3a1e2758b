package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTextTest {
  @Test
  void whatIsCopiedShowsNoCredential() {
    PlantedSecrets secrets = new PlantedSecrets();
    List<FindingRow> rows =
        Reviews.of(secrets.text(), "").analysis().findings().stream()
            .<FindingRow>map(at -> new FindingRow.Item(at, false))
            .toList();
    String copied = FindingsText.of(rows);
    assertThat(copied).contains("“ghp…” (40 characters)");
    secrets.assertHiddenIn("what is copied", copied);
  }
}
