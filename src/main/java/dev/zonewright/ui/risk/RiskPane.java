package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.Widgets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The upper right: what risk is left for one tenant, why, and where that stands. */
public final class RiskPane extends VBox {
  private static final int FIRST_EVIDENCE = 6;
  private static final int FIRST_ITEMS = 3;
  private static final int MORE_EVIDENCE = 40;

  private final RiskModel model;
  private final Consumer<Jump> jump;
  private final VBox body = new VBox();
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.RISK);
  // by the id of the row, where more than the first lines were asked for
  private final Map<String, Integer> shownOf = new HashMap<>();

  public RiskPane(RiskModel model, Consumer<Jump> jump) {
    this.model = model;
    this.jump = jump;
    getStyleClass().add("risk-pane");
    setId("risk-pane");
    body.getStyleClass().add("risk-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("risk-scroll");
    scroll.setAccessibleText("Residual risk of the tenant");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    ChecklistBody checklist = new ChecklistBody(this::go, FIRST_ITEMS);
    view.subscribe(now -> {
      boolean risks = now == View.RISK;
      scroll.setContent(risks ? body : checklist);
      scroll.setAccessibleText(now.title + " of the tenant");
      scroll.setVvalue(0);
    });
    getChildren().setAll(head(), scroll);
    model.checklistProperty().subscribe(checklist::show);
    model.currentProperty().addListener((_, _, now) -> show(now));
    show(model.currentProperty().get());
  }

  private Node head() {
    ChoiceBox<String> tenants = new ChoiceBox<>(model.tenants());
    tenants.setId("risk-tenant");
    // the tabs keep their words; a long name of a tenant gives way
    tenants.setMinWidth(0);
    tenants.setAccessibleText("Tenant whose residual risk is shown");
    tenants.setConverter(new Named());
    tenants.valueProperty().bindBidirectional(model.tenantProperty());
    tenants.visibleProperty().bind(model.currentProperty().isNotNull());
    HBox head = new HBox(segments(), Widgets.spacer(), tenants);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    return head;
  }

  /** What the panel shows of the tenant. */
  private enum View {
    RISK("Residual risk"),
    CHECKLIST("Checklist");

    private final String title;

    View(String title) {
      this.title = title;
    }
  }

  private Node segments() {
    return new Segments(
        List.of(View.values()),
        one -> one.title,
        one -> "risk-view-" + one.name().toLowerCase(Locale.ROOT),
        view);
  }

  /** Says what kind of name it is. */
  private static final class Named extends StringConverter<String> {
    private static final String KIND = "Tenant: ";

    @Override
    public String toString(@Nullable String tenant) {
      return tenant == null ? "" : KIND + tenant;
    }

    @Override
    public String fromString(String shown) {
      return shown.substring(KIND.length());
    }
  }

  private void show(@Nullable TenantRisk risk) {
    body.getChildren().clear();
    if (risk == null) {
      body.getChildren()
          .add(
              Widgets.label(
                  "No tenant yet: residual risk is read for each namespace that runs a workload",
                  "empty-text"));
      return;
    }
    body.getChildren().add(verdict(risk));
    section("What tenants still share", risk.sharedResources());
    section("What Edera isolates", risk.edera());
    section("What the operator must isolate", risk.operator());
    section("AI agent", risk.agents());
  }

  private static Node verdict(TenantRisk risk) {
    String word = sentence(risk.level().word()) + ". ";
    Text level = new Text(word);
    level.getStyleClass().addAll("verdict-level", LevelIcon.tone(risk.level()));
    boolean saysLevel = risk.verdict().startsWith(word);
    Text reason = new Text(saysLevel ? risk.verdict().substring(word.length()) : risk.verdict());
    reason.getStyleClass().add("verdict-text");
    TextFlow words = new TextFlow(level, reason);
    words.setId("risk-verdict");
    words.setAccessibleText(level.getText() + reason.getText());
    Label why = Widgets.label(risk.rule(), "muted");
    why.setId("risk-rule");
    why.setWrapText(true);
    why.setVisible(false);
    why.managedProperty().bind(why.visibleProperty());
    Hyperlink rule =
        Widgets.link("Why this level", "risk-why", () -> why.setVisible(!why.isVisible()));
    Label zones =
        Widgets.label(
            "%d of %d workloads in a zone".formatted(risk.inZone(), risk.workloads()), "muted");
    HBox foot = new HBox(zones, Widgets.spacer(), rule);
    VBox box = new VBox(words, foot, why);
    rule.setVisible(!risk.rule().isEmpty());
    box.getStyleClass().addAll("verdict", LevelIcon.tone(risk.level()));
    return box;
  }

  private void section(String title, List<RiskRow> rows) {
    if (!rows.isEmpty()) {
      body.getChildren().add(Widgets.label(title.toUpperCase(Locale.ROOT), "section-title"));
      rows.forEach(row -> body.getChildren().add(row(row)));
    }
  }

  private Node row(RiskRow row) {
    Label title = Widgets.label(row.title(), "row-title");
    title.setTooltip(new Tooltip(row.why()));
    HBox head = new HBox(title, Widgets.spacer());
    model
        .movedFrom(row)
        .ifPresent(was -> head.getChildren().add(Widgets.label(was.word() + " →", "faint")));
    head.getChildren().add(Widgets.chip(sentence(row.level().word()), LevelIcon.tone(row.level())));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head);
    box.setId("risk-row-" + row.id());
    box.getStyleClass().add("risk-row");
    if (row.evidence().isEmpty() && !row.why().isEmpty()) {
      Label why = Widgets.label(row.why(), "evidence-text");
      why.setWrapText(true);
      box.getChildren().add(why);
    }
    addEvidence(row, box);
    return box;
  }

  /** A tenant of many workloads has much evidence; each node costs time with every frame. */
  private void addEvidence(RiskRow row, VBox box) {
    int all = row.evidence().size();
    int shown = Math.min(all, shownOf.getOrDefault(row.id(), FIRST_EVIDENCE));
    row.evidence().subList(0, shown).forEach(e -> box.getChildren().add(evidence(e)));
    if (shown < all) {
      Hyperlink more =
          Widgets.link("%,d more…".formatted(all - shown), "risk-more-" + row.id(), () -> {});
      more.setOnAction(_ -> {
        shownOf.put(row.id(), shown + MORE_EVIDENCE);
        box.getChildren()
            .subList(box.getChildren().size() - shown - 1, box.getChildren().size())
            .clear();
        addEvidence(row, box);
      });
      more.setAccessibleText("Show more evidence of " + row.title());
      box.getChildren().add(more);
    }
  }

  private Node evidence(Evidence evidence) {
    return new EvidenceLine(evidence, this::go);
  }

  private void go(Evidence.Place place) {
    jump.accept(new Jump(place.file(), place.range()));
  }

  private static String sentence(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
