package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zonewright.settings.Settings;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** With larger text, the columns of the review are wider too, so that their words stay whole. */
class LargeTextReviewTest extends ApplicationTest {
  private static final int LARGE = 20;

  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void openTheSample() throws Exception {
    interact(() -> model.open(List.of(Path.of("assets/samples"))));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
  }

  @Test
  void whatFillsItsColumnIsWholeWithLargeTextAndTheColumnShrinksWithIt() throws Exception {
    interact(() -> model.review().openReachability("globex"));
    until(() -> width("Now") > 0);
    double usual = width("Now");

    interact(() -> model.preferences().change(s -> s.withFontSize(LARGE)));
    until(() -> width("Now") > usual);
    assertThat(width("Now")).isCloseTo(usual * LARGE / Settings.USUAL_FONT, within(1.0));
    assertThat(overflow()).isLessThanOrEqualTo(1);

    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    interact(() -> model.preferences().change(s -> s.withFontSize(Settings.USUAL_FONT)));
    interact(() -> model.review().openReachability("globex"));
    until(() -> Math.abs(width("Now") - usual) < 1);
  }

  private double overflow() {
    TableView<?> table = lookup("#reach-table").query();
    return table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum() - table.getWidth();
  }

  private double width(String title) {
    TableView<?> table = lookup("#reach-table").query();
    return table.getColumns().stream()
        .filter(c -> c.getText().equals(title))
        .findFirst()
        .map(TableColumn::getWidth)
        .orElse(0.0);
  }

  private static void until(Callable<Boolean> seen) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, seen);
  }
}
