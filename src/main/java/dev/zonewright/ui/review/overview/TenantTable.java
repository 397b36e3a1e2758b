package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Curtain;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Tenants by risks, for many of them: a cell is a shield, its words are in the tooltip. */
final class TenantTable extends TableView<TenantRisk> {
  private static final int LEAST_NAME = 72;
  private static final int MOST_NAME = 420;
  private static final int LEVEL = 102;
  private static final int SHIELD = 44;
  private static final double SHIELD_GAP = 3;
  private static final int OPEN = 58;
  private static final int HEAD_PADDING = 2;

  // the cells of two rows are made in a frame
  private static final double STEP = 54;

  private final OverviewModel model;
  private final Executor frames;
  private final Curtain curtain;
  private FilteredList<TenantRisk> shown = new FilteredList<>(FXCollections.observableArrayList());
  private List<String> columnIds = List.of();
  private String query = "";
  private boolean filling;
  // a cell of this table was chosen, which changes nothing in it
  private boolean choosing;
  // by tenant and row
  private final Map<String, RiskChange> moved = new HashMap<>();

  /**
   * An empty table.
   *
   * @param frames runs a task with the next frame
   */
  TenantTable(OverviewModel model, Executor frames) {
    this.model = model;
    this.frames = frames;
    curtain = new Curtain(this, STEP, frames);
    setMaxHeight(STEP);
    setId("tenant-table");
    setAccessibleText("Residual risk of each tenant, by risk");
    getStyleClass().addAll("findings-table", "tenant-table");
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS));
    getSelectionModel().setCellSelectionEnabled(true);
    getSelectionModel().getSelectedCells().addListener((InvalidationListener) _ -> chosen());
  }

  private void chosen() {
    if (filling || getSelectionModel().getSelectedCells().isEmpty()) {
      return;
    }
    TablePosition<?, ?> at = getSelectionModel().getSelectedCells().getFirst();
    TenantRisk tenant = getItems().get(at.getRow());
    List<HeatRow> rows = model.rows();
    int column = at.getColumn() - 2;
    choosing = true;
    if (column >= 0 && column < rows.size()) {
      model.choose(tenant.tenant(), rows.get(column).id());
    } else {
      model.tenantProperty().set(tenant.tenant());
    }
    choosing = false;
  }

  /** Shows only tenants whose name has this. */
  void filter(String text) {
    query = text.toLowerCase(Locale.ROOT);
    shown.setPredicate(t -> t.tenant().toLowerCase(Locale.ROOT).contains(query));
  }

  void fill() {
    if (choosing) {
      // a table cannot be given other rows while it tells which one was chosen
      return;
    }
    filling = true;
    moved.clear();
    model.moved().forEach(c -> moved.put(c.tenant() + "\n" + c.row(), c));
    List<HeatRow> rows = model.rows();
    List<String> ids = rows.stream().map(HeatRow::id).toList();
    if (!ids.equals(columnIds)) {
      columnIds = ids;
      getColumns().clear();
      NodeColumn<TenantRisk> name =
          column("Tenant", LEAST_NAME, t -> Widgets.label(t.tenant(), "row-title"));
      // the names have what the marks leave, and are whole in their tooltips
      name.setMinWidth(LEAST_NAME);
      name.setMaxWidth(MOST_NAME);
      name.setPrefWidth(MOST_NAME);
      getColumns().add(name);
      getColumns().add(column("Level", LEVEL, TenantTable::level));
      rows.forEach(row -> getColumns().add(column(row.shortTitle(), SHIELD, t -> shield(row, t))));
      getColumns().add(column("Open", OPEN, t -> Widgets.label(model.openOf(t), "muted")));
    }
    shown = new FilteredList<>(FXCollections.observableArrayList(model.tenants()));
    filter(query);
    setItems(shown);
    String chosen = model.tenantProperty().get();
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).tenant().equals(chosen)) {
        int column = Math.max(0, columnIds.indexOf(String.valueOf(model.rowProperty().get())) + 2);
        getSelectionModel().clearAndSelect(i, getColumns().get(column));
        getFocusModel().focus(i, getColumns().get(column));
        reveal(i);
      }
    }
    filling = false;
    // only a frame later it is known how much room there is
    frames.execute(() -> curtain.open(() -> {}));
  }

  /** Scrolls to a tenant that was chosen elsewhere; one that is in sight stays where it is. */
  private void reveal(int row) {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
      IndexedCell<?> first = rows.getFirstVisibleCell();
      IndexedCell<?> last = rows.getLastVisibleCell();
      if (first != null && last != null && first.getIndex() <= row && row <= last.getIndex()) {
        return;
      }
    }
    scrollTo(row);
  }

  private static Node level(TenantRisk tenant) {
    Label level = Widgets.chip(HeatTable.word(tenant.level()), LevelIcon.tone(tenant.level()));
    level.setGraphic(LevelIcon.of(tenant.level()));
    return level;
  }

  private Node shield(HeatRow row, TenantRisk tenant) {
    Optional<RiskRow> cell = row.cell().apply(tenant);
    if (cell.isEmpty()) {
      return Widgets.label("–", "faint");
    }
    Optional<Label> trend =
        Optional.ofNullable(moved.get(tenant.tenant() + "\n" + row.id())).map(Trends::of);
    Node mark = LevelIcon.of(cell.get().level());
    StackPane box = new StackPane(trend.map(t -> beside(mark, t)).orElse(mark));
    box.getStyleClass().add("shield-box");
    box.getStyleClass()
        .add(model.isLit(cell.get().level()) ? LevelIcon.tone(cell.get().level()) : "unlit");
    String words =
        "%s, %s: %s, %s%s"
            .formatted(
                tenant.tenant(),
                row.title(),
                cell.get().level().word(),
                model.deciding(tenant.tenant(), cell.get()),
                trend.map(t -> ", " + t.getText()).orElse(""));
    Tip.set(box, words);
    box.setAccessibleText(Widgets.shown(words));
    return box;
  }

  /** A mark with the arrow of its trend; what is not comparable has none. */
  private static Node beside(Node mark, Label trend) {
    if (trend.getGraphic() == null) {
      return mark;
    }
    trend.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    HBox marks = new HBox(SHIELD_GAP, mark, trend);
    marks.setAlignment(Pos.CENTER);
    return marks;
  }

  private static NodeColumn<TenantRisk> column(
      String title, double width, Function<TenantRisk, Node> node) {
    NodeColumn<TenantRisk> column = new NodeColumn<>("", width, node);
    Label head = Widgets.label(title, "tenant-column");
    head.setWrapText(true);
    head.setMaxWidth(width - HEAD_PADDING);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setGraphic(head);
    column.setId("tenant-column-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    return column;
  }
}
