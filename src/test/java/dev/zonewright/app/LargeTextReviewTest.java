package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zonewright.settings.Settings;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
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

  /** The names of the rows have more room, the bars too, and marks keep their shape. */
  @Test
  void theEditorTheRowsAndTheBarsGrowWithTheText() throws Exception {
    interact(() -> model.review().openReachability("globex"));
    until(() -> lookup("#reach-from").tryQuery().isPresent());
    double usual = model.editorPreferences().fontSizeProperty().get();
    interact(() -> model.preferences().change(s -> s.withFontSize(LARGE)));
    assertThat(model.editorPreferences().fontSizeProperty().get())
        .isEqualTo(usual * LARGE / Settings.USUAL_FONT);
    Region choice = lookup("#reach-from").query();
    until(() -> {
      Bounds bar = boundsOf(lookup("#reachability .page-bar").query());
      Bounds own = boundsOf(choice);
      return own.getMinY() - bar.getMinY() >= 3;
    });

    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() ->
        lookup(".heat-title").queryAllAs(Labeled.class).stream()
            .filter(title -> title.getText().equals("dom0 kernel"))
            .anyMatch(title -> title.getWidth() > 0 && title.getHeight() < 2 * LARGE));
    interact(() -> model.preferences().change(s -> s.withFontSize(Settings.USUAL_FONT)));
    assertThat(model.editorPreferences().fontSizeProperty().get()).isEqualTo(usual);
  }

  private static Bounds boundsOf(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /** At 900 pixels beside its chain, the table of accounts says who uses each. */
  @Test
  void inANarrowWindowTheUsersOfAnAccountAreWhole() throws Exception {
    interact(() -> model.review().open(ReviewPage.ACCESS));
    interact(() -> lookup("#access-table").query().getScene().getWindow().setWidth(900));
    until(() -> lookup("#access-table .table-row-cell:filled").tryQuery().isPresent());
    until(() -> users().stream().anyMatch(label -> label.getText().equals("shop-warmup")));
    interact(() -> {});
    assertThat(users())
        .isNotEmpty()
        .allSatisfy(
            label -> assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.prefWidth(-1) - 1));
  }

  /** The words of the second column that are on show. */
  private List<Labeled> users() {
    return lookup("#access-table .table-cell .label").queryAllAs(Labeled.class).stream()
        .filter(label -> label.getParent() instanceof FirstThatFits && label.isVisible())
        .filter(label -> !label.getText().isEmpty())
        .toList();
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
