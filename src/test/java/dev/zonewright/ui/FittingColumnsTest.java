package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** All columns of a table are in view, whatever its width. */
class FittingColumnsTest extends ApplicationTest {
  /** As those of the table of findings: the least, the first and the most; equal where fixed. */
  private record Widths(double least, double first, double most) {}

  private static final List<Widths> COLUMNS =
      List.of(
          new Widths(30, 30, 30),
          new Widths(48, 212, 5000),
          new Widths(48, 170, 5000),
          new Widths(48, 74, 5000),
          new Widths(88, 96, 192),
          new Widths(92, 92, 184),
          new Widths(48, 128, 5000),
          new Widths(68, 68, 68));

  private Optional<Stage> stage = Optional.empty();

  @Override
  public void start(Stage shown) {
    stage = Optional.of(shown);
    shown.setMinWidth(0);
    shown.show();
  }

  @Test
  void noneIsOutOfView() {
    for (int width = 500; width <= 1100; width += 7) {
      double room = width;
      interact(() -> {
        stage.orElseThrow().setScene(new Scene(table(), room, 300));
        stage.orElseThrow().sizeToScene();
      });
      interact(() -> {
        TableView<?> table = (TableView<?>) stage.orElseThrow().getScene().getRoot();
        double all = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertThat(all).as("of %s", room).isGreaterThan(room - 25).isLessThanOrEqualTo(room);
      });
    }
  }

  private static TableView<String> table() {
    TableView<String> table = new TableView<>();
    table.setColumnResizePolicy(
        new FittingColumns(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS));
    for (Widths widths : COLUMNS) {
      TableColumn<String, String> column = new TableColumn<>("a");
      column.setMinWidth(widths.least());
      column.setPrefWidth(widths.first());
      column.setMaxWidth(widths.most());
      column.setResizable(widths.least() < widths.most());
      table.getColumns().add(column);
    }
    return table;
  }
}
