package dev.zonewright.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person who looks what they have before they report a fault, by keys alone. */
class AboutDialogTest extends ApplicationTest {
  private static final String BOM =
      "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"a-work\", \"version\":"
          + " \"1\"}]}";

  private Optional<Stage> window = Optional.empty();
  private final AtomicReference<Optional<String>> answer = new AtomicReference<>();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(), 900, 700));
    stage.show();
    window = Optional.of(stage);
  }

  private void open(Map<String, String> resources) throws Exception {
    AboutFacts about =
        AboutFacts.of(
            Optional.of("0123abc"),
            Optional.of(Path.of("/home/ann/.config/zonewright")),
            System::getProperty,
            name -> Optional.ofNullable(resources.get(name)));
    Platform.runLater(() -> answer.set(AboutDialog.ask(window.orElseThrow(), about)));
    until(() -> lookup("#about").tryQuery().isPresent());
    until(() -> lookup("#about-tabs").query().isFocused());
  }

  @Test
  void itShowsVersionNoticesPartsAndLicenceAndKeepsFactsForABugReport() throws Exception {
    open(
        Map.of(
            AboutFacts.NOTICES, "# Notices\n\n| work | licence |\n|---|---|\n| a-work | MIT |\n",
            AboutFacts.BOM, BOM,
            AboutFacts.LICENCE, "Words of the licence"));

    assertThat(lookup("#about-facts .label").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .contains(Version.current(), "0123abc", "/home/ann/.config/zonewright");
    assertThat(lookup("#about-notices .help-word").queryAllAs(Text.class))
        .extracting(Text::getText)
        .contains("a-work", "MIT");
    push(KeyCode.RIGHT);
    TabPane tabs = lookup("#about-tabs").queryAs(TabPane.class);
    assertThat(tabs.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    TableView<?> table = lookup("#about-bom").queryAs(TableView.class);
    assertThat(List.copyOf(table.getItems())).isEqualTo(List.of(new Bom.Part("a-work", "1", "")));
    push(KeyCode.RIGHT);
    assertThat(lookup("#about-licence").queryAs(TextArea.class).getText())
        .isEqualTo("Words of the licence");

    Button copy = lookup("#about-copy").queryAs(Button.class);
    interact(copy::requestFocus);
    push(KeyCode.SPACE);
    assertThat(copy.getText()).isEqualTo("Copied");
    AtomicReference<String> copied = new AtomicReference<>("");
    interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
    assertThat(copied.get())
        .contains("Version: " + Version.current() + "\n", "Revision: 0123abc\n", "JavaFX: ");

    push(KeyCode.ESCAPE);
    until(() -> lookup("#about").tryQuery().isEmpty());
    assertThat(answer.get()).isEmpty();
  }

  @Test
  void theBillOfMaterialsIsGivenBackToBeSaved() throws Exception {
    open(Map.of(AboutFacts.BOM, BOM));
    interact(() -> lookup("#about-save-bom").queryAs(Button.class).fire());
    until(() -> lookup("#about").tryQuery().isEmpty());
    assertThat(answer.get()).contains(BOM);
  }

  @Test
  void aBuildWithoutTheTextsSaysSo() throws Exception {
    open(Map.of());
    assertThat(lookup("#about-save-bom").query().isDisabled()).isTrue();
    assertThat(lookup("#about-notices .label").queryAs(Labeled.class).getText())
        .contains("made without", "docs/third-party.md");
    push(KeyCode.RIGHT);
    assertThat(((Labeled) lookup("#about-bom").queryAs(TableView.class).getPlaceholder()).getText())
        .contains("made without", "mvn package");
    push(KeyCode.RIGHT);
    assertThat(lookup("#about-licence").queryAs(TextArea.class).getText())
        .contains("made without", "LICENSE");
    push(KeyCode.ESCAPE);
    until(() -> lookup("#about").tryQuery().isEmpty());
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
