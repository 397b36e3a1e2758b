package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.status.ReasonsPopOver;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The counts on top of the overview. Each opens, or keeps lit, what it counts. */
final class CountsBar extends HBox {
  private static final String ROWS =
      "These are the rows of this table. Compare counts all rows of the Residual risk panel: also"
          + " what Edera isolates, and each agent risk.";

  private final OverviewModel model;
  private final Consumer<ReviewPage> open;

  CountsBar(OverviewModel model, Consumer<ReviewPage> open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("counts-bar");
    setMinWidth(0);
  }

  void fill() {
    ReviewFacts facts = model.factsProperty().get();
    int tenants = model.tenants().size();
    long openTenants =
        model.tenants().stream().filter(t -> t.level() == ResidualLevel.OPEN).count();
    int undetermined = model.cells(ResidualLevel.UNDETERMINED);
    // as the page that compares counts them, to which this leads
    List<RiskChange> moved = model.changes();
    long better = moved.stream().filter(RiskChange::isBetter).count();
    long worse = moved.stream().filter(c -> c.isKnown() && !c.isBetter()).count();
    List<ExceptionRow> exceptions = facts.exceptionRows();
    long soon = count(exceptions, ExceptionRow.State.SOON);
    long expired = count(exceptions, ExceptionRow.State.EXPIRED);
    Coverage coverage = facts.analysis().coverage();
    int left = coverage.holes();
    getChildren()
        .setAll(
            count(
                "open",
                "%,d of %,d".formatted(openTenants, tenants),
                tenants == 1 ? "tenant open" : "tenants open",
                tone(openTenants),
                () -> model.toggle(ResidualLevel.OPEN)),
            count(
                "moved",
                "%,d worse, %,d better".formatted(worse, better),
                since(facts.isKnown()),
                worse > 0 ? "bad" : "plain",
                () -> open.accept(ReviewPage.COMPARE)),
            count(
                "undetermined",
                "%,d of %,d".formatted(undetermined, model.cells()),
                "rows undetermined",
                "plain",
                () -> model.toggle(ResidualLevel.UNDETERMINED)),
            count(
                "exceptions",
                expired > 0 ? "%d + %d expired".formatted(soon, expired) : Long.toString(soon),
                "exceptions end in %d days".formatted(ExceptionRow.SOON),
                soon + expired > 0 ? "warn" : "plain",
                () -> open.accept(ReviewPage.EXCEPTIONS)),
            count(
                "not-analysed",
                "%,d of %,d".formatted(left, coverage.documents()),
                "documents not analysed",
                coverage.hasHoles() ? "warn" : "plain",
                () -> ReasonsPopOver.below(coverage).show(lookup("#count-not-analysed"))));
  }

  private String since(boolean known) {
    String name = model.sinceProperty().get().name();
    if (!known) {
      return "worse or better";
    }
    return name.isEmpty() ? "nothing to compare with" : "rows, since " + name;
  }

  /** Nobody is told that all is well where nothing was there to be judged. */
  private String tone(long openTenants) {
    boolean judged =
        !model.tenants().isEmpty()
            && model.tenants().stream().noneMatch(t -> t.level() == ResidualLevel.NOT_ASSESSED);
    return openTenants > 0 ? "bad" : judged ? "good" : "plain";
  }

  private static long count(List<ExceptionRow> rows, ExceptionRow.State state) {
    return rows.stream().filter(r -> r.state() == state).count();
  }

  private Button count(String id, String counted, String what, String tone, Runnable action) {
    // 0 of 0 would say that there is nothing
    String number = model.factsProperty().get().isKnown() ? counted : "–";
    Label top = Widgets.label(number, "count-number", tone);
    // a number is never cut; what it counts is in the tooltip then
    top.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(top, Widgets.label(what, "count-words"));
    Button button = Widgets.named(new Button(null, words), "count-" + id, number + " " + what);
    if (id.equals("undetermined")) {
      Tip.set(button, number + " " + what + ". " + ROWS);
    }
    button.getStyleClass().addAll("count-box", "flat");
    button.setMinWidth(0);
    boolean chosen =
        model.filterProperty().get() != null
            && id.equals(
                model.filterProperty().get() == ResidualLevel.OPEN ? "open" : "undetermined");
    if (chosen) {
      button.getStyleClass().add("chosen");
    }
    button.setOnAction(_ -> {
      action.run();
      // the counts are built anew when one of them becomes a filter
      lookup("#count-" + id).requestFocus();
    });
    return button;
  }
}
