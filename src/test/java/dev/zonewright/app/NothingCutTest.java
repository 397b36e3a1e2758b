package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** No words are cut without a tooltip and nothing stands outside, at the sizes of real screens. */
class NothingCutTest extends ApplicationTest {
  /** What a screen gives a window, in units of the toolkit; at 150 % there are fewer of them. */
  private static final List<Size> SIZES =
      List.of(
          new Size(1440, 900),
          new Size(1280, 800),
          new Size(1920, 1080),
          new Size(1280, 720),
          new Size(960, 600),
          new Size(900, 600),
          new Size(853, 533));

  private static final List<ThemeChoice> THEMES =
      List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST);
  // a dialog that is higher than the window stands on the screen all the same
  private static final int BELOW = 100;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();
  private final Set<String> faults = new LinkedHashSet<>();

  private record Size(double width, double height) {}

  @Override
  public void start(Stage shown) {
    window = Optional.of(shown);
    model = Window.show(shown, BackgroundRunner.live());
    shown.setMinWidth(0);
    shown.setMinHeight(0);
  }

  @Test
  void theStartPageIsWhole() {
    everywhere("start", SIZES);
    assertThat(String.join("\n", faults)).isEmpty();
  }

  @Test
  void theManifestsAreWhole() throws Exception {
    open();
    everywhere("manifests", SIZES);
    interact(() -> fire("#tree-files"));
    everywhere("files", SIZES);
    interact(() -> fire("#risk-view-checklist"));
    everywhere("checklist", SIZES);
    assertThat(String.join("\n", faults)).isEmpty();
  }

  @Test
  void theNumbersAboveTheFindingsAreNeverCut() throws Exception {
    open();
    List<String> seen = new ArrayList<>();
    for (Size size : SIZES) {
      interact(() -> size(size));
      interact(() -> size(size));
      interact(() ->
          Stream.of("#findings-summary", "#findings-summary-short")
              .map(id -> stage().getScene().lookup(id))
              .filter(
                  label -> label.isVisible() && label.getParent().getLayoutBounds().getWidth() > 0)
              .forEach(label -> {
                String words = ((Labeled) label).getText();
                seen.add(words);
                boolean whole =
                    ((Parent) label)
                        .getChildrenUnmodifiable().stream()
                            .anyMatch(n -> n instanceof Text text && text.getText().equals(words));
                assertThat(whole).as("%s at %s", words, size).isTrue();
              }));
    }
    assertThat(seen).anyMatch(words -> words.contains("·")).anyMatch(words -> !words.contains("·"));
  }

  @Test
  void thePagesOfTheReviewAreWhole() throws Exception {
    open();
    for (ReviewPage page : ReviewPage.values()) {
      interact(() -> model.review().open(page));
      WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
      everywhere(page.id(), SIZES);
    }
    assertThat(String.join("\n", faults)).isEmpty();
  }

  @Test
  void theBarsAndHeadsOfReachabilityAndAccessAreWholeByThemselves() throws Exception {
    open();
    interact(() -> model.review().open(ReviewPage.REACHABILITY));
    until(() -> lookup("#reach-steps .step").tryQuery().isPresent());
    whole("#reachability", SIZES);
    // in the last of the sizes the chain is folded away
    interact(() -> size(SIZES.getFirst()));
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> lookup("#access-hops .hop").tryQuery().isPresent());
    whole("#access", SIZES);
    ComboBox<?> power = lookup("#access-power").query();
    for (int i = 0; i < power.getItems().size(); i++) {
      int at = i;
      interact(() -> power.getSelectionModel().select(at));
      until(() -> lookup("#access-chain .pane-head .chip").tryQuery().isPresent());
      // the words of each power, where there is the least room
      whole("#access", SIZES.subList(SIZES.size() - 1, SIZES.size()));
    }
    interact(() -> size(SIZES.getFirst()));
    interact(() -> size(SIZES.getFirst()));
    // and with room again it is there as before
    assertThat(lookup("#access-hops").query().getLayoutBounds().getHeight()).isGreaterThan(100);
    assertThat(String.join("\n", faults)).isEmpty();
  }

  @Test
  void theOverviewAndTheVersionsThatAreComparedAreWholeByThemselves() throws Exception {
    open();
    interact(() -> model.review().open(ReviewPage.OVERVIEW));
    until(() -> lookup("#overview-checklist .checklist-title").queryAll().size() == 22);
    until(() -> lookup(".heat-head").queryAll().size() == 3);
    whole("#overview", SIZES);
    fire("#overview-closing-link");
    until(() -> lookup("#closing-preview-1").tryQuery().isPresent());
    whole("#overview", SIZES);
    interact(() -> model.review().open(ReviewPage.COMPARE));
    until(() -> lookup("#compare-counts .count-number").queryAll().size() == 4);
    whole("#compare", SIZES);
    assertThat(String.join("\n", faults)).isEmpty();
  }

  /** A tooltip does not help here: what stands in bars and heads is read at a glance. */
  private void whole(String page, List<Size> sizes) {
    List<String> parts =
        List.of(
            ".page-bar .label",
            ".page-bar .list-cell",
            ".heat-head .faint",
            ".checklist-title",
            ".evidence .evidence-text",
            ".page-bar .toggle-button",
            ".column-header .label",
            ".pane-head .chip",
            "#access-chain .pane-head .label");
    for (Size size : sizes) {
      interact(() -> size(size));
      interact(() -> size(size));
      interact(() ->
          parts.stream()
              .flatMap(part -> stage().getScene().lookup(page).lookupAll(part).stream())
              .filter(Labeled.class::isInstance)
              .map(Labeled.class::cast)
              .filter(label -> label.getWidth() > 0 && isSeen(label) && label.isTextTruncated())
              .forEach(label ->
                  faults.add(
                      "%s %.0f×%.0f: %s"
                          .formatted(page, size.width, size.height, label.getText()))));
    }
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void whatLiesOverTheWindowIsWhole() throws Exception {
    open();
    interact(() -> model.review().perspectiveProperty().set(Perspective.MANIFESTS));
    over("fixes", "#fix-list", () -> push(KeyCode.ALT, KeyCode.ENTER));
    over("palette", "#palette-field", () -> push(KeyCode.CONTROL, KeyCode.P));
    over("accept", "#accept-reason", () -> push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.ENTER));
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private void over(String name, String part, Runnable begin) throws Exception {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    for (Size size : SIZES.reversed()) {
      if (size.width > screen.getWidth() || size.height > screen.getHeight()) {
        continue;
      }
      interact(() -> {
        size(size);
        stage().setX(0);
        stage().setY(BELOW);
      });
      interact(() -> stage().getScene().lookup("#editor-text").requestFocus());
      begin.run();
      until(() -> lookup(part).tryQuery().isPresent());
      WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
      interact(() ->
          javafx.stage.Window.getWindows().stream()
              .filter(w -> w.isShowing() && w.getScene() != null)
              .forEach(w -> note(name, size, "", w.getScene())));
      push(KeyCode.ESCAPE);
      until(() -> javafx.stage.Window.getWindows().size() == 1);
    }
    interact(() -> stage().setY(0));
  }

  private void everywhere(String state, List<Size> sizes) {
    for (ThemeChoice theme : THEMES) {
      interact(() -> model.preferences().change(s -> s.withTheme(theme)));
      // what a theme changes of the room that things take, it changes at every size
      for (Size size : theme == ThemeChoice.LIGHT ? sizes : sizes.subList(0, 1)) {
        interact(() -> size(size));
        // what is laid out anew may ask for another layout
        interact(() -> size(size));
        interact(() -> size(size));
        interact(() -> note(state, size, theme.word(), stage().getScene()));
      }
    }
  }

  private void note(String state, Size size, String theme, javafx.scene.Scene scene) {
    CutWalk.of(scene)
        .forEach(fault ->
            faults.add(
                "%s %.0f×%.0f %s: %s".formatted(state, size.width, size.height, theme, fault)));
  }

  // the screen that nobody sees is smaller than some of the sizes: only what is in it takes them
  private void size(Size size) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (size.width <= screen.getWidth() && size.height <= screen.getHeight()) {
      stage().setWidth(size.width);
      stage().setHeight(size.height);
    }
    stage().getScene().getRoot().resize(size.width, size.height);
    stage().getScene().getRoot().layout();
  }

  private void open() throws Exception {
    for (String name : List.of("agent", "globex", "platform", "cluster", "rendered-chart")) {
      Files.copy(Path.of("assets/samples", name + ".yaml"), folder.resolve(name + ".yaml"));
    }
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
    until(() -> lookup("#help-title").tryQuery().isPresent());
  }

  private Stage stage() {
    return window.orElseThrow();
  }

  private void fire(String query) {
    Node node = stage().getScene().lookup(query);
    ((ButtonBase) node).fire();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
