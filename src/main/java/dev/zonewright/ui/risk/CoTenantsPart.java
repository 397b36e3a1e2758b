package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Who can share nodes with a tenant: a picture, the same as a table; or why nobody can. */
final class CoTenantsPart extends VBox {
  private static final double[] SHARES = {27, 25, 25, 23};

  /**
   * Builds it.
   *
   * @param tenants how many tenants are opened
   */
  CoTenantsPart(List<CoTenant> all, int tenants, Consumer<Place> go) {
    getStyleClass().add("runs-on");
    if (all.isEmpty()) {
      Label none = words(reason(tenants), "muted");
      none.setId("co-tenants-none");
      getChildren().add(none);
      return;
    }
    Label says = words(all.getFirst().finding(), "evidence-text");
    says.setId("co-tenants-says");
    getChildren().addAll(says, new CoTenantsPicture(all, go));
    for (String key :
        List.of(
            "Solid red: one of the two is not known to run in a zone.",
            "Dashed grey: both run in zones, so this pair shares only hardware.",
            "One pair is shown for each tenant; other pairs may meet too.")) {
      getChildren().add(words(key, "muted"));
    }
    getChildren().add(table(all));
  }

  private static String reason(int tenants) {
    return tenants < 2
        ? "Only one tenant is opened: open the manifests of other tenants to see who can share"
            + " its nodes"
        : "No other tenant can share a node: the node requirements of their workloads exclude each"
            + " other, or one side serves the cluster and is not a tenant";
  }

  private static GridPane table(List<CoTenant> all) {
    GridPane grid = new GridPane();
    grid.setId("co-tenants-table");
    grid.getStyleClass().add("runs-on-grid");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(
        0,
        cell("Workload", "muted"),
        cell("Tenant", "muted"),
        cell("Can meet", "muted"),
        cell("They share", "muted"));
    for (CoTenant one : all) {
      grid.addRow(
          grid.getRowCount(),
          cell(one.own().object().name()),
          cell(one.other()),
          cell(one.theirs().object().name()),
          cell(one.shared()));
    }
    return grid;
  }

  private static Label cell(String text) {
    return cell(text, "evidence-text");
  }

  private static Label cell(String text, String style) {
    Label cell = words(text, style);
    GridPane.setValignment(cell, VPos.TOP);
    return cell;
  }

  private static Label words(String text, String style) {
    Label label = Widgets.tipped(text, style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
