package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.risk.PlaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Below the table: what the level of the chosen cell rests on. */
final class EvidencePanel extends VBox {
  private static final int SHOWN = 60;
  private static final int GAP = 8;

  private final OverviewModel model;
  private final Consumer<Evidence.Place> go;
  private final Consumer<String> reachability;
  private final Runnable closing;
  private final FixesMenu fixes;
  private final HBox head = new HBox();
  private final VBox body = new VBox();

  /**
   * Builds the panel.
   *
   * @param closing shows what closes most instead
   * @param fixes shows what can be done about a thing
   */
  EvidencePanel(
      OverviewModel model,
      Consumer<Evidence.Place> go,
      Consumer<String> reachability,
      Runnable closing,
      FixesMenu fixes) {
    this.closing = closing;
    this.fixes = fixes;
    this.model = model;
    this.go = go;
    this.reachability = reachability;
    setId("overview-evidence");
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().add("evidence-list");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setAccessibleText("Evidence for the selected risk");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
  }

  private Hyperlink most() {
    return Widgets.link("What closes most", "overview-closing-link", closing);
  }

  /** What is looked at and what became of it: where there is little room, in fewer words. */
  private FirstThatFits headline(TenantRisk tenant, RiskRow row) {
    String deciding = model.deciding(tenant.tenant(), row);
    String because = row.level().word() + (deciding.isEmpty() ? "" : ", " + deciding);
    Optional<RiskChange> change = model.movedOf(tenant.tenant(), row.id());
    List<Node> forms = new ArrayList<>();
    change.ifPresent(moved -> {
      String since = " since " + model.sinceProperty().get().name();
      String whole = "%s → %s%s".formatted(moved.from().word(), moved.to().word(), since);
      Label shorter = Widgets.label("was " + moved.from().word(), "muted");
      Tip.set(shorter, whole);
      forms.add(
          form(
              title(tenant, row),
              Widgets.label(because, "muted"),
              Trends.of(moved),
              Widgets.label(whole, "muted")));
      forms.add(
          form(title(tenant, row), Widgets.label(because, "muted"), Trends.of(moved), shorter));
      forms.add(form(title(tenant, row), Trends.of(moved)));
    });
    if (change.isEmpty()) {
      forms.add(form(title(tenant, row), Widgets.label(because, "muted")));
    }
    forms.add(title(tenant, row));
    FirstThatFits headline = new FirstThatFits(forms, HPos.LEFT);
    // a long name gives way, for what can be done must be read
    headline.setMinWidth(0);
    HBox.setHgrow(headline, Priority.ALWAYS);
    return headline;
  }

  private static Label title(TenantRisk tenant, RiskRow row) {
    Label title = Widgets.label(tenant.tenant() + " · " + row.title(), "pane-title");
    title.setGraphic(LevelIcon.of(row.level()));
    return title;
  }

  private static HBox form(Label... words) {
    HBox form = new HBox(GAP, words);
    form.setAlignment(Pos.CENTER_LEFT);
    return form;
  }

  /** Shows what can be done about the first thing for which something can. */
  void showFixes() {
    if (body.lookup(".line-button") instanceof Button first) {
      first.fire();
    }
  }

  void fill() {
    body.getChildren().clear();
    Optional<TenantRisk> tenant = model.chosenTenant();
    Optional<RiskRow> cell = model.chosenCell();
    if (tenant.isEmpty() || cell.isEmpty()) {
      head.getChildren().setAll(Widgets.label("Evidence", "pane-title"), Widgets.spacer(), most());
      body.getChildren()
          .add(
              Widgets.label(
                  !model.factsProperty().get().isKnown()
                      ? ReviewFacts.ANALYSING
                      : model.tenants().isEmpty()
                          ? "No tenant yet: there is no level to show evidence for"
                          : "Select a cell to see the evidence for its level",
                  "empty-text"));
      return;
    }
    RiskRow row = cell.get();
    Label rule = Widgets.label(tenant.get().rule(), "muted");
    rule.setId("overview-rule");
    rule.setWrapText(true);
    rule.setVisible(false);
    rule.managedProperty().bind(rule.visibleProperty());
    Hyperlink why =
        Widgets.link("Why this level", "overview-why", () -> rule.setVisible(!rule.isVisible()));
    head.getChildren().setAll(headline(tenant.get(), row), why);
    if (row.id().contains("network") || row.id().contains("kubelet")) {
      head.getChildren()
          .add(
              Widgets.link(
                  "Reachability",
                  "overview-reachability",
                  () -> reachability.accept(tenant.get().tenant())));
    }
    head.getChildren().add(most());
    head.getChildren().stream()
        .filter(Hyperlink.class::isInstance)
        .forEach(link -> ((Hyperlink) link).setMinWidth(USE_PREF_SIZE));
    body.getChildren().add(rule);
    if (row.evidence().isEmpty()) {
      body.getChildren().add(Widgets.label(row.why(), "evidence-text"));
    }
    Function<Evidence.Place, String> names = PlaceNames.among(row.evidence());
    int number = 0;
    for (Evidence evidence : row.evidence().stream().limit(SHOWN).toList()) {
      number++;
      body.getChildren()
          .add(
              new EvidenceRow(
                  evidence,
                  names,
                  go,
                  action(tenant.get().tenant(), evidence, "overview-fix-" + number)));
    }
    if (row.evidence().size() > SHOWN) {
      body.getChildren()
          .add(
              Widgets.label(
                  "%,d more: the residual risk in Manifests lists them all"
                      .formatted(row.evidence().size() - SHOWN),
                  "muted"));
    }
  }

  /** What can be done about it; where all that could be is accepted, that. */
  private Optional<? extends Node> action(String ofTenant, Evidence evidence, String id) {
    Optional<OfferButton> offer =
        OfferButton.of(model.offers(evidence), id, evidence.text(), fixes);
    if (offer.isPresent() || model.accepted(ofTenant, List.of(evidence)) == 0) {
      return offer;
    }
    Label accepted = Widgets.label("accepted", "muted");
    accepted.setMinWidth(USE_PREF_SIZE);
    return Optional.of(accepted);
  }
}
