package dev.zonewright.ui.review.overview;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.report.closing.Change;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.SidedPane;
import dev.zonewright.ui.Slices;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first page of a review: levels by tenant, their evidence, and the checklist beside. */
public final class OverviewPage extends StackPane {
  private static final double TABLE = 0.64;
  private static final double CHECKLIST = 400;
  private static final SidedPane.Room ROOM = new SidedPane.Room(300, 660, 1180);

  private final OverviewModel model;
  private final HeatTable heat;
  private final TenantTable many;
  private final ClosingModel closing;
  private final EvidencePanel evidence;
  private final PlatformList platform;
  private final CountsBar counts;
  private final NoTenants none = new NoTenants();
  private final ScrollPane upper = new ScrollPane();
  private final HBox keys = new HBox();
  private final ChecklistPanel checklist;
  private final BorderPane table = new BorderPane();
  private final Node manyBar;
  private final Slices slices;
  // what is filled again is swapped at once, so that nothing flickers
  private boolean tabled;
  private boolean filled;

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   * @param reachability opens the page of that name for a tenant
   * @param preview shows what a change does before it is made
   * @param attest asks who attests an item of a tenant's checklist
   * @param fixes shows what can be done about an answer
   * @param frames runs a task with the next frame
   */
  public OverviewPage(
      OverviewModel model,
      ClosingModel closing,
      Consumer<Change> preview,
      Consumer<Evidence.Place> go,
      Consumer<ReviewPage> open,
      Consumer<String> reachability,
      BiConsumer<ChecklistItem, String> attest,
      FixesMenu fixes,
      Executor frames) {
    this.model = model;
    setId("overview");
    slices = new Slices(frames);
    heat = new HeatTable(model);
    many = new TenantTable(model, frames);
    this.closing = closing;
    evidence =
        new EvidencePanel(model, go, reachability, () -> closing.askedProperty().set(true), fixes);
    StackPane lower =
        new StackPane(
            evidence,
            new ClosingPanel(closing, go, preview, () -> closing.askedProperty().set(false)));
    evidence.visibleProperty().bind(closing.askedProperty().not());
    lower.getChildren().getLast().visibleProperty().bind(closing.askedProperty());
    checklist = new ChecklistPanel(model, go, attest, fixes);
    platform = new PlatformList(model);
    counts = new CountsBar(model, open);
    manyBar = manyBar();
    upper.setAccessibleText("Residual risk by tenant");
    upper.setFitToWidth(true);
    VBox.setVgrow(many, Priority.ALWAYS);
    SplitPane left = new SplitPane(table, lower);
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(TABLE);
    VBox main = new VBox(counts, left);
    main.setMinWidth(0);
    left.setMinWidth(0);
    VBox.setVgrow(left, Priority.ALWAYS);
    SidedPane both = new SidedPane(SidedPane.Edge.RIGHT, checklist, main, ROOM, CHECKLIST);
    both.rail(
        List.of("Hardening checklist"),
        title -> title,
        _ -> "overview-checklist",
        new SimpleStringProperty("Hardening checklist"));
    getChildren().setAll(both);
    // what nobody sees is filled when it is looked at
    model.onShowProperty().addListener((_, _, _) -> refresh());
    model.factsProperty().addListener((_, _, _) -> refresh());
    model.tenantProperty().addListener((_, _, _) -> looked());
    model.rowProperty().addListener((_, _, _) -> looked());
    model.filterProperty().addListener((_, _, _) -> refresh());
    model.sinceProperty().addListener((_, _, _) -> refresh());
    refresh();
  }

  /**
   * Shows what can be done about the thing that has the keys, else about the chosen cell, or the
   * change that closes most, whichever is in sight.
   */
  public void showFixes() {
    Node keys = getScene() == null ? null : getScene().getFocusOwner();
    if (keys instanceof Button button && button.getStyleClass().contains("line-button")) {
      button.fire();
    } else if (closing.askedProperty().get()) {
      if (lookup("#closing-preview-1") instanceof Button first) {
        first.fire();
      }
    } else {
      evidence.showFixes();
    }
  }

  /** Another cell is looked at: its evidence is what the person wants to see. */
  private void looked() {
    closing.askedProperty().set(false);
    refresh();
  }

  /** Fills the page: for the first time part by part, for all at once keeps the keys waiting. */
  private void refresh() {
    if (!model.onShowProperty().get()) {
      return;
    }
    List<Runnable> parts = new ArrayList<>(List.of(counts::fill, evidence::fill));
    String tenant = model.tenantProperty().get();
    ReviewFacts facts = model.factsProperty().get();
    parts.addAll(checklist.parts(tenant == null ? null : facts.checklist(tenant).orElse(null)));
    if (tabled) {
      // now, for it knows whether it was itself that chose something and needs no other rows
      fillTable();
    } else {
      parts.addFirst(this::fillTable);
    }
    if (filled) {
      parts.forEach(Runnable::run);
    } else {
      parts.add(() -> filled = true);
      slices.begin(parts);
    }
  }

  private void fillTable() {
    tabled = true;
    boolean asRows = model.tenants().size() > OverviewModel.MOST_COLUMNS;
    if (model.tenants().isEmpty()) {
      none.fill(model.factsProperty().get());
      if (!upper.equals(table.getCenter()) || none.getParent() == null) {
        table.setTop(null);
        upper.setContent(new VBox(none, platform));
        table.setCenter(upper);
      }
    } else if (asRows) {
      if (table.getTop() == null) {
        VBox rows = new VBox(many, platform);
        table.setTop(manyBar);
        table.setCenter(rows);
      }
      many.fill();
      fillKeys();
    } else {
      heat.fill();
      if (!upper.equals(table.getCenter()) || none.getParent() != null) {
        table.setTop(null);
        upper.setContent(new VBox(heat, platform));
        table.setCenter(upper);
      }
    }
    platform.fill();
  }

  private Node manyBar() {
    TextField filter = new TextField();
    filter.setId("tenant-filter");
    filter.setPromptText("Filter tenants");
    filter.setAccessibleText("Show only tenants whose name contains this text");
    filter.textProperty().addListener((_, _, now) -> many.filter(now));
    keys.setAlignment(Pos.CENTER_LEFT);
    HBox bar = new HBox(keys, Widgets.spacer(), filter);
    bar.getStyleClass().add("filter-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  /** What the marks of the table mean, with how many there are of each. */
  private void fillKeys() {
    keys.getChildren().clear();
    for (ResidualLevel level : ResidualLevel.values()) {
      int count = model.cells(level);
      if (count > 0) {
        Label key = Widgets.label("%s %,d".formatted(level.word(), count), "heat-key");
        key.setGraphic(LevelIcon.of(level));
        key.setMinWidth(USE_PREF_SIZE);
        keys.getChildren().add(key);
      }
    }
  }
}
