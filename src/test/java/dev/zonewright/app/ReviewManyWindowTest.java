package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * 300 workloads, each with an account: what the pages build depends on what is seen, never on how
 * many there are. That is why they stay fluent.
 */
class ReviewManyWindowTest extends ApplicationTest {
  private static final int OF_ONE = 100;
  private static final int ALL = 300;
  private static final int NODES = 1100;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  /** A third in one tenant, so that both many of its own and many others are shown. */
  private static String platform() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < ALL; i++) {
      String tenant = i < OF_ONE ? "big" : "tenant-" + i;
      out.append(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: app-%1$d, namespace: %2$s}
          spec:
            serviceAccountName: account-%1$d
            containers: [{name: a, image: 'registry.example/a:1'}]
          ---
          apiVersion: v1
          kind: ServiceAccount
          metadata: {name: account-%1$d, namespace: %2$s}
          ---
          """
              .formatted(i, tenant));
      if (i % 2 == 0) {
        out.append(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: binding-%1$d, namespace: %2$s}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
            subjects: [{kind: ServiceAccount, name: account-%1$d, namespace: %2$s}]
            ---
            """
                .formatted(i, tenant));
      }
      if (i % 3 == 0 && i >= OF_ONE) {
        out.append(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: %s}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            ---
            """
                .formatted(tenant));
      }
    }
    return out.toString();
  }

  @BeforeEach
  void openThem() throws Exception {
    Files.writeString(folder.resolve("many.yaml"), platform());
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("big").isPresent());
  }

  @Test
  void thePageOfReachabilityBuildsOnlyWhatIsSeen() throws Exception {
    interact(() -> model.review().openReachability("big"));
    until(() -> table("#reach-table").getItems().size() > ALL);
    assertThat(lookup("#reach-from").<ComboBox<?>>query().getItems()).hasSize(ALL);
    assertThat(nodes("#reachability")).isLessThan(NODES);

    // keys go to the last row; it comes into sight, and nothing more is built for it
    interact(() -> table("#reach-table").requestFocus());
    push(KeyCode.END);
    until(() ->
        table("#reach-table").getSelectionModel().getSelectedIndex()
            == table("#reach-table").getItems().size() - 1);
    assertThat(nodes("#reachability")).isLessThan(NODES);

    push(KeyCode.LEFT);
    until(() ->
        table("#reach-table").getColumns().getFirst().getText().equals("Source")
            && table("#reach-table").getItems().size() > ALL - 1);
    assertThat(nodes("#reachability")).isLessThan(NODES);
  }

  @Test
  void thePageOfAccessBuildsOnlyWhatIsSeen() throws Exception {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> table("#access-table").getItems().size() >= ALL);
    assertThat(nodes("#access")).isLessThan(NODES);

    interact(() -> lookup("#access-reaches").<ToggleButton>query().fire());
    until(() -> table("#access-table").getItems().size() == ALL / 2);
    interact(() -> table("#access-table").requestFocus());
    push(KeyCode.END);
    until(() -> table("#access-table").getSelectionModel().getSelectedIndex() == ALL / 2 - 1);
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());
    assertThat(nodes("#access")).isLessThan(NODES);
  }

  @Test
  void aTenantIsChosenInTheTableWithoutAFailureAndWithoutBuildingItAnew() throws Exception {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    interact(() -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> failures.add(e)));
    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() -> lookup("#tenant-table").tryQuery().isPresent());
    until(() -> table("#tenant-table").getItems().size() == ALL - OF_ONE + 1);
    TableView<?> table = table("#tenant-table");
    until(() -> table.getSelectionModel().getSelectedIndex() >= 0);
    Object rows = table.getItems();
    interact(table::requestFocus);
    push(KeyCode.DOWN);
    push(KeyCode.RIGHT);
    push(KeyCode.DOWN);
    for (int row : new int[] {5, 2, 9}) {
      interact(() -> table.getSelectionModel().select(row));
      assertThat(table.getItems().get(row)).isInstanceOf(TenantRisk.class);
      assertThat(((TenantRisk) table.getItems().get(row)).tenant())
          .isEqualTo(model.risk().tenantProperty().get());
    }
    assertThat(failures).isEmpty();
    assertThat(table.getItems()).isSameAs(rows);
  }

  /** The thread is the same for all tests, which look for failures of their own. */
  @AfterEach
  void forgetTheFailures() {
    interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
  }

  /** How many nodes a page is made of, shown or not. */
  private int nodes(String page) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> count(lookup(page).query()));
  }

  private static int count(Node node) {
    return node instanceof Parent parent
        ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(ReviewManyWindowTest::count).sum()
        : 1;
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
