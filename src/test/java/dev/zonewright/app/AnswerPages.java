package dev.zonewright.app;

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
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window with the sample and an account that may create pods: for tests of its answers. */
abstract class AnswerPages extends ApplicationTest {
  static final String ACCESS =
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

  ShellModel model = new Bench(Path.of("")).model();

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

  void openReachability() throws TimeoutException {
    interact(() -> model.review().openReachability("globex"));
    until(() -> table("#reach-table").getItems().size() > 8);
    until(() -> lookup("#reach-fix-1").tryQuery().isPresent());
  }

  void openAccess() throws TimeoutException {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> !table("#access-table").getItems().isEmpty());
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());
    until(() -> lookup("#excerpt-open").tryQuery().isPresent());
  }

  TableView<?> table(String query) {
    return lookup(query).query();
  }

  static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
