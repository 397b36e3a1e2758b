package dev.zonewright.ui.review.access;

import dev.zonewright.control.Severity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All accounts, with the worst that each may do and how far the chosen power is. */
final class AccountTable extends TableView<AccessRow> {
  private static final double ACCOUNT = 155;
  private static final double USERS = 106;
  private static final double LONGEST_POWER = 184;

  private final AccessModel model;
  private boolean filling;

  AccountTable(AccessModel model) {
    this.model = model;
    setId("access-table");
    setAccessibleText("Accounts and what they may do");
    getStyleClass().add("findings-table");
    NodeColumn<AccessRow> account =
        new NodeColumn<>("Account", 240, row -> Widgets.label(row.account(), "row-title"));
    // accounts of one tenant differ at their ends
    account.setMinWidth(ACCOUNT);
    getColumns().add(account);
    NodeColumn<AccessRow> users = new NodeColumn<>("Used by", 150, AccountTable::users);
    users.setMinWidth(USERS);
    getColumns().add(users);
    NodeColumn<AccessRow> worst = fixed("Worst power", 128, AccountTable::worst);
    // the longest of them, where there is room
    worst.setMaxWidth(LONGEST_POWER);
    worst.setPrefWidth(LONGEST_POWER);
    getColumns().add(worst);
    getColumns().add(fixed("Chain", 100, AccountTable::chain));
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS));
    Label empty = Widgets.label("", "empty-text");
    empty
        .textProperty()
        .bind(
            model
                .computingProperty()
                .map(busy ->
                    !model.isKnown()
                        ? ReviewFacts.ANALYSING
                        : busy ? "Looking for chains…" : "No account in the opened manifests"));
    setPlaceholder(empty);
    model.answersProperty().subscribe(_ -> fill());
    model.onlyProperty().addListener((_, _, _) -> fill());
    model.selectedProperty().addListener((_, _, now) -> select(now));
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!filling && now != null) {
            model.selectedProperty().set(now);
          }
        });
  }

  /** What is short keeps its width, so that the names have the rest. */
  private static NodeColumn<AccessRow> fixed(
      String title, double width, Function<AccessRow, @Nullable Node> node) {
    NodeColumn<AccessRow> column = new NodeColumn<>(title, width, node);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  private void fill() {
    filling = true;
    Chain.Outcome only = model.onlyProperty().get();
    List<AccessRow> rows =
        model.answersProperty().get().rows().stream()
            .filter(r -> only == null || r.chain().outcome() == only)
            .toList();
    getItems().setAll(rows);
    filling = false;
    select(model.selectedProperty().get());
  }

  private void select(@Nullable AccessRow row) {
    filling = true;
    getSelectionModel().clearSelection();
    int at = getItems().indexOf(row);
    if (at >= 0) {
      getSelectionModel().select(at);
    }
    filling = false;
  }

  /** All of them, or as many as there is room for and how many more; or how many there are. */
  private static Node users(AccessRow row) {
    List<Label> forms = row.userForms().stream().map(form -> Widgets.label(form, "muted")).toList();
    FirstThatFits users = new FirstThatFits(forms, HPos.LEFT);
    users.setMinWidth(0);
    Tip.set(users, row.users());
    return users;
  }

  private static Node worst(AccessRow row) {
    if (row.worst().isPresent()) {
      Power power = row.worst().get();
      Label label = new Label(power.id());
      label.setGraphic(SeverityIcon.of(Severity.HIGH));
      Tip.set(label, power.words());
      return label;
    }
    boolean unknown = row.chain().outcome() == Chain.Outcome.UNDETERMINED;
    FontIcon icon = Widgets.icon(unknown ? Feather.HELP_CIRCLE : Feather.CHECK);
    icon.getStyleClass().add(unknown ? "faint" : "good");
    Label label = Widgets.label(unknown ? "role not opened" : "none seen", "muted");
    label.setGraphic(icon);
    return label;
  }

  private static Node chain(AccessRow row) {
    return switch (row.chain().outcome()) {
      case REACHES -> Widgets.label(row.chain().hops().size() + " hops", "bad-text");
      case STOPPED -> Widgets.label("stopped", "good-text");
      case UNDETERMINED -> Widgets.label("undetermined", "muted");
      case NONE -> Widgets.label("–", "faint");
    };
  }
}
