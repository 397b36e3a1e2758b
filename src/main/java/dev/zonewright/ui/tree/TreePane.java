package dev.zonewright.ui.tree;

import dev.zonewright.ui.Curtain;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.Slices;
import dev.zonewright.ui.Widgets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The left side: a switch between the three trees, the tree, and what the hexagons mean. */
public final class TreePane extends VBox {
  private static final int OPEN_UP_TO = 40;
  private static final int OPEN_ROWS_UP_TO = 100;
  private static final int ROWS_ABOVE = 3;
  // eight rows
  private static final double STEP = 208;

  private final TreeModel model;
  private final TreeView<TreeNode> tree = new TreeView<>(new TreeItem<>());
  private final Map<String, Boolean> expanded = new HashMap<>();
  private final Slices slices;
  private final Curtain curtain;
  // where the model led last, followed or not
  private List<String> led = List.of();
  private boolean rebuilding;
  private ContextMenu menu = new ContextMenu();

  /**
   * Builds the pane.
   *
   * @param chosen hears which row was chosen
   * @param frames fills the tree with a coming frame
   */
  public TreePane(TreeModel model, Consumer<TreeNode> chosen, Executor frames) {
    this.model = model;
    slices = new Slices(frames);
    curtain = new Curtain(tree, STEP, frames);
    StackPane.setAlignment(tree, Pos.TOP_LEFT);
    getStyleClass().add("tree-pane");
    tree.setId("workspace-tree");
    tree.setAccessibleText("Objects by tenant, file or chart, with their findings");
    tree.setShowRoot(false);
    tree.setCellFactory(_ -> new TreeNodeCell(model));
    model.unsavedProperty().addListener((_, _, _) -> tree.refresh());
    model.unsettledProperty().addListener((_, _, _) -> tree.refresh());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> {
          if (item != null && !rebuilding) {
            // what follows from this choice does not move it
            rebuilding = true;
            try {
              chosen.accept(item.getValue());
            } finally {
              rebuilding = false;
            }
          }
        });
    Label empty = Widgets.label("", "empty-text");
    empty.setId("tree-empty");
    empty.textProperty().bind(model.emptyTextProperty());
    empty.visibleProperty().bind(model.rootsProperty().map(List::isEmpty));
    StackPane body = new StackPane(tree, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(segments(), body, legend());
    model.rootsProperty().addListener((_, _, _) -> showSoon());
    model
        .wayProperty()
        .addListener((_, _, way) -> {
          if (rebuilding) {
            led = way;
          } else {
            followSince();
          }
        });
    show(model.rootsProperty().get());
    follow(model.wayProperty().get());
  }

  /** Offers in a menu of each row what can be done with it. */
  public void offer(TreeMenu.Actions actions) {
    tree.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          TreeItem<TreeNode> chosen = tree.getSelectionModel().getSelectedItem();
          menu.hide();
          if (chosen != null) {
            menu = TreeMenu.of(chosen.getValue(), actions);
            menu.show(tree, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
  }

  private Node segments() {
    return new Segments(
        List.of(TreeModel.View.values()),
        TreeModel.View::title,
        TreeModel.View::id,
        model.viewProperty());
  }

  private static Node legend() {
    FirstThatFits legend =
        new FirstThatFits(
            List.of(legend("in a zone", "on the host kernel"), legend("zone", "host kernel")),
            HPos.LEFT);
    legend.setMinWidth(0);
    return legend;
  }

  private static Node legend(String zone, String host) {
    HBox legend =
        new HBox(
            Widgets.hexagon(true),
            Widgets.label(zone),
            Widgets.hexagon(false),
            Widgets.label(host));
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.getStyleClass().add("legend");
    return legend;
  }

  /** The rows come with a frame of their own, and what leads to one of them goes there then. */
  private void showSoon() {
    slices.begin(
        List.of(() -> {
          show(model.rootsProperty().get());
          if (tree.getRoot().getChildren().isEmpty()) {
            followSince();
          } else {
            curtain.open(this::followSince);
          }
        }));
  }

  /** Goes where the model leads, but not in rows that are about to be replaced. */
  private void followSince() {
    List<String> way = model.wayProperty().get();
    if (slices.isDone() && !way.equals(led)) {
      follow(way);
    }
  }

  private void follow(List<String> way) {
    led = way;
    reveal(way);
  }

  private void show(List<TreeNode> roots) {
    rebuilding = true;
    TreeItem<TreeNode> was = tree.getSelectionModel().getSelectedItem();
    String selected = was == null ? "" : was.getValue().id();
    Optional<HeldRow> held = HeldRow.of(tree);
    // with many groups all are closed at first, but not round what is looked at
    held.ifPresent(row -> keepOpen(row.way()));
    if (was != null) {
      keepOpen(HeldRow.wayTo(was));
    }
    List<TreeItem<TreeNode>> items = roots.stream().map(n -> item(n, roots.size())).toList();
    tree.getRoot().getChildren().setAll(items);
    tree.getRoot().setExpanded(true);
    select(tree.getRoot(), selected);
    rebuilding = false;
    held.ifPresent(row -> row.top(tree).ifPresent(tree::scrollTo));
  }

  private void keepOpen(List<String> way) {
    way.subList(0, way.size() - 1).forEach(id -> expanded.putIfAbsent(id, true));
  }

  private TreeItem<TreeNode> item(TreeNode node, int siblings) {
    TreeItem<TreeNode> item = new LazyItem(node, this::item);
    if (expanded.getOrDefault(node.id(), opensAtFirst(node, siblings))) {
      item.setExpanded(true);
      // made before the tree counts its rows, for it keeps its choice by their number
      item.getChildren().forEach(TreeItem::isLeaf);
    }
    item.expandedProperty().addListener((_, _, now) -> expanded.put(node.id(), now));
    return item;
  }

  private static boolean opensAtFirst(TreeNode node, int siblings) {
    return switch (node.mark()) {
      case TENANT, PLATFORM, CLUSTER, FOLDER, CHART ->
          siblings <= OPEN_UP_TO && node.children().size() <= OPEN_ROWS_UP_TO;
      case NOT_ANALYSED_GROUP -> node.children().size() <= OPEN_UP_TO;
      default -> false;
    };
  }

  /** Opens the rows above a row, chooses it, and scrolls there when it is out of sight. */
  private void reveal(List<String> way) {
    rebuilding = true;
    Optional<TreeItem<TreeNode>> at = Optional.of(tree.getRoot());
    for (String id : way) {
      at = at.flatMap(above -> below(above, id));
    }
    if (way.isEmpty()) {
      tree.getSelectionModel().clearSelection();
    } else {
      at.ifPresent(this::choose);
    }
    rebuilding = false;
  }

  private static Optional<TreeItem<TreeNode>> below(TreeItem<TreeNode> above, String id) {
    above.setExpanded(true);
    return HeldRow.below(above, id);
  }

  private void choose(TreeItem<TreeNode> item) {
    int row = tree.getRow(item);
    tree.getSelectionModel().clearAndSelect(row);
    if (!isVisible(row)) {
      tree.scrollTo(Math.max(0, row - ROWS_ABOVE));
    }
  }

  private boolean isVisible(int row) {
    return tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() <= row
        && row < flow.getLastVisibleCell().getIndex();
  }

  private boolean select(TreeItem<TreeNode> under, String id) {
    for (TreeItem<TreeNode> item : under.getChildren()) {
      if (item.getValue().id().equals(id)) {
        tree.getSelectionModel().select(item);
        return true;
      }
      if (item.isExpanded() && select(item, id)) {
        return true;
      }
    }
    return false;
  }
}
