package dev.zonewright.ui.review.overview;

import dev.zonewright.control.Severity;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.Sentences;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.TextScale;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
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
  private static final int NARROW_TITLES = 112;
  private static final int MOST_WIDE = 3;
  private static final int MOST_COUNTS = 2;
  private static final int LONG_COUNTS = 5;

  private final OverviewModel model;
  // by row, then by column, as they are shown
  private final List<List<Button>> cells = new ArrayList<>();
  private List<RiskChange> moved = List.of();
  private boolean narrow;

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
    narrow = tenants > MOST_WIDE;
    pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), narrow);
    ColumnConstraints titles = new ColumnConstraints();
    titles
        .prefWidthProperty()
        .bind(
            sceneProperty()
                .flatMap(TextScale::of)
                .orElse(1.0)
                .map(scale -> scale * (narrow ? NARROW_TITLES : TITLES)));
    titles.minWidthProperty().bind(titles.prefWidthProperty());
    titles.maxWidthProperty().bind(titles.prefWidthProperty());
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
    Map<Severity, Integer> own = model.countsOf(tenant.tenant());
    counts.show(own, narrow && digits(own) > LONG_COUNTS ? 1 : MOST_COUNTS);
    Label name = Widgets.tipped(tenant.tenant(), "row-title");
    name.setGraphic(LevelIcon.of(tenant.level()));
    name.setMinWidth(0);
    HBox top = new HBox(name);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("heat-head-top");
    String rows = model.openOf(tenant) + " open";
    String zones = "%,d of %,d in a zone".formatted(tenant.inZone(), tenant.workloads());
    List<Label> feet = new ArrayList<>();
    if (!narrow) {
      feet.add(Widgets.label(zones + " · " + rows, "faint"));
    }
    feet.add(Widgets.label(rows, "faint"));
    VBox head = new VBox(top);
    if (narrow) {
      // beside the name they would leave it no room
      counts.setAlignment(Pos.CENTER_LEFT);
      head.getChildren().add(counts);
    } else {
      top.getChildren().add(counts);
    }
    Tip.set(counts, "Workloads: " + zones);
    FirstThatFits foot = new FirstThatFits(feet, HPos.LEFT);
    Tip.set(foot, "Workloads: " + zones + " · " + rows);
    foot.setMinWidth(0);
    head.getChildren().add(foot);
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
    Optional<RiskChange> change =
        moved.stream()
            .filter(c -> c.tenant().equals(tenant.tenant()) && c.row().equals(row.id()))
            .findFirst();
    String deciding = model.deciding(tenant.tenant(), risk);
    HeatWords words = new HeatWords(risk.level(), HeatRow.deciding(risk), deciding, change);
    words.getStyleClass().add("heat-words");
    button.widthProperty().addListener((_, _, now) -> words.fit(now.doubleValue() - sides(button)));
    button.setGraphic(words);
    button.getStyleClass().add(model.isLit(risk.level()) ? LevelIcon.tone(risk.level()) : "unlit");
    boolean chosen =
        tenant.tenant().equals(model.tenantProperty().get())
            && row.id().equals(model.rowProperty().get());
    if (chosen) {
      button.getStyleClass().add("chosen");
    }
    String said =
        "%s, %s: %s, %s%s"
            .formatted(
                tenant.tenant(),
                row.title(),
                word,
                deciding,
                change.map(c -> ", " + Trends.of(c).getText()).orElse(""));
    Widgets.named(button, id(tenant, row), said);
    Tip.set(button, said);
    button.setOnAction(_ -> {
      model.choose(tenant.tenant(), row.id());
      Optional.ofNullable(lookup("#" + id(tenant, row))).ifPresent(Node::requestFocus);
    });
    return button;
  }

  private static double sides(Button button) {
    return button.snappedLeftInset() + button.snappedRightInset();
  }

  private static int digits(Map<Severity, Integer> counts) {
    return counts.values().stream()
        .limit(MOST_COUNTS)
        .mapToInt(n -> Integer.toString(n).length())
        .sum();
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
