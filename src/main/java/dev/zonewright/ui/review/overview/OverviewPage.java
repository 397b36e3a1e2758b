package dev.zonewright.ui.review.overview;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The first page of a review: levels by tenant, their evidence, and the checklist beside. */
public final class OverviewPage extends SplitPane {
  private static final double TABLE = 0.64;
  private static final double LEFT = 0.66;

  private final OverviewModel model;
  private final HeatTable heat;
  private final TenantTable many;
  private final EvidencePanel evidence;
  private final PlatformList platform = new PlatformList();
  private final ChecklistPanel checklist;
  private final BorderPane table = new BorderPane();
  private final Node manyBar;
  private boolean stale = true;

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   * @param reachability opens the page of that name for a tenant
   * @param attest asks who vouches for an item of a tenant's checklist
   */
  public OverviewPage(
      OverviewModel model,
      Consumer<Evidence.Place> go,
      Consumer<ReviewPage> open,
      Consumer<String> reachability,
      BiConsumer<ChecklistItem, String> attest) {
    this.model = model;
    setId("overview");
    heat = new HeatTable(model);
    many = new TenantTable(model);
    evidence = new EvidencePanel(model, go, reachability);
    checklist = new ChecklistPanel(go, attest);
    manyBar = manyBar();
    ScrollPane upper = new ScrollPane(new VBox(heat, platform));
    upper.setAccessibleText("Residual risk by tenant");
    upper.setFitToWidth(true);
    table.setCenter(upper);
    SplitPane left = new SplitPane(table, evidence);
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(TABLE);
    VBox main = new VBox(new CountsBar(model, open), left);
    VBox.setVgrow(left, Priority.ALWAYS);
    getItems().setAll(main, checklist);
    setDividerPositions(LEFT);
    model
        .factsProperty()
        .subscribe(facts -> {
          boolean asRows = model.tenants().size() > OverviewModel.MOST_COLUMNS;
          table.setTop(asRows ? manyBar : null);
          table.setCenter(asRows ? new VBox(many, platform) : upper);
          if (!asRows) {
            upper.setContent(new VBox(heat, platform));
          }
          VBox.setVgrow(many, Priority.ALWAYS);
          platform.fill(facts);
          refresh();
        });
    model.tenantProperty().addListener((_, _, _) -> refresh());
    model.rowProperty().addListener((_, _, _) -> refresh());
    model.filterProperty().addListener((_, _, _) -> refresh());
    model.sinceProperty().addListener((_, _, _) -> refresh());
    visibleProperty()
        .addListener((_, _, now) -> {
          if (now && stale) {
            refresh();
          }
        });
  }

  // what nobody sees is filled when it is looked at
  private void refresh() {
    stale = !isVisible();
    if (stale) {
      return;
    }
    ReviewFacts facts = model.factsProperty().get();
    if (facts.tenants().size() > OverviewModel.MOST_COLUMNS) {
      many.fill();
    } else {
      heat.fill();
    }
    evidence.fill();
    String tenant = model.tenantProperty().get();
    checklist.show(tenant == null ? null : facts.checklist(tenant).orElse(null));
  }

  private Node manyBar() {
    TextField filter = new TextField();
    filter.setId("tenant-filter");
    filter.setPromptText("Filter tenants");
    filter.setAccessibleText("Show only tenants whose name has this");
    filter.textProperty().addListener((_, _, now) -> many.filter(now));
    HBox bar = new HBox();
    bar.getStyleClass().add("filter-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    model
        .factsProperty()
        .subscribe(_ -> {
          bar.getChildren().clear();
          for (ResidualLevel level : ResidualLevel.values()) {
            int count = model.cells(level);
            if (count > 0) {
              Label key = Widgets.label(level.word() + " " + count, "heat-key");
              key.setGraphic(LevelIcon.of(level));
              key.setMinWidth(USE_PREF_SIZE);
              bar.getChildren().add(key);
            }
          }
          bar.getChildren().addAll(Widgets.spacer(), filter);
        });
    return bar;
  }
}
