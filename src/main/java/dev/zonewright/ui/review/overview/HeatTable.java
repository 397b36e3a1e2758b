package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.Sentences;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Risks by tenants, for up to six of them: each cell says its level and what decided it. */
final class HeatTable extends GridPane {
  private static final int TITLES = 152;
  private static final int LEAST_NAME = 60;
  private static final int MOST_COUNTS = 2;

  private final OverviewModel model;
  // by row, then by column, as they are shown
  private final List<List<Button>> cells = new ArrayList<>();
  private List<RiskChange> moved = List.of();

  HeatTable(OverviewModel model) {
    this.model = model;
    setId("heat-table");
    getStyleClass().add("heat-table");
  }

  void fill() {
    getChildren().clear();
    cells.clear();
    moved = model.moved();
    List<TenantRisk> tenants = model.tenants();
    columns(tenants.size());
    int line = 0;
    for (int i = 0; i < tenants.size(); i++) {
      add(head(tenants.get(i)), i + 1, line);
    }
    String group = "";
    for (HeatRow row : model.rows()) {
      line++;
      if (!row.group().equals(group)) {
        group = row.group();
        add(
            Widgets.label(group.toUpperCase(Locale.ROOT), "section-title"),
            0,
            line,
            tenants.size() + 1,
            1);
        line++;
      }
      line(row, tenants, line);
    }
  }

  private void columns(int tenants) {
    ColumnConstraints titles = new ColumnConstraints(TITLES);
    getColumnConstraints().setAll(titles);
    for (int i = 0; i < tenants; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(Priority.ALWAYS);
      column.setPercentWidth(-1);
      column.setMinWidth(0);
      column.setPrefWidth(TITLES);
      column.setFillWidth(true);
      getColumnConstraints().add(column);
    }
  }

  private Node head(TenantRisk tenant) {
    SeverityCounts counts = new SeverityCounts();
    counts.show(model.countsOf(tenant.tenant()), MOST_COUNTS);
    Label name = Widgets.label(tenant.tenant(), "row-title");
    name.setGraphic(LevelIcon.of(tenant.level()));
    name.setMinWidth(LEAST_NAME);
    HBox top = new HBox(name, counts);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("heat-head-top");
    long open = tenant.rows().stream().filter(r -> r.level() == ResidualLevel.OPEN).count();
    Label foot =
        Widgets.label(
            "%d of %d in a zone · %d of %d rows open"
                .formatted(tenant.inZone(), tenant.workloads(), open, tenant.rows().size()),
            "faint");
    VBox head = new VBox(top, foot);
    head.setMinWidth(0);
    head.setId("heat-tenant-" + tenant.tenant());
    head.getStyleClass().add("heat-head");
    if (tenant.tenant().equals(model.tenantProperty().get())) {
      head.getStyleClass().add("chosen");
    }
    head.setOnMouseClicked(_ -> model.tenantProperty().set(tenant.tenant()));
    return head;
  }

  private void line(HeatRow row, List<TenantRisk> tenants, int line) {
    Label title = Widgets.label(row.title(), "heat-title");
    title.setWrapText(true);
    add(title, 0, line);
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < tenants.size(); i++) {
      Optional<RiskRow> cell = row.cell().apply(tenants.get(i));
      Button button = cell(row, tenants.get(i), cell);
      int column = i;
      int at = cells.size();
      button.addEventFilter(KeyEvent.KEY_PRESSED, event -> walk(event, at, column));
      buttons.add(button);
      add(button, i + 1, line);
    }
    cells.add(buttons);
  }

  private Button cell(HeatRow row, TenantRisk tenant, Optional<RiskRow> cell) {
    Button button = new Button();
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.getStyleClass().add("heat-cell");
    if (cell.isEmpty()) {
      button.setText("no agent declared");
      button.getStyleClass().add("none");
      Widgets.named(button, id(tenant, row), tenant.tenant() + ": no agent declared");
      button.setOnAction(_ -> model.choose(tenant.tenant(), row.id()));
      return button;
    }
    RiskRow risk = cell.get();
    String word = word(risk.level());
    Label level = Widgets.label(word, "heat-level");
    level.setMinWidth(USE_PREF_SIZE);
    HBox words =
        new HBox(LevelIcon.of(risk.level()), level, Widgets.label(HeatRow.deciding(risk), "muted"));
    moved.stream()
        .filter(c -> c.tenant().equals(tenant.tenant()) && c.row().equals(row.id()))
        .findFirst()
        .ifPresent(change -> words.getChildren().addAll(Widgets.spacer(), Trends.of(change)));
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("heat-words");
    button.setGraphic(words);
    button.getStyleClass().add(model.isLit(risk.level()) ? LevelIcon.tone(risk.level()) : "unlit");
    boolean chosen =
        tenant.tenant().equals(model.tenantProperty().get())
            && row.id().equals(model.rowProperty().get());
    if (chosen) {
      button.getStyleClass().add("chosen");
    }
    Widgets.named(
        button,
        id(tenant, row),
        "%s, %s: %s, %s".formatted(tenant.tenant(), row.title(), word, HeatRow.deciding(risk)));
    button.setOnAction(_ -> {
      model.choose(tenant.tenant(), row.id());
      Optional.ofNullable(lookup("#" + id(tenant, row))).ifPresent(Node::requestFocus);
    });
    return button;
  }

  static String id(TenantRisk tenant, HeatRow row) {
    return "heat-" + tenant.tenant() + "-" + row.id();
  }

  static String word(ResidualLevel level) {
    return Sentences.begin(level.word());
  }

  private void walk(KeyEvent event, int row, int column) {
    int down = 0;
    int right = 0;
    switch (event.getCode()) {
      case DOWN -> down = 1;
      case UP -> down = -1;
      case RIGHT -> right = 1;
      case LEFT -> right = -1;
      default -> {
        return;
      }
    }
    event.consume();
    int toRow = row + down;
    int toColumn = column + right;
    if (toRow >= 0 && toRow < cells.size() && toColumn >= 0 && toColumn < cells.get(toRow).size()) {
      cells.get(toRow).get(toColumn).requestFocus();
    }
  }
}
