package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.TenantRisk;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The choice of the tenant shows the newest level. */
class TenantChoiceWindowTest extends ApplicationTest {
  private final RiskModel model = new RiskModel();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new TenantChoice(model), 400, 300));
    stage.show();
    model.show(List.of(shop(ResidualLevel.OPEN)));
  }

  @Test
  void theLevelChangesWhileTheNameStays() {
    assertThat(cell().getAccessibleText()).isEqualTo("shop, open");
    interact(() -> model.show(List.of(shop(ResidualLevel.REDUCED))));
    assertThat(cell().getAccessibleText()).isEqualTo("shop, reduced");
  }

  /** The toolkit styles a new cell at once, and warns where nothing around it has its colours. */
  @Test
  void noNewCellIsMadeForANewLevel() {
    ListCell<String> before = cell();
    interact(() -> model.show(List.of(shop(ResidualLevel.REDUCED))));
    assertThat(cell()).isSameAs(before);
  }

  private ListCell<String> cell() {
    return lookup("#risk-tenant").<TenantChoice>query().getButtonCell();
  }

  private static TenantRisk shop(ResidualLevel level) {
    return new TenantRisk("shop", level, "", "", 1, 1, List.of(), List.of(), List.of(), List.of());
  }
}
