package dev.zonewright.ui.findings;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;

/** The table of findings of a pod in a window by itself. */
abstract class FindingsInWindow extends ApplicationTest {
  static final String TWO =
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

  final FindingsModel model = new FindingsModel();

  /** What the table asked of the window. */
  final List<String> asked = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    FindingsPane pane = new FindingsPane(model, new Asking());
    Scene scene = new Scene(pane, 900, 400);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    // the stage is that of the test before, which may have asked for more room
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    model.groupingProperty().set(Grouping.NONE);
    model.show(analysis(TWO));
    table().requestFocus();
  }

  private final class Asking implements FindingsPane.Actions {
    @Override
    public void showPlace(LocatedFinding finding, int number) {
      asked.add("place " + number);
    }

    @Override
    public void accept(LocatedFinding finding) {}

    @Override
    public void jump(LocatedFinding finding) {
      asked.add("jump " + finding.finding().control().id());
    }

    @Override
    public void showFixes(LocatedFinding finding) {
      asked.add("fixes " + finding.finding().control().id());
    }
  }

  static Analysis analysis(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text)));
  }

  final TableView<?> table() {
    return lookup("#findings-table").queryTableView();
  }
}
