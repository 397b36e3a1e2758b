package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** How the columns of findings share the room of the table. */
class FindingsRoomTest extends ApplicationTest {
  private static final String TWO =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one, namespace: acme}
      spec:
        hostPID: true
        hostIPC: true
        runtimeClassName: edera
        automountServiceAccountToken: false
      """;

  private final FindingsModel model = new FindingsModel();

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(new FindingsPane(model, new Idle()), 900, 400);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
    model.groupingProperty().set(Grouping.NONE);
    model.show(analysis(TWO));
  }

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

  private TableColumn<?, ?> column(String word) {
    return table().getColumns().stream()
        .filter(c -> c.getId().equals("findings-column-" + word))
        .findFirst()
        .orElseThrow();
  }

  private TableView<?> table() {
    return lookup("#findings-table").queryTableView();
  }

  private static Analysis analysis(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text)));
  }

  private static final class Idle implements FindingsPane.Actions {
    @Override
    public void showPlace(LocatedFinding finding, int number) {}

    @Override
    public void accept(LocatedFinding finding) {}

    @Override
    public void jump(LocatedFinding finding) {}

    @Override
    public void showFixes(LocatedFinding finding) {}
  }
}
