package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.findings.FindingRow;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.tree.TreeModel;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Tree, table, editor, risk panel and help show the same, wherever it was chosen. */
class SameSelectionTest extends SameSelection {
  @Test
  void aFindingOfTheTableLeadsTheOthers() {
    interact(() -> bench.model.choose(of("zeta")));
    assertAllShow("web", "zeta", "b.yaml");

    interact(bench.model::nextFinding);
    LocatedFinding now = chosen();
    assertAllShow(now.finding().name(), now.finding().tenant().orElseThrow(), fileOf(now));
  }

  @Test
  void aRowOfTheTreeLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    interact(() -> chooseRow("web"));
    assertAllShow("web", "zeta", "b.yaml");
    assertThat(bench.active().editor().caretProperty().get()).isLessThan(20);

    interact(() -> chooseRow("settings"));
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(rowTitle()).isEqualTo("settings");
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
    assertThat(risk()).isEqualTo("acme");

    interact(() -> chooseRow("zeta"));
    assertThat(rowTitle()).isEqualTo("zeta");
    assertThat(chosen().finding().tenant()).hasValue("zeta");
    assertThat(risk()).isEqualTo("zeta");
    assertThat(bench.active().shortName()).isEqualTo("b.yaml");
  }

  @Test
  void theArrowKeysPassAllRowsOfTheTree() {
    interact(() -> bench.model.choose(of("acme")));
    // the tree follows what was chosen elsewhere after a frame, and would take the row away again
    waitForTheTree("api");
    interact(() -> {
      tree().requestFocus();
      chooseRow("acme");
    });
    push(KeyCode.DOWN);
    assertThat(rowTitle()).isEqualTo("api");
    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(rowTitle()).isEqualTo("web");
    push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(rowTitle()).isEqualTo("acme");
    assertThat(tree().isFocused()).isTrue();
  }

  @Test
  void theTenantOfTheRiskPanelLeadsTheOthers() {
    interact(() -> bench.model.choose(of("acme")));
    interact(() -> lookup("#risk-tenant").<ComboBox<String>>query().setValue("zeta"));
    assertAllShow("web", "zeta", "b.yaml");
  }

  @Test
  void aClosedTenantOpensWhenAFindingOfItIsChosen() {
    interact(() -> {
      bench.model.choose(of("acme"));
      tree().getRoot().getChildren().forEach(tenant -> tenant.setExpanded(false));
      bench.model.choose(of("zeta"));
    });
    assertAllShow("web", "zeta", "b.yaml");
  }

  @Test
  void anotherWayToLookKeepsTheObject() {
    interact(() -> bench.model.choose(of("zeta")));
    interact(() -> bench.model.tree().viewProperty().set(TreeModel.View.FILES));
    assertAllShow("web", "zeta", "b.yaml");
  }

  @Test
  void otherGroupsKeepTheFindingInSight() {
    interact(() -> bench.model.choose(of("zeta")));
    interact(() -> bench.model.findings().groupingProperty().set(Grouping.CONTROL));
    assertAllShow("web", "zeta", "b.yaml");
    LocatedFinding chosen = chosen();
    assertThat(lookup(".table-row-cell").<TableRow<?>>queryAll())
        .anySatisfy(row ->
            assertThat(row.getItem())
                .isInstanceOfSatisfying(
                    FindingRow.Item.class, item -> assertThat(item.at()).isEqualTo(chosen)));
  }

  @Test
  void aHiddenTenantLeavesNothingChosenThatIsNotShown() {
    interact(() -> {
      bench.model.choose(of("acme"));
      bench.model.findings().filterProperty().set("acme");
      bench.model.risk().choose("zeta");
    });
    assertThat(Optional.ofNullable(bench.model.findings().selectedProperty().get())).isEmpty();
    assertThat(risk()).isEqualTo("zeta");
  }
}
