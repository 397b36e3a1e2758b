package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.tree.TreeModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person who has no mouse, and one who hears the window instead of seeing it. */
class FocusOrderTest extends ApplicationTest {
  private static final int MOST_STOPS = 120;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live(), Optional.of(folder.resolve("settings")));
    window = Optional.of(stage);
    // wide enough for both panels at the sides
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void openTheSample() throws TimeoutException {
    clickOn("#empty-open-sample");
    until(() -> lookup("#help-title").tryQuery().isPresent());
  }

  @Test
  void tabReachesEverythingAndF6LeadsOutOfTheEditor() throws Exception {
    Set<Node> stops = new LinkedHashSet<>();
    // the editor takes Tab for itself, so the way round begins behind it and ends in it
    push(KeyCode.F6);
    assertThat(panelOf(focus())).isEqualTo("findings-panel");
    for (int i = 0; i < MOST_STOPS && !(focus() instanceof CodeArea); i++) {
      stops.add(focus());
      push(KeyCode.TAB);
    }
    assertThat(focus()).isInstanceOf(CodeArea.class);
    assertThat(stops).extracting(FocusOrderTest::panelOf).contains("risk-panel");
    assertThat(stops).extracting(FocusOrderTest::panelOf).contains("tree-panel", "editor-panel");
    assertThat(stops).extracting(Node::getId).contains("menu", "open-menu", "theme");

    // and the other way round, what stands before the table among it
    push(KeyCode.F6);
    push(KeyCode.SHIFT, KeyCode.TAB);
    while (!(focus() instanceof CodeArea)) {
      assertThat(panelOf(focus())).isIn("findings-panel", "editor-panel");
      stops.add(focus());
      push(KeyCode.SHIFT, KeyCode.TAB);
    }
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(panelOf(focus())).isEqualTo("tree-panel");
    // the three trees are one stop; arrows choose among them
    push(KeyCode.SHIFT, KeyCode.TAB);
    for (TreeModel.View view : TreeModel.View.values()) {
      stops.add(focus());
      assertThat(model.tree().viewProperty().get()).isEqualTo(view);
      push(KeyCode.RIGHT);
    }

    // the three views of the risk panel likewise
    interact(() -> lookup("#risk-view-risk").query().requestFocus());
    push(KeyCode.RIGHT);
    assertThat(focus().getId()).isEqualTo("risk-view-checklist");
    stops.add(focus());
    push(KeyCode.RIGHT);
    assertThat(focus().getId()).isEqualTo("risk-view-control");
    stops.add(focus());
    do {
      push(KeyCode.TAB);
      stops.add(focus());
    } while (panelOf(focus()).equals("help-panel"));
    interact(() -> lookup("#risk-view-checklist").query().requestFocus());
    push(KeyCode.LEFT);

    // and the two perspectives
    interact(() -> lookup("#perspective-manifests").query().requestFocus());
    push(KeyCode.RIGHT);
    assertThat(focus().getId()).isEqualTo("perspective-review");
    stops.add(focus());
    push(KeyCode.LEFT);

    List<Node> all = focusable(window.orElseThrow().getScene().getRoot());
    assertThat(all).filteredOn(n -> !(n instanceof CodeArea)).isSubsetOf(stops);
  }

  @Test
  void theFocusCanBeSeenWhereverItIs() throws Exception {
    push(KeyCode.F6);
    Set<Node> seen = new LinkedHashSet<>();
    while (!(focus() instanceof CodeArea) && seen.add(focus())) {
      Node here = focus();
      int[] focused = pixels(here);
      push(KeyCode.TAB);
      assertThat(Arrays.equals(focused, pixels(here)))
          .as("looks the same with and without focus: %s", here)
          .isFalse();
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void everythingInTheWindowHasANameAndARole() throws Exception {
    assertNamed();
    push(KeyCode.CONTROL, KeyCode.H);
    assertNamed();
    push(KeyCode.ESCAPE);
    push(KeyCode.CONTROL, KeyCode.G);
    assertNamed();
    push(KeyCode.ESCAPE);
    interact(() -> model.files().paste("only words"));
    WaitForAsyncUtils.waitForFxEvents();
    assertNamed();
  }

  @Test
  void everythingOverTheWindowHasANameAndARole() throws Exception {
    over("#fix-list", KeyCode.ALT, KeyCode.ENTER);
    over("#outline-list", KeyCode.CONTROL, KeyCode.R);
    over("#palette-list", KeyCode.CONTROL, KeyCode.P);
    over("#keys-sheet", KeyCode.SHIFT, KeyCode.F1);
    clickOn("#status-not-analysed");
    until(() -> lookup("#reasons-list").tryQuery().isPresent());
    assertNamed();
    push(KeyCode.ESCAPE);
    until(() -> lookup("#reasons-list").tryQuery().isEmpty());
  }

  private void over(String what, KeyCode... keys) throws Exception {
    push(keys);
    until(() -> lookup(what).tryQuery().isPresent());
    assertNamed();
    push(KeyCode.ESCAPE);
    until(() -> lookup(what).tryQuery().isEmpty());
    assertThat(focus()).isInstanceOf(CodeArea.class);
  }

  private void assertNamed() throws Exception {
    List<Node> all =
        onUi(() ->
            javafx.stage.Window.getWindows().stream()
                .filter(w -> w.isShowing() && w.getScene() != null)
                .flatMap(w ->
                    Stream.concat(
                        focusable(w.getScene().getRoot()).stream(),
                        Stream.ofNullable(w.getScene().getFocusOwner())))
                .toList());
    assertThat(all).isNotEmpty();
    assertThat(all)
        .allSatisfy(n -> assertThat(name(n)).as("name of %s", n).isNotBlank())
        .allSatisfy(n ->
            assertThat(n.getAccessibleRole())
                .as("role of %s", n)
                .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT));
  }

  private static List<Node> focusable(Node root) {
    List<Node> out = new ArrayList<>();
    if (root.isVisible() && !root.isDisabled()) {
      if (root.isFocusTraversable()) {
        out.add(root);
      }
      if (root instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> out.addAll(focusable(child)));
      }
    }
    return out;
  }

  private static String name(Node node) {
    String given = node.getAccessibleText();
    String text = node instanceof Labeled labeled ? labeled.getText() : "";
    return given == null ? String.valueOf(text) : given;
  }

  private int[] pixels(Node node) throws Exception {
    return onUi(() -> {
      WritableImage image = node.snapshot(null, null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] out = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), out, 0, width);
      return out;
    });
  }

  private static String panelOf(Node focus) {
    for (Node at = focus; at != null; at = at.getParent()) {
      if (at.getId() != null && at.getId().endsWith("-panel")) {
        return at.getId();
      }
    }
    return "";
  }

  @AfterEach
  void close() {
    interact(() -> window.orElseThrow().hide());
  }

  private <T> T onUi(Callable<T> question) throws Exception {
    return WaitForAsyncUtils.asyncFx(question).get();
  }

  private Node focus() {
    return window.orElseThrow().getScene().getFocusOwner();
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
