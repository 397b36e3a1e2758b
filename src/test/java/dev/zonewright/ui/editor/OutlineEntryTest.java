package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import org.junit.jupiter.api.Test;

class OutlineEntryTest {
  @Test
  void aNameOfAnObjectThatIsACredentialIsNotShown() {
    PlantedSecrets secrets = new PlantedSecrets();
    StringBuilder words = new StringBuilder();
    OutlineEntry.in(secrets.text()).forEach(e -> words.append(e.title() + " " + e.note() + "\n"));
    assertThat(words).contains("Deployment a1", "ServiceAccount “");
    secrets.assertHiddenIn("the outline", words.toString());
  }
}
