package dev.zonewright.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The palette by keys, in a window. */
class PaletteWindowTest extends ApplicationTest {
  private static final String TEXT = "apiVersion: v1\nkind: Pod\nmetadata: {name: api}\n";

  private final List<Target> gone = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    TextArea editor = new TextArea();
    editor.setId("editor");
    StackPane root = new StackPane(editor);
    Scene scene = new Scene(root, 900, 600);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
    editor.requestFocus();
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", TEXT)));
    BackgroundRunner runner =
        new BackgroundRunner(Runnable::run, Runnable::run, Runnable::run, (_, _) -> () -> {});
    PaletteContext context =
        new PaletteContext(analysis, List.of("a.yaml"), List.of(), List.of(), "a.yaml", TEXT);
    new Palette(runner, () -> context, gone::add).show(root);
  }

  private TextArea editor() {
    return lookup("#editor").queryAs(TextArea.class);
  }

  private Optional<Window> popup() {
    WaitForAsyncUtils.waitForFxEvents();
    return Window.getWindows().stream()
        .filter(w -> w.getScene().lookup("#palette") != null)
        .findFirst();
  }

  @Test
  void typingFiltersAndEnterGoes() {
    TextField field = (TextField) popup().orElseThrow().getScene().lookup("#palette-field");
    assertThat(field.isFocused()).isTrue();
    write("pod api");
    assertThat(field.getText()).isEqualTo("pod api");
    type(KeyCode.ENTER);
    assertThat(popup()).isEmpty();
    assertThat(gone).hasSize(1).first().isInstanceOf(Target.OfObject.class);
    assertThat(editor().getText()).isEmpty();
  }

  @Test
  void arrowsChoose() {
    assertThat(popup()).isPresent();
    type(KeyCode.DOWN);
    type(KeyCode.ENTER);
    assertThat(gone).containsExactly(new Target.OfFile("a.yaml"));
  }

  @Test
  void escapeGivesTheKeyboardBack() {
    assertThat(popup()).isPresent();
    type(KeyCode.TAB);
    type(KeyCode.ESCAPE);
    assertThat(popup()).isEmpty();
    assertThat(gone).isEmpty();
    write("x");
    assertThat(editor().getText()).isEqualTo("x");
  }
}
