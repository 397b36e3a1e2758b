package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The table of what workloads run on, with values as long as those of real clusters. */
class RunsOnTableTest extends ApplicationTest {
  private static final String LONG = "topology.kubernetes.io/zone=eu-central-1a";

  private final List<RunsOn> rows = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    for (int i = 0; i < 200; i++) {
      rows.add(
          new RunsOn(
              "Pod",
              "worker-%03d".formatted(i),
              ZoneState.EDERA,
              "edera",
              i == 0 ? List.of("pool=shop") : List.of("pool=shop", LONG),
              List.of(),
              new Place("a.yaml", i + 1, new TextRange(i, i + 1))));
    }
    stage.setScene(new Scene(new RunsOnTable(() -> rows, _ -> {}), 330, 700));
    stage.show();
  }

  private List<Labeled> cells() {
    return lookup("#runs-on .evidence-text").queryAllAs(Labeled.class).stream().toList();
  }

  @Test
  void whatAColumnWouldBreakWithinAWordHasTheWholeWidth() {
    assertThat(cells())
        .filteredOn(cell -> cell.getText().contains(LONG))
        .isNotEmpty()
        .allMatch(cell -> cell.getText().equals("node: pool=shop, " + LONG))
        .allMatch(cell -> GridPane.getColumnSpan(cell) == 4);
    assertThat(cells())
        .filteredOn(cell -> cell.getText().equals("pool=shop"))
        .singleElement()
        .satisfies(cell -> assertThat(GridPane.getColumnIndex(cell)).isEqualTo(2));
  }

  @Test
  void moreRowsComeInPortions() {
    assertThat(lookup("#runs-on .hyperlink").queryAll()).hasSize(12 + 1);
    interact(() -> lookup("#runs-on-more").queryAs(ButtonBase.class).fire());
    assertThat(lookup("#runs-on .hyperlink").queryAll()).hasSize(52 + 1);
    assertThat(lookup("#runs-on-more").queryAs(Labeled.class).getText()).isEqualTo("148 more…");
  }
}
