package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The boxes that list all workloads and all tenants do not lay out each of them to be drawn. */
class LongListsWindowTest extends AnswerPages {
  private static final int ROWS = 3000;
  private static final double WIDE = 1000;

  @Test
  void theBoxOfWorkloadsLooksAtTheFirstRowsOnly() throws Exception {
    openReachability();
    assertFewRows(lookup("#reach-from").query());
  }

  @Test
  void theBoxOfTenantsLooksAtTheFirstRowsOnly() {
    assertFewRows(lookup("#risk-tenant").query());
  }

  private void assertFewRows(ComboBox<String> box) {
    List<String> names = new ArrayList<>(Collections.nCopies(ROWS, "short"));
    names.add("long ".repeat(100));
    interact(() -> box.setItems(FXCollections.observableArrayList(names)));
    WaitForAsyncUtils.waitForFxEvents();
    AtomicReference<Double> wide = new AtomicReference<>(0.0);
    interact(() -> {
      box.requestLayout();
      wide.set(box.prefWidth(-1));
    });
    assertThat(wide.get()).isPositive().isLessThan(WIDE);
  }
}
