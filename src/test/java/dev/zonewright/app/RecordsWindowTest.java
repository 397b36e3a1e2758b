package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The lists of the review file by keys alone: each row leads to its entry and to what it covers.
 */
class RecordsWindowTest extends AnswerPages {
  private static final String REVIEW =
      """
      exceptions:
        - {control: host-path-volume, namespace: acme, reason: logs, owner: o, expires: 2020-12-04}
        - {control: no-such, namespace: acme, reason: logs, owner: o, expires: 2199-12-04}
        - {control: root-user, tenant: globex, reason: moved soon, owner: o, expires: 2199-12-04}
      attestations:
        - {item: dom0-restricted, by: W, date: 2020-10-02}
        - {item: dom0-restricted, tenant: nowhere, by: W, date: 2020-10-02, expires: 2199-01-01}
        - {item: dom0-restricted, date: 2020-10-02}
      """;

  @BeforeEach
  void openTheReview() throws Exception {
    Files.writeString(folder.resolve("zonewright-review.yaml"), REVIEW);
    interact(() -> model.files().closeAll());
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().review().isPresent());
  }

  @Test
  void theRowsOfExceptionsLeadToTheirLineAndBack() throws Exception {
    TableView<ExceptionRow> table = open(ReviewPage.EXCEPTIONS, "#exceptions-table");
    interact(table::requestFocus);
    assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
    assertThat(lookup("#exceptions-wrong").<Label>query().getText())
        .contains("ended on 2020-12-04");
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(table.getSelectionModel().getSelectedItem().control()).isEqualTo("no-such");
    assertThat(lookup("#exceptions-wrong").<Label>query().getText())
        .contains("There is no control 'no-such'");
    push(KeyCode.ENTER);
    assertLine("no-such");
    // what is found in the review file has no page of its own, and is explained all the same
    until(() -> model.help().currentProperty().get() != null);
    assertThat(Objects.requireNonNull(model.help().currentProperty().get()).title())
        .isEqualTo("Invalid review entry");
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> model.review().perspectiveProperty().get() == Perspective.REVIEW);
    assertThat(table.getSelectionModel().getSelectedItem().control()).isEqualTo("no-such");
    interact(table::requestFocus);
    push(KeyCode.ESCAPE);
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.MANIFESTS);
  }

  @Test
  void aNumberOfFindingsLeadsToEachOfThem() throws Exception {
    TableView<ExceptionRow> table = open(ReviewPage.EXCEPTIONS, "#exceptions-table");
    ExceptionRow many =
        table.getItems().stream().filter(r -> r.covered().size() > 1).findFirst().orElseThrow();
    interact(table::requestFocus);
    while (!many.equals(table.getSelectionModel().getSelectedItem())) {
      push(KeyCode.DOWN);
    }
    push(KeyCode.SPACE);
    until(() -> !covered().isEmpty());
    assertThat(covered())
        .extracting(MenuItem::getText)
        .containsExactlyElementsOf(many.covered().stream().map(Object::toString).toList());
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
  }

  @Test
  void attestationsThatSayNothingAreListedWithTheReason() throws Exception {
    TableView<AttestationRow> table = open(ReviewPage.ATTESTATIONS, "#attestations-table");
    assertThat(table.getItems())
        .extracting(AttestationRow::state)
        .containsExactly(
            AttestationRow.State.EXPIRED,
            AttestationRow.State.UNUSED,
            AttestationRow.State.INVALID);
    assertThat(lookup("#review-tab-attestations").<Labeled>query().getText()).endsWith("3");
    interact(table::requestFocus);
    push(KeyCode.DOWN);
    assertThat(lookup("#attestations-wrong").<Label>query().getText()).contains("nowhere");
    push(KeyCode.DOWN);
    assertThat(lookup("#attestations-wrong").<Label>query().getText()).contains("has no 'by'");
    assertThat(lookup("#attestations-wrong").query().isVisible()).isTrue();
    push(KeyCode.ENTER);
    assertLine("{item: dom0-restricted, date");
  }

  @Test
  void anExceptionIsRemovedOnceItsLinesWereShownAndUndoBringsItBack() throws Exception {
    TableView<ExceptionRow> table = open(ReviewPage.EXCEPTIONS, "#exceptions-table");
    interact(table::requestFocus);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(table.getSelectionModel().getSelectedItem().control()).isEqualTo("no-such");
    push(KeyCode.DELETE);
    until(() -> lookup("#remove-dialog").tryQuery().isPresent());
    assertThat(from(lookup("#remove-preview").<Node>query()).lookup(".removed").queryLabeled())
        .extracting(Labeled::getText)
        .asString()
        .contains("- {control: no-such");
    push(KeyCode.ESCAPE);
    until(() -> lookup("#remove-dialog").tryQuery().isEmpty());
    assertThat(table.getItems()).hasSize(3);

    push(KeyCode.DELETE);
    until(() -> lookup("#remove-write").tryQuery().isPresent());
    interact(lookup("#remove-write").queryButton()::fire);
    until(() -> table.getItems().size() == 2);
    assertThat(table.getItems()).noneMatch(r -> r.control().equals("no-such"));
    assertThat(model.unsavedProperty().get()).isTrue();
    interact(() ->
        Objects.requireNonNull(model.noticeProperty().get()).choices().getFirst().action().run());
    until(() -> table.getItems().size() == 3);
    assertThat(model.unsavedProperty().get()).isFalse();
  }

  @Test
  void theMenuOfARowRemovesAnAttestation() throws Exception {
    TableView<AttestationRow> table = open(ReviewPage.ATTESTATIONS, "#attestations-table");
    interact(table::requestFocus);
    push(KeyCode.SHIFT, KeyCode.F10);
    until(() -> menu("attestations-table-menu").size() == 2);
    // the dialog waits for an answer, and a call that waits for the dialog would wait for ever
    Platform.runLater(() -> menu("attestations-table-menu").getLast().fire());
    until(() -> lookup("#remove-write").tryQuery().isPresent());
    interact(lookup("#remove-write").queryButton()::fire);
    until(() -> table.getItems().size() == 2);
    assertThat(table.getItems())
        .extracting(AttestationRow::state)
        .doesNotContain(AttestationRow.State.EXPIRED);
  }

  private static List<MenuItem> covered() {
    return menu("covered-menu");
  }

  private static List<MenuItem> menu(String id) {
    return javafx.stage.Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(m -> id.equals(m.getId()))
        .flatMap(m -> m.getItems().stream())
        .toList();
  }

  private void assertLine(String words) throws Exception {
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    Node text = lookup("#editor-text").query();
    until(() ->
        text instanceof org.fxmisc.richtext.CodeArea area
            && area.getText(area.getCurrentParagraph()).contains(words));
  }

  private <R> TableView<R> open(ReviewPage page, String table) throws Exception {
    interact(() -> model.review().open(page));
    until(() -> lookup(table).tryQuery().isPresent());
    TableView<R> found = lookup(table).query();
    until(() -> found.getItems().size() == 3);
    return found;
  }
}
