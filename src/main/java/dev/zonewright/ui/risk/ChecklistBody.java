package dev.zonewright.ui.risk;

import dev.zonewright.checklist.ChecklistGroup;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The hardening checklist of a tenant: its items by group, each with its state and its evidence.
 */
final class ChecklistBody extends VBox {
  private final Consumer<Evidence.Place> go;
  private final int shown;

  /**
   * Builds the list.
   *
   * @param shown how much evidence of an item is there at first
   */
  ChecklistBody(Consumer<Evidence.Place> go, int shown) {
    this.go = go;
    this.shown = shown;
    setId("checklist");
    getStyleClass().add("risk-body");
  }

  /**
   * Shows the checklist of a tenant; null where there is none.
   *
   * @param why what to say then
   */
  void show(@Nullable TenantChecklist list, String why) {
    getChildren().clear();
    if (list == null) {
      getChildren().add(Widgets.label(why, "empty-text"));
      return;
    }
    Label counts =
        Widgets.label(
            "%d of %d closed: %d satisfied, %d attested, %d violated, %d undetermined"
                .formatted(
                    list.closed(),
                    list.items().size(),
                    list.count(ItemState.SATISFIED),
                    list.count(ItemState.ATTESTED),
                    list.count(ItemState.VIOLATED),
                    list.count(ItemState.UNDETERMINED)),
            "muted");
    counts.setId("checklist-counts");
    counts.setWrapText(true);
    HBox head = new HBox(counts);
    head.getStyleClass().add("checklist-counts");
    getChildren().add(head);
    for (ChecklistGroup group : ChecklistGroup.values()) {
      getChildren().add(Widgets.label(group.title().toUpperCase(Locale.ROOT), "section-title"));
      list.of(group).forEach(item -> getChildren().add(row(item)));
    }
  }

  private Node row(ItemResult item) {
    Label title = Widgets.label(item.item().title(), "row-title");
    title.setGraphic(ItemSigns.of(item.state()));
    Tip.set(title, item.item().title() + "\n" + item.item().sentence());
    title.setAccessibleText(item.item().title() + ", " + item.state().word());
    Label state = Widgets.label(item.state().word(), ItemSigns.tone(item.state()));
    state.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, Widgets.spacer(), state);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head);
    box.setId("checklist-" + item.item().id());
    box.getStyleClass().add("risk-row");
    evidence(item.evidence(), box, shown);
    return box;
  }

  private void evidence(List<Evidence> all, VBox box, int most) {
    int first = Math.min(all.size(), most);
    Function<Evidence.Place, String> names = PlaceNames.among(all);
    all.subList(0, first).forEach(e -> box.getChildren().add(new EvidenceLine(e, names, go)));
    if (first < all.size()) {
      Hyperlink more =
          Widgets.link("%,d more…".formatted(all.size() - first), box.getId() + "-more", () -> {});
      more.setOnAction(_ -> {
        box.getChildren().remove(more);
        evidence(all.subList(first, all.size()), box, Integer.MAX_VALUE);
      });
      box.getChildren().add(more);
    }
  }
}
