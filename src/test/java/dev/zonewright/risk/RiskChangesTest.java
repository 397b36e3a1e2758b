package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskChangesTest {
  private static TenantRisk tenant(String name, RiskRow... operator) {
    return new TenantRisk(
        name, ResidualLevel.OPEN, "", "", 1, 0, List.of(), List.of(), List.of(operator), List.of());
  }

  private static RiskRow row(String id, ResidualLevel level) {
    return new RiskRow(id, "Title of " + id, level, "", List.of());
  }

  @Test
  void aRowThatMovedIsNamedWithBothLevels() {
    List<RiskChange> moved =
        RiskChanges.between(
            List.of(
                tenant("a", row("x", ResidualLevel.OPEN), row("y", ResidualLevel.REDUCED)),
                tenant("b", row("x", ResidualLevel.CONTROLLED))),
            List.of(
                tenant("a", row("x", ResidualLevel.REDUCED), row("y", ResidualLevel.REDUCED)),
                tenant("b", row("x", ResidualLevel.UNDETERMINED))));

    assertThat(moved)
        .containsExactly(
            new RiskChange("a", "x", "Title of x", ResidualLevel.OPEN, ResidualLevel.REDUCED),
            new RiskChange(
                "b", "x", "Title of x", ResidualLevel.CONTROLLED, ResidualLevel.UNDETERMINED));
    assertThat(moved).extracting(RiskChange::isBetter).containsExactly(true, false);
  }

  @Test
  void whatComesOrGoesHasNotMoved() {
    TenantRisk one = tenant("a", row("x", ResidualLevel.OPEN));
    TenantRisk other = tenant("a", row("y", ResidualLevel.REDUCED));

    assertThat(RiskChanges.between(List.of(one), List.of(other))).isEmpty();
    assertThat(RiskChanges.between(List.of(), List.of(one))).isEmpty();
    assertThat(RiskChanges.between(List.of(one), List.of())).isEmpty();
  }

  @Test
  void theSameRowOfAnotherTenantIsAnother() {
    assertThat(
            RiskChanges.between(
                List.of(tenant("a", row("x", ResidualLevel.OPEN))),
                List.of(tenant("b", row("x", ResidualLevel.REDUCED)))))
        .isEmpty();
  }

  @Test
  void aRowThatIsNotAssessedIsNeitherBetterNorWorse() {
    assertThat(
            new RiskChange("a", "x", "X", ResidualLevel.OPEN, ResidualLevel.NOT_ASSESSED)
                .isBetter())
        .isFalse();
  }
}
