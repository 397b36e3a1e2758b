package dev.zonewright.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class NoticeBarFocusTest extends ApplicationTest {
  private final SimpleObjectProperty<@Nullable Notice> notices = new SimpleObjectProperty<>();

  @Override
  public void start(Stage stage) {
    VBox content = new VBox(new Button("first"), new TextField(), new Button("last"));
    content.setId("content");
    stage.setScene(new Scene(new NoticeBar(content, notices, BackgroundRunner.live()), 500, 300));
    stage.show();
  }

  @Test
  void theKeyboardGoesBackToWhereItWasOnceANoticeIsAnswered() throws Exception {
    TextField field = lookup(".text-field").queryAs(TextField.class);
    interact(field::requestFocus);
    interact(() -> notices.set(Notice.warning("Changed", new Notice.Choice("Keep", () -> {}))));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> !lookup(".notification-bar .button").queryAll().isEmpty());
    Node keep =
        lookup(".notification-bar .button").queryAllAs(Button.class).stream()
            .filter(b -> "Keep".equals(b.getText()))
            .findFirst()
            .orElseThrow();
    interact(keep::requestFocus);
    interact(((Button) keep)::fire);
    assertThat(field.isFocused()).isTrue();
  }

  @Test
  void whatIsNoLongerTrueGoesAndSoDoesWhatWaitsBehindIt() throws Exception {
    AtomicBoolean unsaved = new AtomicBoolean(true);
    AtomicBoolean other = new AtomicBoolean(true);
    interact(() -> notices.set(offering("not saved").asLongAs(unsaved::get)));
    interact(() -> notices.set(offering("also not saved").asLongAs(other::get)));
    interact(() -> notices.set(offering("last")));
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, bar::isShowing);
    assertThat(bar.getText()).isEqualTo("not saved");

    other.set(false);
    unsaved.set(false);

    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bar.getText().equals("last"));
    assertThat(bar.isShowing()).isTrue();
  }

  @Test
  void whatOnlyTellsOfSomethingDoneGoesByItself() throws Exception {
    interact(() -> notices.set(Notice.info("Saved as b.yaml.")));
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, bar::isShowing);
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !bar.isShowing());
    assertThat(bar.isShowing()).isFalse();
  }

  @Test
  void newsOfAMatterTakesThePlaceOfWhatIsToldAndOfWhatWaits() throws Exception {
    interact(() -> notices.set(offering("one").about("change")));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> !lookup(".notification-bar .button").queryAll().isEmpty());
    interact(() -> notices.set(offering("two").about("change")));
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    assertThat(bar.getText()).isEqualTo("two");

    interact(() -> notices.set(offering("other").about("file")));
    interact(() -> notices.set(offering("other, later").about("file")));
    assertThat(bar.getText()).isEqualTo("two");
    interact(() -> notices.set(Notice.info("undone").about("change")));
    assertThat(bar.getText()).isEqualTo("undone");
    interact(bar::hide);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bar.getText().startsWith("other"));
    assertThat(bar.getText()).isEqualTo("other, later");
  }

  @Test
  void aWarningDoesNotWaitBehindWhatIsOnlyOffered() throws Exception {
    interact(() -> notices.set(offering("written")));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> !lookup(".notification-bar .button").queryAll().isEmpty());
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    interact(() -> notices.set(Notice.warning("not saved", new Notice.Choice("Copy", () -> {}))));
    assertThat(bar.getText()).isEqualTo("not saved");
    interact(() -> notices.set(Notice.warning("another")));
    assertThat(bar.getText()).isEqualTo("not saved");
    interact(bar::hide);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !bar.getText().equals("not saved"));
    assertThat(bar.getText()).isEqualTo("written");
  }

  /** Who has just exported a report waits for the answer, not for the end of an older offer. */
  @Test
  void anAnswerDoesNotWaitBehindWhatIsOnlyOffered() throws Exception {
    interact(() -> notices.set(offering("accepted")));
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, bar::isShowing);
    interact(() -> notices.set(offering("written").asAnswer()));
    assertThat(bar.getText()).isEqualTo("written");
    interact(bar::hide);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bar.getText().equals("accepted"));
    assertThat(bar.isShowing()).isTrue();
  }

  @Test
  void whatTheBarWrapsIsNeverBelowIt() throws Exception {
    interact(() -> notices.set(offering("written")));
    NoticeBar bar = lookup(".notification-pane").queryAs(NoticeBar.class);
    Node strip = lookup(".notification-bar").query();
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> strip.getLayoutBounds().getHeight() > 20 && isAbove(strip));
    interact(bar::hide);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> height() > 299);
    assertThat(bar.isShowing()).isFalse();
  }

  private double height() {
    return lookup("#content").query().getLayoutBounds().getHeight();
  }

  private boolean isAbove(Node strip) {
    Node content = lookup("#content").query();
    return content.localToScene(content.getLayoutBounds()).getMaxY()
        <= strip.localToScene(strip.getLayoutBounds()).getMinY() + 1;
  }

  private static Notice offering(String text) {
    return Notice.info(text, new Notice.Choice("Undo", () -> {}));
  }
}
