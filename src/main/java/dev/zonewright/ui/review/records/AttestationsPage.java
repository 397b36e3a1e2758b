package dev.zonewright.ui.review.records;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.review.Attestation;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Who vouches for what, since when, and how long it holds. */
public final class AttestationsPage extends BorderPane {
  private final TableView<Attestation> table = new TableView<>();
  private final Label counts = Widgets.label("", "muted");
  private ReviewFacts facts = ReviewFacts.NONE;

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   */
  public AttestationsPage(ObservableValue<ReviewFacts> facts, Consumer<Place> go) {
    setId("attestations");
    table.setId("attestations-table");
    table.setAccessibleText("Attestations of the review file");
    table.getStyleClass().add("findings-table");
    table.getColumns().add(new NodeColumn<>("State", 100, this::state));
    table.getColumns().add(new NodeColumn<>("Item", 220, a -> Widgets.tipped(title(a))));
    table
        .getColumns()
        .add(
            new NodeColumn<>(
                "Tenants",
                160,
                a ->
                    Widgets.tipped(
                        a.tenants().isEmpty() ? "all" : String.join(", ", a.tenants()))));
    table.getColumns().add(new NodeColumn<>("By", 140, a -> Widgets.tipped(a.by())));
    table.getColumns().add(new NodeColumn<>("Date", 110, a -> Widgets.tipped(a.date().toString())));
    table
        .getColumns()
        .add(new NodeColumn<>("Valid until", 110, a -> Widgets.tipped(a.until().toString())));
    table.getColumns().add(new NodeColumn<>("Note", 260, a -> Widgets.tipped(a.note())));
    table
        .getColumns()
        .add(new NodeColumn<>("Place", 90, a -> ExceptionsPage.link(this.facts, a.path(), go)));
    table.setColumnResizePolicy(
        new FittingColumns(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
    table.setPlaceholder(
        Widgets.label(
            "Nothing is attested. The review file records who vouches for what manifests"
                + " cannot show.",
            "empty-text"));
    HBox bar = new HBox(Widgets.label("Attestations", "pane-title"), counts);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    setTop(bar);
    setCenter(table);
    facts.subscribe(this::show);
  }

  private void show(ReviewFacts now) {
    facts = now;
    List<Attestation> all = now.review().map(r -> r.file().attestations()).orElse(List.of());
    table.getItems().setAll(all);
    long holding = all.stream().filter(a -> a.holdsOn(now.today())).count();
    counts.setText("%d valid, %d not valid".formatted(holding, all.size() - holding));
  }

  private Node state(Attestation attestation) {
    boolean holds = attestation.holdsOn(facts.today());
    Label label = Widgets.label(holds ? "holds" : "over", "muted");
    label.setGraphic(Widgets.icon(holds ? Feather.USER_CHECK : Feather.CLOCK));
    return label;
  }

  private static String title(Attestation attestation) {
    return ChecklistItem.named(attestation.item())
        .map(ChecklistItem::title)
        .orElse(attestation.item());
  }
}
