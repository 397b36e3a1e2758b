package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.ReviewPage;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What is empty says why, where there is no tenant and no account to show anything of. */
class NothingToShowWindowTest extends AnswerPages {
  @Test
  void withoutTenantsAndAccountsEachPartSaysWhyItIsEmpty() throws Exception {
    interact(() -> model.files().closeAll());
    Files.writeString(
        folder.resolve("class.yml"),
        """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: edera}
        handler: edera
        """);
    interact(() -> model.open(List.of(folder.resolve("class.yml"))));
    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() -> words("#overview-evidence").contains("there is no level to show evidence for"));
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> words("#access-chain").contains("No account is opened, so there is no chain"));
    until(() -> words("#access").contains("there is no chain to show lines of"));
    assertThat(words("#access")).doesNotContain("Select a hop");
  }

  private String words(String part) {
    return String.join(
        "|",
        lookup(part).lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }
}
