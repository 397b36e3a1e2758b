package dev.zonewright.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class HostileComparisonTest extends ApplicationTest {
  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new Pane()));
    stage.show();
    String name = "a\u202eb";
    new CompareDialog(
            stage,
            new Comparison(
                name,
                List.of(Comparison.text(name, name, "a: 1\u202e2\n", name, "a: 3\u200b4\n")),
                List.of("Keep")))
        .show();
  }

  @Test
  void neitherNamesNorLinesHideAnything() {
    WaitForAsyncUtils.waitForFxEvents();
    List<String> lines =
        lookup(".zw-diff-line").queryAllAs(Labeled.class).stream()
            .map(Labeled::getText)
            .filter(Objects::nonNull)
            .toList();
    assertThat(String.join(" ", lines)).contains("a: 1\\u202e2", "a: 3\\u200b4");
    assertThat(lookup(".compare-what").queryLabeled().getText()).doesNotContain("\u202e");
  }
}
