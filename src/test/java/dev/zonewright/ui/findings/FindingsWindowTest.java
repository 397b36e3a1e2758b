package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.zonewright.control.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The table of findings by keys, in a window. */
class FindingsWindowTest extends FindingsInWindow {
  // as a click on its head does it, which the headless platform does not take for one
  private void sort(TableColumn.SortType type) {
    TableView<FindingRow> table = lookup("#findings-table").queryTableView();
    TableColumn<FindingRow, ?> column = table.getColumns().get(1);
    interact(() -> {
      table.getSortOrder().clear();
      column.setSortType(type);
      table.getSortOrder().add(column);
    });
  }

  private static String id(FindingRow row) {
    return row instanceof FindingRow.Item(var at, boolean _)
        ? at.finding().control().id()
        : "a group";
  }

  private String first() {
    return id(model.rows().getFirst());
  }

  private String second() {
    return id(model.rows().get(1));
  }

  private Optional<MenuItem> menuItem(String id) {
    return listWindows().stream()
        .filter(w -> w instanceof ContextMenu)
        .flatMap(w -> ((ContextMenu) w).getItems().stream())
        .filter(i -> id.equals(i.getId()))
        .findFirst();
  }

  @Test
  void arrowsChooseEnterGoesAltEnterFixes() {
    type(KeyCode.HOME);
    type(KeyCode.DOWN);
    assertThat(Optional.ofNullable(model.selectedProperty().get()).orElseThrow().finding())
        .extracting(f -> f.control().id())
        .isEqualTo(second());
    type(KeyCode.ENTER);
    press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    assertThat(asked).containsExactly("jump " + second(), "fixes " + second());
  }

  @Test
  void theChosenRowsAreCopied() {
    type(KeyCode.HOME);
    press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    List<String> copied = new ArrayList<>();
    interact(() -> copied.addAll(Clipboard.getSystemClipboard().getString().lines().toList()));
    assertThat(copied).hasSize(2).allMatch(l -> l.contains("\tPod one\t"));
  }

  @Test
  void theMenuKeyOpensTheMenuAndItsEntriesWork() {
    type(KeyCode.HOME);
    String only = first();
    press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    assertThat(menuItem("findings-menu-go")).isPresent();
    interact(() -> menuItem("findings-menu-only").orElseThrow().fire());
    assertThat(model.rows()).hasSize(1).allMatch(r -> id(r).equals(only));
    assertThat(lookup("#findings-controls").queryAs(Label.class).getText()).startsWith("Only “");
    clickOn("#findings-all-controls");
    assertThat(model.rows().size()).isGreaterThan(1);
  }

  @Test
  void theChosenRowKeepsItsPlaceWhileOthersComeAboveIt() {
    String host = TWO.replace("  runtimeClassName: edera\n", "");
    StringBuilder all = new StringBuilder(TWO.strip());
    for (int i = 0; i < 40; i++) {
      all.append("\n---\n").append(host.replace("name: one", "name: more" + i).strip());
    }
    interact(() -> model.show(analysis(TWO)));
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> table().getSelectionModel().clearAndSelect(0));
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> model.show(analysis(all.toString())));
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> table().layout());
    int chosen = table().getSelectionModel().getSelectedIndex();
    assertThat(chosen).isGreaterThan(40);
    VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
    assertThatCode(() ->
            WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () ->
                    flow.getFirstVisibleCell().getIndex() <= chosen
                        && flow.getLastVisibleCell().getIndex() >= chosen))
        .doesNotThrowAnyException();
  }

  @Test
  void theChosenRowStaysInViewWhileTheTableBecomesLower() throws Exception {
    StringBuilder all = new StringBuilder(TWO.strip());
    for (int i = 0; i < 20; i++) {
      all.append("\n---\n").append(TWO.replace("name: one", "name: more" + i).strip());
    }
    interact(() -> model.show(analysis(all.toString())));
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> table().scrollTo(0));
    WaitForAsyncUtils.waitForFxEvents();
    VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
    int chosen = flow.getLastVisibleCell().getIndex() - 1;
    interact(() -> table().getSelectionModel().clearAndSelect(chosen));
    WaitForAsyncUtils.waitForFxEvents();
    double before = window(0).getHeight();
    interact(() -> window(0).setHeight(before - 100));
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.asyncFx(() ->
                    flow.getFirstVisibleCell().getIndex() <= chosen
                        && flow.getLastVisibleCell().getIndex() > chosen)
                .get());
    assertThat(table().getSelectionModel().getSelectedIndex()).isEqualTo(chosen);
    // the next test has the same window
    interact(() -> window(0).setHeight(before));
  }

  @Test
  void escapeEmptiesTheFilterAndThenLeadsToTheRows() {
    clickOn("#findings-filter").write("ipc");
    assertThat(model.rows()).hasSize(1);
    type(KeyCode.ESCAPE);
    assertThat(model.filterProperty().get()).isEmpty();
    assertThat(lookup("#findings-filter").query().isFocused()).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(table().isFocused()).isTrue();
  }

  @Test
  void anEmptyTableLeadsBackToAllRows() {
    int all = model.rows().size();
    clickOn("#findings-filter").write("nothing like it");
    interact(() -> model.setShown(Severity.HIGH, false));
    assertThat(lookup("#findings-high").queryAs(ToggleButton.class).isSelected()).isFalse();
    clickOn("#findings-clear-filter");
    assertThat(model.rows()).hasSize(all);
    assertThat(lookup("#findings-high").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(lookup("#findings-clear-filter").tryQuery().filter(n -> n.isVisible())).isEmpty();
  }

  @Test
  void aHeadSortsAndAKeptLayoutComesBack() {
    sort(TableColumn.SortType.ASCENDING);
    assertThat(model.layoutProperty().get().sortedBy()).isEqualTo(FindingsColumn.TITLE);
    sort(TableColumn.SortType.DESCENDING);
    assertThat(model.layoutProperty().get().descending()).isTrue();

    FindingsLayout kept =
        FindingsLayout.DEFAULT
            .sortedBy(FindingsColumn.LINE, true)
            .withWidth(FindingsColumn.OBJECT, 222);
    interact(() -> model.layoutProperty().set(kept));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table().getSortOrder().getFirst().getText()).isEqualTo("Line");
    assertThat(table().getColumns().get(2).getWidth()).isEqualTo(222);
  }

  @Test
  void theHeadingOfAGroupStaysWhileItsRowsScroll() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      many.append(TWO.replace("acme", i < 15 ? "acme" : "zeta")).append("---\n");
    }
    interact(() -> {
      model.groupingProperty().set(Grouping.TENANT);
      model.show(analysis(many.toString()));
    });
    WaitForAsyncUtils.waitForFxEvents();
    Node heading = lookup("#findings-group-heading").query();
    interact(() -> table().scrollTo(0));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(heading.isVisible()).isFalse();

    interact(() -> table().scrollTo(model.rows().size() - 1));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(heading.isVisible()).isTrue();
    List<FindingRow> groups =
        model.rows().stream().filter(FindingRow.Group.class::isInstance).toList();
    assertThat(groups.getLast())
        .isInstanceOfSatisfying(
            FindingRow.Group.class,
            g ->
                assertThat(from(heading).lookup(".group-heading-title").<Labeled>query().getText())
                    .isEqualTo(g.title()));
  }

  @Test
  void theLineOfALongTextIsShownWhole() {
    interact(() -> model.show(analysis("#\n".repeat(288_888) + TWO)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("#findings-table .number").queryAllAs(Labeled.class))
        .filteredOn(cell -> cell.getText() != null && !cell.getText().isEmpty())
        .isNotEmpty()
        .allSatisfy(cell ->
            assertThat(from(cell).lookup(".text").queryText().getText())
                .isEqualTo(cell.getText())
                .startsWith("288,8"));
  }
}
