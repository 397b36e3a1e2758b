package dev.zonewright.ui.risk;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** The tenants to choose from, each with its level. */
final class TenantChoice extends ComboBox<String> {
  private static final int ROWS = 16;

  private final RiskModel model;

  TenantChoice(RiskModel model) {
    super(model.tenants());
    this.model = model;
    setId("risk-tenant");
    // the other parts of the bar keep their words; a long name of a tenant gives way
    setMinWidth(0);
    setVisibleRowCount(ROWS);
    Widgets.measureFirstRows(this);
    setAccessibleText("Tenant whose residual risk is shown");
    valueProperty().bindBidirectional(model.tenantProperty());
    // a level may have moved while the names stayed
    model
        .currentProperty()
        .subscribe(_ -> {
          setButtonCell(new Cell("Tenant: ", false));
          setCellFactory(_ -> new Cell("", true));
          String name = getValue();
          Tip.set(this, name == null ? "" : "Tenant: " + name + ", " + level(name));
        });
  }

  private String level(String tenant) {
    return model.levelOf(tenant).map(ResidualLevel::word).orElse("");
  }

  private final class Cell extends ListCell<String> {
    private final String before;
    private final boolean inWords;

    private Cell(String before, boolean inWords) {
      this.before = before;
      this.inWords = inWords;
    }

    @Override
    protected void updateItem(@Nullable String tenant, boolean empty) {
      super.updateItem(tenant, empty);
      if (empty || tenant == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      String level = level(tenant);
      setText(Widgets.label(before + tenant + (inWords ? " · " + level : "")).getText());
      setGraphic(model.levelOf(tenant).map(LevelIcon::of).orElse(null));
      setAccessibleText(Widgets.shown(tenant) + ", " + level);
    }
  }
}
