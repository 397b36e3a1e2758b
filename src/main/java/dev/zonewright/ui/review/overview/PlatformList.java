package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The namespaces that serve the cluster: they have findings, but no level. */
final class PlatformList extends VBox {
  private static final int NAME = 128;

  private final OverviewModel model;

  PlatformList(OverviewModel model) {
    this.model = model;
    setId("overview-platform");
    getStyleClass().add("platform-list");
  }

  void fill() {
    ReviewFacts facts = model.factsProperty().get();
    getChildren().clear();
    List<TenantRisk> platform =
        facts.risks().stream().filter(r -> facts.platform().contains(r.tenant())).toList();
    setVisible(!platform.isEmpty());
    setManaged(!platform.isEmpty());
    getChildren()
        .add(
            Widgets.label(
                "PLATFORM NAMESPACES · not tenants: they serve the nodes, reviewed separately",
                "section-title"));
    platform.forEach(risk -> getChildren().add(row(risk)));
  }

  private HBox row(TenantRisk risk) {
    Label name = Widgets.label(risk.tenant(), "row-title");
    name.setMinWidth(NAME);
    int onHost = risk.workloads() - risk.inZone();
    Label what =
        Widgets.label(
            "%s, %,d on the host kernel"
                .formatted(Counts.say(risk.workloads(), "workload", "workloads"), onHost),
            "muted");
    SeverityCounts counts = new SeverityCounts();
    counts.show(model.countsOf(risk.tenant()));
    HBox row = new HBox(name, what, counts);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("platform-row");
    return row;
  }
}
