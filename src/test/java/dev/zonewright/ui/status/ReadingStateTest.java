package dev.zonewright.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class ReadingStateTest extends ApplicationTest {
  private final StatusModel model = new StatusModel();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new ReadingState(model, () -> {}), 900, 300));
    stage.show();
  }

  @Test
  void ofOneLongFileIsSaidHowFarItIsRead() {
    interact(() -> {
      model.reading(List.of(Path.of("long.yaml")));
      model.within(2_500_000, 10_000_000);
    });
    assertThat(lookup("#reading-far").queryAs(Label.class).getText())
        .isEqualTo("opening, 2.5 MB of 10.0 MB…");
    assertThat(lookup(".progress-bar").queryAs(ProgressBar.class).getProgress()).isEqualTo(0.25);
  }

  @Test
  void whatStopsReadingStaysUnderTheMouse() {
    StatusLine line =
        new StatusLine(model, new SimpleObjectProperty<>(Map.<Severity, Integer>of()), () -> {});
    interact(() -> {
      lookup("#reading-what").query().getScene().setRoot(line);
      model.opening(1, 2);
      line.applyCss();
      line.layout();
    });
    double before = lookup("#status-cancel").query().getLayoutX();
    interact(() -> {
      model.opening(19_000, 20_000);
      line.applyCss();
      line.layout();
    });
    assertThat(lookup("#status-cancel").query().getLayoutX()).isEqualTo(before);
  }

  @Test
  void theNameOfWhatIsReadHidesNothing() {
    interact(() -> model.reading(List.of(Path.of("a\u202eb\u200bc"))));
    assertThat(lookup("#reading-what").queryAs(Label.class).getText())
        .isEqualTo("Reading a\\u202eb\\u200bc");
  }
}
