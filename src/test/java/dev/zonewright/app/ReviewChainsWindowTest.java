package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Chains of one account, and risks that are accepted where their answers stand. */
class ReviewChainsWindowTest extends ApplicationTest {
  private static final String ACCESS =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: deploy, namespace: acme}
      rules: [{apiGroups: [apps], resources: [deployments], verbs: [create]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: deploy, namespace: acme}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deploy}
      subjects: [{kind: ServiceAccount, name: api, namespace: acme}]
      """;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void openTheSample() throws Exception {
    for (String name : List.of("globex.yaml", "platform.yaml", "cluster.yaml")) {
      Files.copy(Path.of("assets/samples", name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("access.yaml"), ACCESS);
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
  }

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

  private void openReachability() throws TimeoutException {
    interact(() -> model.review().openReachability("globex"));
    until(() -> table("#reach-table").getItems().size() > 8);
    until(() -> lookup("#reach-fix-1").tryQuery().isPresent());
  }

  private void openAccess() throws TimeoutException {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> !table("#access-table").getItems().isEmpty());
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());
    until(() -> lookup("#excerpt-open").tryQuery().isPresent());
  }

  private TableView<?> table(String query) {
    return lookup(query).query();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
