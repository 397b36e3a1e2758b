package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** With larger text, what the bar at the top has no room for goes, and nothing becomes “…”. */
class LargeTextWindowTest extends ApplicationTest {
  private static final int LARGE = 20;
  private static final int LARGEST = 22;
  private static final double HEIGHT = 800;

  private ShellModel model = new Bench(Path.of("")).model();
  private Parent root = new javafx.scene.layout.Pane();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    root = stage.getScene().getRoot();
  }

  @Test
  void theKeyOfGoToIsWholeOrNotThere() {
    List<String> cut = new ArrayList<>();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.HIGH_CONTRAST)) {
      for (int size : List.of(LARGE, LARGEST)) {
        interact(() -> model.preferences().change(s -> s.withTheme(theme).withFontSize(size)));
        for (double width : List.of(1920.0, 1440.0, 1280.0, 1100.0, 960.0, 900.0)) {
          interact(() -> layout(width));
          interact(() -> layout(width));
          interact(() ->
              root.lookup("#go-to").lookupAll(".label").stream()
                  .filter(Node::isVisible)
                  .map(Labeled.class::cast)
                  .filter(label -> !isWhole(label))
                  .forEach(label ->
                      cut.add(
                          "%s %d %.0f: %s".formatted(theme.word(), size, width, label.getText()))));
        }
      }
    }
    assertThat(cut).isEmpty();
  }

  private static boolean isWhole(Labeled label) {
    return label.getChildrenUnmodifiable().stream()
        .anyMatch(n -> n instanceof Text text && text.getText().equals(label.getText()));
  }

  private void layout(double width) {
    root.resize(width, HEIGHT);
    root.layout();
  }
}
