package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of the residual risk that are at another level, below their tenants. */
final class RiskTable extends TableView<RiskLine> {
  private static final double LEVEL = 104;
  private static final double TREND = 72;
  private static final double SIGN = 52;
  private static final double WITH_REASONS = 530;
  private static final double WITH_WORDS = 430;

  private final Consumer<Place> go;
  private final Label nothing = Widgets.label("", "empty-text");
  private final Label counts = Widgets.label("", "muted");
  private final Hyperlink more = Widgets.link("", "compare-as-before", this::turn);
  private @Nullable Compared compared;
  private boolean all;
  private boolean signsOnly;

  RiskTable(Consumer<Place> go) {
    this.go = go;
    setId("compare-rows");
    setAccessibleText("Residual risk that changed");
    getStyleClass().add("findings-table");
    getColumns().add(new NodeColumn<>("Risk", 150, RiskTable::risk));
    NodeColumn<RiskLine> from = wide(new NodeColumn<>("From", LEVEL, this::from), LEVEL);
    NodeColumn<RiskLine> to = wide(new NodeColumn<>("To", LEVEL, this::to), LEVEL);
    NodeColumn<RiskLine> why = new NodeColumn<>("Because of", 150, RiskTable::why);
    getColumns().add(from);
    getColumns().add(to);
    getColumns().add(wide(new NodeColumn<>("Trend", TREND, RiskTable::trend), TREND));
    getColumns().add(why);
    getColumns().add(new NodeColumn<>("Place", 110, this::place));
    widthProperty().subscribe(() -> fit(from, to, why));
    nothing.setWrapText(true);
    setPlaceholder(nothing);
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
    more.setMinWidth(USE_PREF_SIZE);
    counts.setMinWidth(0);
  }

  private static NodeColumn<RiskLine> wide(NodeColumn<RiskLine> column, double least) {
    column.setMinWidth(least);
    return column;
  }

  /** Where there is little room the reasons go first, then the words of the levels. */
  private void fit(NodeColumn<RiskLine> from, NodeColumn<RiskLine> to, NodeColumn<RiskLine> why) {
    why.setVisible(getWidth() >= WITH_REASONS);
    boolean little = getWidth() < WITH_WORDS;
    if (little != signsOnly) {
      signsOnly = little;
      double width = little ? SIGN : LEVEL;
      List.of(from, to)
          .forEach(column -> {
            column.setMinWidth(width);
            column.setPrefWidth(width);
          });
      refresh();
    }
  }

  /** How many rows moved. */
  Node counts() {
    return counts;
  }

  /** Shows those that did not move, or hides them. */
  Node more() {
    return more;
  }

  /**
   * Shows what moved.
   *
   * @param now null while nothing is compared
   * @param waiting what is said then
   */
  void show(@Nullable Compared now, String waiting) {
    compared = now;
    if (now == null) {
      nothing.setText(waiting);
    } else {
      nothing.setText(
          now.holdsRisk()
              ? "No residual risk row changed"
              : "Residual risk is not compared: one version does not have it");
    }
    fill();
  }

  private void turn() {
    all = !all;
    fill();
  }

  private void fill() {
    Compared now = compared;
    boolean held = now != null && now.holdsRisk();
    int rows = now == null ? 0 : now.after().levels().size();
    int moved = now == null ? 0 : now.moves().size();
    String changed = "%,d of %,d rows changed".formatted(moved, rows);
    counts.setText(held ? changed : "");
    // the words themselves too: where there is little room, they are cut
    Tip.set(counts, held ? changed + ". " + CompareCounts.ROWS : "");
    more.setVisible(held && rows > moved);
    String words = (all ? "Hide %,d unchanged" : "Show %,d unchanged").formatted(rows - moved);
    more.setText(words);
    more.setAccessibleText(words);
    if (now == null) {
      getItems().clear();
    } else {
      getItems().setAll(RiskLine.of(now, all));
    }
  }

  private static Node risk(RiskLine line) {
    return switch (line) {
      case RiskLine.Tenant tenant -> Widgets.tipped(tenant.tenant(), "pane-title");
      case RiskLine.Moved moved -> Widgets.tipped(moved.move().change().title(), "compare-row");
      case RiskLine.Same same -> Widgets.tipped(same.title(), "compare-row", "muted");
    };
  }

  private @Nullable Node from(RiskLine line) {
    return switch (line) {
      case RiskLine.Tenant _ -> null;
      case RiskLine.Moved moved -> pill(moved.move().change().from());
      case RiskLine.Same same -> pill(same.level());
    };
  }

  private @Nullable Node to(RiskLine line) {
    return line instanceof RiskLine.Moved moved ? pill(moved.move().change().to()) : null;
  }

  private static @Nullable Node trend(RiskLine line) {
    return switch (line) {
      case RiskLine.Tenant _ -> null;
      case RiskLine.Moved moved -> Trends.of(moved.move().change());
      case RiskLine.Same _ -> Widgets.label("unchanged", "muted");
    };
  }

  private static @Nullable Node why(RiskLine line) {
    return switch (line) {
      case RiskLine.Tenant tenant -> Widgets.tipped(tenant.words(), "muted");
      case RiskLine.Moved moved -> Widgets.tipped(moved.move().why(), "muted");
      case RiskLine.Same _ -> null;
    };
  }

  private @Nullable Node place(RiskLine line) {
    return line instanceof RiskLine.Moved moved
        ? moved
            .move()
            .place()
            .map(p -> new PlaceLink(p, "compare-risk-" + p.line(), go))
            .orElse(null)
        : null;
  }

  private Node pill(ResidualLevel level) {
    Label label = Widgets.label(level.word(), "level-pill", LevelIcon.tone(level));
    label.setGraphic(LevelIcon.of(level));
    label.setMinWidth(USE_PREF_SIZE);
    if (signsOnly) {
      label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      Tip.set(label, level.word());
    }
    return label;
  }
}
