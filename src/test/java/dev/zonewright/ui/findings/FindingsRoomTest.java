package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** How the columns of findings share the room of the table. */
class FindingsRoomTest extends FindingsInWindow {
  @Test
  void aTitleIsNotCutForTheNumbersBesideIt() {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      pods.append(TWO.replace("one", "pod" + i)).append("---\n");
    }
    interact(() -> model.show(analysis(pods.toString())));
    interact(() -> {
      table().applyCss();
      table().layout();
    });
    for (Node cell : lookup(".place-numbers").queryAll()) {
      Labeled title = (Labeled) cell.getParent();
      assertThat(title.getChildrenUnmodifiable())
          .filteredOn(Text.class::isInstance)
          .extracting(node -> ((Text) node).getText())
          .containsExactly(title.getText());
      assertThat(from(cell).lookup(".label").<Labeled>query().getText()).startsWith("+");
    }
    assertThat(lookup(".place-numbers").queryAll()).isNotEmpty();
  }

  @Test
  void columnsGrowWithTheirTextAndTheirLayoutIsKeptForTheUsualSize() {
    double line = column("line").getWidth();
    interact(() -> model.scaleProperty().set(1.5));
    interact(() -> table().layout());
    assertThat(column("effect-on-Edera").getWidth()).isGreaterThanOrEqualTo(88 * 1.5);
    assertThat(column("fix").getWidth()).isGreaterThanOrEqualTo(92 * 1.5);
    assertThat(column("line").getWidth()).isEqualTo(line * 1.5);
    assertThat(model.layoutProperty().get().widthOf(FindingsColumn.FIX)).isBetween(91.0, 184.0);

    interact(() -> model.scaleProperty().set(1));
    interact(() -> table().layout());
    assertThat(column("line").getWidth()).isEqualTo(line);
    assertThat(table().getColumns().stream().mapToDouble(TableColumn::getWidth).sum())
        .isLessThanOrEqualTo(table().getWidth());
  }

  @Test
  void afterTheWindowWasSmallTheColumnsAreAsTheyWere() {
    Stage stage = (Stage) table().getScene().getWindow();
    List<Double> before = widths();
    for (double width : new double[] {620, 1100, 700, 900}) {
      interact(() -> {
        stage.setWidth(width);
        table().getScene().getRoot().layout();
      });
    }
    assertThat(widths()).isEqualTo(before);
    assertThat(model.layoutProperty().get().widths()).isEmpty();
  }

  @Test
  void noRowOfTheTableIsTakenByAScrollBarAtItsFoot() {
    // the toolkit leaves the bar out for what extends this, however the columns are on the way
    assertThat(table().getColumnResizePolicy()).isInstanceOf(ConstrainedColumnResizeBase.class);
  }

  private List<Double> widths() {
    List<Double> widths = new ArrayList<>();
    interact(() -> {
      table().getScene().getRoot().layout();
      table().getColumns().forEach(c -> widths.add((double) Math.round(c.getWidth())));
    });
    return widths;
  }

  private TableColumn<?, ?> column(String word) {
    return table().getColumns().stream()
        .filter(c -> c.getId().equals("findings-column-" + word))
        .findFirst()
        .orElseThrow();
  }
}
