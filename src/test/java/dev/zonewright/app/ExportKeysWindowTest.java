package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.export.ExportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A report leaves the window and is opened by keys alone. */
class ExportKeysWindowTest extends AnswerPages {
  @Test
  void f6LeadsToTheNoticeThatAReportIsWrittenAndItsButtonOpensIt() throws Exception {
    List<Path> opened = new ArrayList<>();
    Path report = folder.resolve("report.csv");
    interact(() -> {
      model.decisions().openReportsThrough(opened::add);
      model.decisions().export(ExportFormat.CSV, new ReviewerFlowTest.To(report));
    });
    until(() -> Files.exists(report));
    until(() -> lookup(".notification-bar .button").tryQuery().isPresent());
    until(() -> lookup(".notification-bar").query().isVisible());
    interact(() -> lookup("#editor-text").query().requestFocus());
    for (int i = 0; i < 12 && !text().equals("Open"); i++) {
      push(KeyCode.F6);
    }
    assertThat(text()).isEqualTo("Open");
    Node button = focus();
    // who came by a key sees where it led
    assertThat(button.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("focus-visible"));
    push(KeyCode.ENTER);
    until(() -> opened.contains(report));
    // the answer led back to the text, from which the notice may be the next stop
    push(KeyCode.F6);
    if (button.equals(focus())) {
      push(KeyCode.F6);
    }
    assertThat(focus()).isNotSameAs(button);
    assertThat(button.getPseudoClassStates())
        .doesNotContain(PseudoClass.getPseudoClass("focus-visible"));
  }

  @Test
  void everyFormOfAReportStandsInTheMenuOfAllCommands() {
    MenuButton toolbar = lookup("#export-menu").query();
    assertThat(commands())
        .containsAll(toolbar.getItems().stream().map(i -> "Export: " + i.getText()).toList())
        .contains("Export: comparison…");
  }

  private List<String> commands() {
    return lookup("#menu").<MenuButton>query().getItems().stream()
        .flatMap(m -> ((Menu) m).getItems().stream())
        .map(MenuItem::getText)
        .filter(Objects::nonNull)
        .toList();
  }

  private String text() {
    return focus() instanceof Labeled labeled ? labeled.getText() : "";
  }

  private Node focus() {
    Node focus = window(0).getScene().getFocusOwner();
    assertThat(focus).isNotNull();
    return focus;
  }
}
