package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The toolkit goes through the sheets of a scene for each node; so there is one with all rules. */
class OneSheetTest extends ApplicationTest {
  private final SimpleObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.DEFAULT);
  private Scene scene = new Scene(new Pane());

  @Override
  public void start(Stage stage) {
    scene = new Scene(new Pane());
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    Themes.size(scene, settings);
  }

  private String only() {
    assertThat(scene.getStylesheets()).hasSize(1);
    return scene.getStylesheets().getFirst();
  }

  private static List<String> selectors(Stylesheet sheet) {
    return sheet.getRules().stream()
        .flatMap(rule -> rule.getSelectors().stream())
        .map(Object::toString)
        .toList();
  }

  @Test
  void itHasTheRulesOfAllSheetsOfItsFolder() throws IOException {
    Path one = Path.of(URI.create(only()));
    List<String> all = selectors(new CssParser().parse(one.toUri().toURL()));
    try (Stream<Path> folder = Files.list(Objects.requireNonNull(one.getParent()))) {
      for (Path sheet :
          folder.filter(s -> s.toString().endsWith(".css") && !s.equals(one)).toList()) {
        assertThat(all)
            .as("%s", sheet)
            .containsSubsequence(selectors(new CssParser().parse(sheet.toUri().toURL())));
      }
    }
  }

  @Test
  void inAnotherSizeItHasTheSameRulesInTheSameOrder() throws IOException {
    List<String> usual = selectors(new CssParser().parse(URI.create(only()).toURL()));
    interact(() -> settings.set(Settings.DEFAULT.withFontSize(Settings.USUAL_FONT + 4)));
    String data = only();
    byte[] sized = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    Stylesheet large = new CssParser().parse(new String(sized, StandardCharsets.UTF_8));
    assertThat(selectors(large)).isEqualTo(usual);
    interact(() -> settings.set(Settings.DEFAULT));
    assertThat(only()).endsWith("/zonewright.css");
  }
}
