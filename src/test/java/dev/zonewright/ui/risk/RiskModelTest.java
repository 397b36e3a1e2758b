package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tenant on show and the rows that moved. */
class RiskModelTest {
  private static RiskRow row(ResidualLevel level) {
    return new RiskRow("dom0-kernel", "dom0 kernel", level, "", List.of());
  }

  private static TenantRisk tenant(String name, ResidualLevel level) {
    return new TenantRisk(
        name, level, "", "", 1, 1, List.of(row(level)), List.of(), List.of(), List.of());
  }

  @Test
  void theWorstTenantIsShownFirst() {
    RiskModel model = new RiskModel();

    model.show(List.of(tenant("a", ResidualLevel.REDUCED), tenant("b", ResidualLevel.OPEN)));

    assertThat(model.tenantProperty().get()).isEqualTo("b");
  }

  @Test
  void theChosenTenantStaysAndAMovedRowSaysWhereFrom() {
    RiskModel model = new RiskModel();
    model.show(List.of(tenant("a", ResidualLevel.REDUCED), tenant("b", ResidualLevel.OPEN)));
    model.choose("a");

    model.show(List.of(tenant("a", ResidualLevel.CONTROLLED), tenant("b", ResidualLevel.OPEN)));

    assertThat(model.tenantProperty().get()).isEqualTo("a");
    assertThat(model.movedFrom(row(ResidualLevel.CONTROLLED))).contains(ResidualLevel.REDUCED);
    model.choose("b");
    assertThat(model.movedFrom(row(ResidualLevel.OPEN))).isEmpty();
  }

  @Test
  void filesThatCameInOrWentHaveMovedNothing() {
    RiskModel model = new RiskModel();
    model.show(List.of(tenant("a", ResidualLevel.REDUCED)), true);

    model.show(List.of(tenant("a", ResidualLevel.OPEN)), false);

    assertThat(model.movedFrom(row(ResidualLevel.OPEN))).isEmpty();
    model.show(List.of(tenant("a", ResidualLevel.REDUCED)), true);
    assertThat(model.movedFrom(row(ResidualLevel.REDUCED))).contains(ResidualLevel.OPEN);
  }

  @Test
  void aTenantThatIsGoneMakesRoom() {
    RiskModel model = new RiskModel();
    model.show(List.of(tenant("a", ResidualLevel.OPEN)));

    model.show(List.of(tenant("c", ResidualLevel.REDUCED)));
    assertThat(model.tenantProperty().get()).isEqualTo("c");
    model.choose("a");
    assertThat(model.tenantProperty().get()).isEqualTo("c");
    model.show(List.of());
    assertThat(model.currentProperty().get()).isNull();
  }
}
