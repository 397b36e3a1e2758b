package dev.zonewright.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** A runbook is read as a text, and its commands are copied one by one. */
class CommandBlockWindowTest extends ApplicationTest {
  private static final String RUNBOOK =
      """
      # Suspected escape

      ## 1. Find the pod

      Look at `<pod>` first.

      ```sh
      kubectl -n acme get pod <pod> -o wide
      protect zone list
      ```
      """;

  @Override
  public void start(Stage stage) {
    VBox body = new VBox();
    body.getChildren().setAll(MarkdownText.renderCommands(RUNBOOK));
    stage.setScene(new Scene(body, 600, 400));
    stage.show();
  }

  @Test
  void commandsAreCopiedOneByOneAndOpenWordsAreMarked() {
    assertThat(lookup(".heading-1").queryAll()).hasSize(1);
    assertThat(lookup(".placeholder").queryAllAs(Text.class))
        .extracting(Text::getText)
        .containsExactlyInAnyOrder("<pod>", "<pod>");
    assertThat(lookup(".help-word").queryAllAs(Text.class))
        .noneMatch(t -> t.getText().contains("#") || t.getText().contains("`"));
    Button copy =
        lookup(".command-copy").queryAllAs(Button.class).stream().findFirst().orElseThrow();
    interact(copy::fire);
    interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .isEqualTo("kubectl -n acme get pod <pod> -o wide"));
  }
}
