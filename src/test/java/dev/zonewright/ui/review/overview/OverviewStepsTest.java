package dev.zonewright.ui.review.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.Reviews;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** With two hundred tenants the page is built in many small steps, and only what is in sight. */
class OverviewStepsTest extends ApplicationTest {
  private static final int TENANTS = 200;
  private static final int MOST_IN_A_STEP = 900;
  private static final int MOST_IN_ALL = 9_000;
  private static final int MOST_STEPS = 200;
  private static final String POD =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: tenant-%d}
      spec: {containers: [{name: api, image: 'registry.example/api:1'}]}
      """;

  private static final FixesMenu NONE =
      new FixesMenu() {
        @Override
        public void show(List<FixOffer> offers, Node owner, Bounds near) {}

        @Override
        public void accept(LocatedFinding finding) {}
      };

  private final Deque<Runnable> frames = new ArrayDeque<>();
  private final StackPane page = new StackPane();

  @Override
  public void start(Stage stage) {
    OverviewModel model = new OverviewModel(new SimpleObjectProperty<>());
    model.show(
        Reviews.of(
            IntStream.range(0, TENANTS).mapToObj(POD::formatted).collect(Collectors.joining()),
            ""));
    model.tenantProperty().set("tenant-0");
    OverviewPage built =
        new OverviewPage(
            model,
            new ClosingModel(Reviews.runner(), Reviews.closing()),
            _ -> {},
            _ -> {},
            _ -> {},
            _ -> {},
            (_, _) -> {},
            NONE,
            frames::add);
    page.getChildren().add(built);
    stage.setScene(new Scene(page, 1300, 800));
    stage.show();
    model.onShowProperty().set(true);
  }

  @Test
  void eachStepMakesFewNodesAndRowsOutOfSightMakeNone() {
    int[] seen = new int[1];
    interact(() -> {
      assertThat(page.lookupAll(".checklist-line")).isEmpty();
      settle();
      seen[0] = count(page);
    });
    int steps = 0;
    while (!frames.isEmpty() && steps < MOST_STEPS) {
      steps++;
      interact(() -> {
        frames.remove().run();
        settle();
        int now = count(page);
        assertThat(now - seen[0]).isLessThan(MOST_IN_A_STEP);
        seen[0] = now;
      });
    }
    assertThat(frames).isEmpty();
    // more than the table and the checklist in one
    assertThat(steps).isGreaterThan(4);
    assertThat(lookup(".checklist-line").queryAll()).hasSize(22);
    assertThat(lookup("#tenant-table").queryTableView().getItems()).hasSize(TENANTS);
    // some tenants, and not all 200 with their six marks
    assertThat(lookup(".shield-box").queryAll()).hasSizeBetween(30, 600);
    assertThat(seen[0]).isLessThan(MOST_IN_ALL);
  }

  private void settle() {
    page.applyCss();
    page.layout();
  }

  private static int count(Node node) {
    int all = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        all += count(child);
      }
    }
    return all;
  }
}
