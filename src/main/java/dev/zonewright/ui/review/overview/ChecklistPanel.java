package dev.zonewright.ui.review.overview;

import dev.zonewright.checklist.ChecklistGroup;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.risk.ItemSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The 22 items of the checklist for one tenant, one line each: state, title, place, action. */
final class ChecklistPanel extends VBox {
  private static final int NOTES = 4;
  private static final double NARROW = 385;
  private static final double LEAST_TITLE = 128;
  private static final double TITLE = 176;
  private static final double PLACE = 106;
  private static final double LAST = 74;

  private final Consumer<Place> go;
  private final BiConsumer<ChecklistItem, String> attest;
  private final OverviewModel model;
  private final FixesMenu fixes;
  private final VBox body = new VBox();
  private final Label tenant = Widgets.label("", "muted");
  private final Label closed = Widgets.label("", "muted");

  ChecklistPanel(
      OverviewModel model,
      Consumer<Place> go,
      BiConsumer<ChecklistItem, String> attest,
      FixesMenu fixes) {
    this.model = model;
    this.fixes = fixes;
    this.go = go;
    this.attest = attest;
    setId("overview-checklist");
    Label title = Widgets.label("Hardening checklist", "pane-title");
    title.setMinWidth(USE_PREF_SIZE);
    closed.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, closed, Widgets.spacer(), tenant);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    body.getStyleClass().add("checklist-lines");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setAccessibleText("Hardening checklist of the tenant");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
  }

  /** Shows a checklist in several steps, each of which makes few nodes. */
  List<Runnable> parts(@Nullable TenantChecklist list) {
    List<Runnable> parts = new ArrayList<>();
    parts.add(() -> begin(list));
    if (list != null) {
      for (ChecklistGroup group : ChecklistGroup.values()) {
        parts.add(() -> add(group, list));
      }
    }
    return parts;
  }

  private void begin(@Nullable TenantChecklist list) {
    body.getChildren().clear();
    if (list == null) {
      tenant.setText("");
      closed.setText("");
      body.getChildren()
          .add(
              Widgets.label(
                  model.factsProperty().get().isKnown()
                      ? "No tenant yet: the checklist covers each namespace that runs a workload"
                      : ReviewFacts.ANALYSING,
                  "empty-text"));
      return;
    }
    tenant.setText("Tenant: " + Widgets.shown(list.tenant()));
    closed.setText("%d of %d closed".formatted(list.closed(), list.items().size()));
    body.getChildren().addAll(bar(list), counts(list));
  }

  private void add(ChecklistGroup group, TenantChecklist list) {
    long done =
        list.of(group).stream()
            .filter(i -> i.state() == ItemState.SATISFIED || i.state() == ItemState.ATTESTED)
            .count();
    HBox head =
        new HBox(
            Widgets.label(group.title().toUpperCase(Locale.ROOT), "section-title"),
            Widgets.spacer(),
            Widgets.label("%d of %d".formatted(done, list.of(group).size()), "section-count"));
    head.getStyleClass().add("checklist-group");
    head.setAlignment(Pos.BOTTOM_LEFT);
    body.getChildren().add(head);
    list.of(group).forEach(item -> body.getChildren().add(line(item, list.tenant())));
  }

  /** How much of the whole each state has, as a bar. */
  private static Node bar(TenantChecklist list) {
    HBox bar = new HBox();
    bar.getStyleClass().add("checklist-bar");
    for (ItemState state : ItemState.values()) {
      int count = list.count(state);
      if (count > 0) {
        Region part = new Region();
        part.getStyleClass().add(ItemSigns.tone(state));
        part.prefWidthProperty()
            .bind(bar.widthProperty().multiply((double) count / list.items().size()));
        bar.getChildren().add(part);
      }
    }
    return bar;
  }

  private static Node counts(TenantChecklist list) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("checklist-key");
    for (ItemState state : ItemState.values()) {
      Label label = Widgets.label(list.count(state) + " " + state.word(), "muted");
      label.setGraphic(ItemSigns.of(state));
      row.getChildren().add(label);
    }
    return row;
  }

  private Node line(ItemResult item, String of) {
    Label title = Widgets.label(item.item().title(), "checklist-title");
    title.setGraphic(ItemSigns.of(item.state()));
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.setMinWidth(LEAST_TITLE);
    title.setPrefWidth(TITLE);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setAccessibleText(item.item().title() + ", " + item.state().word());
    Tip.set(
        title,
        item.item().title()
            + "\n"
            + item.item().sentence()
            + ".\n"
            + item.evidence().stream()
                .limit(NOTES)
                .map(Evidence::text)
                .collect(Collectors.joining("\n")));
    Node last =
        isForPeople(item)
            ? attest(item, of)
            : OfferButton.of(
                    model.offers(item, of),
                    "overview-close-" + item.item().id(),
                    item.item().title(),
                    fixes)
                .<Node>map(button -> button)
                .orElseGet(() -> state(item));
    // three columns: all lines have the same widths, and so shrink alike
    StackPane action = new StackPane(last);
    action.setAlignment(Pos.CENTER_LEFT);
    action.setMinWidth(LAST);
    action.setPrefWidth(LAST);
    HBox row = new HBox(title, action);
    item.place().ifPresent(p -> row.getChildren().add(1, place(p, item.item().id())));
    row.setId("overview-item-" + item.item().id());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("checklist-line");
    if (model.isLit(item)) {
      row.getStyleClass().add("lit");
    }
    return row;
  }

  // offered only where no manifest can show it
  private static boolean isForPeople(ItemResult item) {
    return item.state() == ItemState.UNDETERMINED
        && item.evidence().stream().anyMatch(e -> e.state() == Evidence.State.NOT_VISIBLE);
  }

  private Node attest(ItemResult item, String of) {
    Button button = new Button("Attest…");
    Widgets.named(
        button, "overview-attest-" + item.item().id(), "Attest " + item.item().title() + "…");
    button.getStyleClass().add("line-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> attest.accept(item.item(), of));
    return button;
  }

  private Node place(Place place, String item) {
    PlaceLink link = new PlaceLink(place, "overview-place-" + item, go);
    link.setMinWidth(0);
    link.setPrefWidth(PLACE);
    // the line is what is looked for
    link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return link;
  }

  // where the place would not be readable any more, the mark alone says the state
  private Node state(ItemResult item) {
    Label state = Widgets.label(item.state().word(), "checklist-state");
    state.setMinWidth(USE_PREF_SIZE);
    state.managedProperty().bind(widthProperty().greaterThan(NARROW));
    state.visibleProperty().bind(state.managedProperty());
    return state;
  }
}
