package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Chains of one account, and risks that are accepted where their answers stand. */
class ReviewChainsWindowTest extends AnswerPages {
  @Test
  void theChainsOfAnAccountAreTurnedByKeysAndButtons() throws Exception {
    interact(() -> model.files().closeAll());
    Files.writeString(
        folder.resolve("again.yaml"), ACCESS.replace("name: deploy, n", "name: again, n"));
    interact(() -> model.open(List.of(folder)));
    openAccess();
    assertThat(count()).isEqualTo("1 of 2");
    assertThat(hops()).contains("RoleBinding deploy");
    interact(() -> table("#access-table").requestFocus());
    push(KeyCode.N);
    assertThat(count()).isEqualTo("2 of 2");
    assertThat(hops()).contains("RoleBinding again");
    push(KeyCode.N);
    assertThat(count()).isEqualTo("2 of 2");
    assertThat(lookup("#access-chain-next").query().isDisabled()).isTrue();
    clickOn("#access-chain-previous");
    assertThat(count()).isEqualTo("1 of 2");
    assertThat(lookup("#access-chain-next").query().isFocused()).isTrue();
    push(KeyCode.SPACE);
    assertThat(count()).isEqualTo("2 of 2");
    push(KeyCode.P);
    assertThat(count()).isEqualTo("1 of 2");
  }

  private String count() {
    return lookup("#access-chain-count").<Labeled>query().getText();
  }

  private String hops() {
    return lookup("#access-hops").<ListView<?>>query().getItems().toString();
  }

  @Test
  void whatAnAnswerRestsOnIsAcceptedByKeyAndByButton() throws Exception {
    openReachability();
    interact(() -> table("#reach-table").requestFocus());
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.ENTER);
    leaveTheDialog();
    assertThat(lookup("#reach-accept").query().getAccessibleText()).startsWith("Accept risk of ");

    openAccess();
    interact(() -> table("#access-table").requestFocus());
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.ENTER);
    leaveTheDialog();
    interact(() -> lookup("#access-accept").query().requestFocus());
    push(KeyCode.SPACE);
    leaveTheDialog();
  }

  private void leaveTheDialog() throws TimeoutException {
    until(() -> lookup("#accept-reason").tryQuery().isPresent());
    push(KeyCode.ESCAPE);
    until(() -> lookup("#accept-reason").tryQuery().isEmpty());
  }
}
