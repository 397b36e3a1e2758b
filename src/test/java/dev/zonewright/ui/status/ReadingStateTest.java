package dev.zonewright.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class ReadingStateTest extends ApplicationTest {
  private final StatusModel model = new StatusModel();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new ReadingState(model, () -> {})));
    stage.show();
  }

  @Test
  void theNameOfWhatIsReadHidesNothing() {
    interact(() -> model.reading(List.of(Path.of("a\u202eb\u200bc"))));
    assertThat(lookup("#reading-what").queryAs(Label.class).getText())
        .isEqualTo("Reading a\\u202eb\\u200bc");
  }
}
