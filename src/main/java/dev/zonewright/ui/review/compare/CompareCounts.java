package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.Comparison;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.TenantChange;
import dev.zonewright.report.compare.WayChange;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** From how many to how many: findings, open rows, paths, and documents that were analysed. */
final class CompareCounts extends HBox {
  /** Why there are more rows here than in the overview, which has the same levels. */
  static final String ROWS =
      "All rows of the Residual risk panel. The overview has fewer: it leaves out what Edera"
          + " isolates, and has one row for the agent risks.";

  private boolean shown;
  private boolean low;

  CompareCounts() {
    setId("compare-counts");
    getStyleClass().add("counts-bar");
    setMinWidth(0);
  }

  void show(@Nullable Compared compared) {
    getChildren().clear();
    shown = compared != null;
    place();
    if (compared != null) {
      Side before = compared.before();
      Side after = compared.after();
      findings(before, after, compared.comparison());
      rows(compared);
      paths(compared);
      documents(before, after, compared.tenants());
    }
  }

  /** Leaves its height to the tables where there is little: they say the same in full. */
  void setLow(boolean isLow) {
    low = isLow;
    place();
  }

  private void place() {
    setVisible(shown && !low);
    setManaged(shown && !low);
  }

  private void findings(Side before, Side after, Comparison comparison) {
    int worse = comparison.added().size() + comparison.worse().size();
    box(
        "findings",
        "Findings",
        fromTo(before.open(), after.open()),
        "%,d added or worse · %,d fixed%s%s · %,d unchanged"
            .formatted(
                worse,
                comparison.fixed().size(),
                some(" · %,d with their object", comparison.removed().size()),
                some(" · %,d accepted", comparison.accepted().size()),
                comparison.unchanged()),
        worse > 0 ? "bad" : "plain");
  }

  private static String some(String words, int count) {
    return count == 0 ? "" : words.formatted(count);
  }

  private void rows(Compared compared) {
    Side before = compared.before();
    Side after = compared.after();
    if (!compared.holdsRisk()) {
      box("rows", "Risk rows open", "not compared", "missing in one version", "plain");
      return;
    }
    List<RiskChange> moved = compared.comparison().risk();
    long better = moved.stream().filter(c -> c.isBetter()).count();
    long worse = moved.stream().filter(c -> c.isKnown() && !c.isBetter()).count();
    box(
        "rows",
        "Risk rows open",
        fromTo(open(before), open(after)),
        "%,d worse · %,d better".formatted(worse, better),
        worse > 0 ? "bad" : "plain");
  }

  private static long open(Side side) {
    return side.levels().stream().filter(l -> l.level() == ResidualLevel.OPEN).count();
  }

  private void paths(Compared compared) {
    List<WayChange> ways = compared.ways().ways();
    long worse = ways.stream().filter(w -> w.trend().equals("worse")).count();
    long better = ways.stream().filter(w -> w.trend().equals("better")).count();
    boolean silent = ways.isEmpty() && !compared.ways().silence().isEmpty();
    box(
        "paths",
        "Groups of paths that changed",
        silent ? "not compared" : "%,d".formatted(ways.size()),
        silent
            ? compared.ways().isTooLarge() ? "too many workloads" : "missing in one version"
            : "%,d worse · %,d better".formatted(worse, better),
        worse > 0 ? "bad" : "plain");
  }

  private void documents(Side before, Side after, List<TenantChange> tenants) {
    int left = after.documents() - after.analysed();
    long come = tenants.stream().filter(TenantChange::isNew).count();
    String all = "of %s documents".formatted(fromTo(before.documents(), after.documents()));
    box(
        "documents",
        "Documents analysed",
        fromTo(before.analysed(), after.analysed()),
        tenants.isEmpty()
            ? all
            : "%s · %,d tenants new, %,d gone".formatted(all, come, tenants.size() - come),
        left > before.documents() - before.analysed() ? "warn" : "plain");
  }

  private static String fromTo(long from, long to) {
    return "%,d → %,d".formatted(from, to);
  }

  private void box(String id, String title, String number, String words, String tone) {
    Label top = Widgets.label(title, "count-words");
    Label count = Widgets.label(number, "count-number", tone);
    VBox box = new VBox(top, count, Widgets.label(words, "count-words"));
    box.setId("compare-count-" + id);
    box.getStyleClass().add("compare-count");
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.SOMETIMES);
    if (id.equals("rows")) {
      Tip.set(box, ROWS);
    }
    getChildren().add(box);
  }
}
