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
    // one cell for good: the toolkit styles a new one at once, even where nothing around it has its
    // colours yet, and would warn on the terminal
    Cell chosen = new Cell("Tenant: ", false);
    setButtonCell(chosen);
    // a level may have moved while the names stayed
    model
        .currentProperty()
        .subscribe(_ -> {
          chosen.show();
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

    /** The level anew, of a name that stayed. */
    private void show() {
      updateItem(getItem(), isEmpty());
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
