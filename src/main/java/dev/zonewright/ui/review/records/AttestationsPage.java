package dev.zonewright.ui.review.records;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Severity;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.AttestationRow.State;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * Who attests what, since when, and how long it holds: what is over first, then what holds by its
 * day, then what attests nothing.
 */
public final class AttestationsPage extends RecordsPage<AttestationRow> {
  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   * @param removing takes an entry out of the review file
   */
  public AttestationsPage(
      ObservableValue<ReviewFacts> facts, Consumer<Place> go, Removing removing) {
    super(
        "attestations",
        "Attestations",
        "Nothing is attested. Use “Attest…” in the checklist to record what manifests"
            + " cannot show.",
        new Parts<>(
            AttestationRow::path,
            AttestationRow::why,
            AttestationRow::state,
            List.of(State.values())),
        go,
        removing::remove);
    column("State", 112, this::state);
    column("Item", 220, a -> Widgets.tipped(title(a)));
    column("Tenants", 160, a -> Widgets.tipped(tenants(a)));
    column("By", 140, a -> Widgets.tipped(a.by()));
    column("Date", 110, a -> Widgets.tipped(a.date()));
    column("Valid until", 110, a -> Widgets.tipped(a.until()));
    column("Note", 260, a -> Widgets.tipped(a.note()));
    column("Place", 90, this::place);
    facts.subscribe(this::showSorted);
  }

  private void showSorted(ReviewFacts now) {
    List<AttestationRow> rows = new ArrayList<>(now.attestationRows());
    rows.sort(
        Comparator.comparingInt(AttestationsPage::rank)
            .thenComparing(AttestationRow::until)
            .thenComparing(r -> r.path().toString(), NaturalOrder.NAMES));
    show(now, rows);
  }

  private static int rank(AttestationRow row) {
    return switch (row.state()) {
      case EXPIRED -> 0;
      case SOON, PARTLY, VALID -> 1;
      case UNUSED -> 2;
      case INVALID -> 3;
    };
  }

  private Node state(AttestationRow row) {
    return state(
        row,
        switch (row.state()) {
          case VALID, PARTLY -> Widgets.icon(Feather.USER_CHECK);
          case SOON -> Widgets.icon(Feather.CLOCK);
          case UNUSED -> Widgets.icon(Feather.MINUS);
          case INVALID -> Widgets.icon(Feather.X);
          case EXPIRED -> SeverityIcon.of(Severity.MEDIUM);
        });
  }

  private static String tenants(AttestationRow row) {
    return row.tenants().isEmpty() ? "all" : String.join(", ", row.tenants());
  }

  private static String title(AttestationRow row) {
    return ChecklistItem.named(row.item()).map(ChecklistItem::title).orElse(row.item());
  }
}
