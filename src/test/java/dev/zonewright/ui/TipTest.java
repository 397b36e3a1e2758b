package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** What a node says under the mouse costs nothing before the mouse is there. */
class TipTest extends ApplicationTest {
  // where the toolkit keeps a tooltip that is installed
  private static final String INSTALLED = "javafx.scene.control.Tooltip";

  @Override
  public void start(Stage stage) {
    Label label = new Label("under the mouse");
    label.setId("tipped");
    stage.setScene(new Scene(new StackPane(label), 300, 200));
    stage.show();
  }

  @Test
  void aTooltipIsMadeWhenTheMouseComes() {
    interact(() -> Tip.set(label(), "first"));
    assertThat(Tip.words(label())).isEqualTo("first");
    assertThat(label().getAccessibleHelp()).isEqualTo("first");
    assertThat(label().getProperties()).doesNotContainKey(INSTALLED);
    moveTo(label());
    assertThat(installed()).isEqualTo("first");
  }

  @Test
  void aTooltipThatIsThereFollowsItsWords() {
    interact(() -> Tip.set(label(), "first"));
    moveTo(label());
    interact(() -> Tip.set(label(), "second"));
    assertThat(installed()).isEqualTo("second");
    interact(() -> Tip.set(label(), ""));
    assertThat(label().getProperties()).doesNotContainKey(INSTALLED);
    assertThat(label().getAccessibleHelp()).isNull();
  }

  @Test
  void aNodeWithoutWordsGetsNoTooltip() {
    interact(() -> Tip.set(label(), ""));
    moveTo(label());
    assertThat(Tip.words(label())).isEmpty();
    assertThat(label().getProperties()).doesNotContainKey(INSTALLED);
  }

  private Label label() {
    return lookup("#tipped").queryAs(Label.class);
  }

  private String installed() {
    return label().getProperties().get(INSTALLED) instanceof Tooltip tip ? tip.getText() : "";
  }
}
