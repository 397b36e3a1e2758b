package dev.zonewright.ui.tree;

import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the tree: mark, title, grey detail, counts or a tick. */
final class TreeNodeCell extends TreeCell<TreeNode> {
  private static final int MARK_WIDTH = 14;
  private static final double LEAST_TITLE = 30;
  private static final double GAP = 6;
  private static final int DOT = 4;
  private static final int MOST_COUNTS = 2;

  private final StackPane mark = new StackPane();
  private final Label title = new Label();
  private final StackPane kind = new StackPane();
  private final Label detail = Widgets.label("", "faint");
  private final SeverityCounts counts = new SeverityCounts();
  private final Node tick = Widgets.icon(Feather.CHECK);
  private final Circle unsaved = new Circle(DOT);
  private final Node disk = Widgets.icon(Feather.REFRESH_CW);
  private final TreeModel model;
  private @Nullable Signed signed;
  private String styled = "";
  private final HBox row =
      new HBox(mark, title, kind, detail, Widgets.spacer(), disk, unsaved, counts, tick);

  /** All that decides which icons a row has. */
  private record Signed(TreeNode.Mark mark, String kind) {}

  TreeNodeCell(TreeModel model) {
    this.model = model;
    disk.getStyleClass().add("disk-mark");
    unsaved.getStyleClass().add("modified-dot");
    getStyleClass().add("workspace-row");
    mark.setMinWidth(MARK_WIDTH);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("workspace-row-body");
    detail.setMinWidth(0);
    detail.setTextOverrun(OverrunStyle.ELLIPSIS);
    tick.getStyleClass().add("clean-tick");
    // the row takes the width of the tree, so that counts align and nothing scrolls sideways
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TreeNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      become("");
      // out of the window and in again, all of it would be styled anew
      row.setVisible(false);
      Tip.set(this, "");
      setAccessibleText(null);
      return;
    }
    sign(node);
    title.setText(Widgets.shown(node.title()));
    // of a long way to a folder, its end tells more than its beginning
    title.setTextOverrun(
        node.mark() == TreeNode.Mark.FOLDER
            ? OverrunStyle.LEADING_ELLIPSIS
            : OverrunStyle.ELLIPSIS);
    detail.setText(Widgets.shown(node.apart()));
    shown(detail, !node.apart().isEmpty());
    counts.show(node.counts(), MOST_COUNTS);
    boolean dirty = node.holdsAny(model.unsavedProperty().get());
    boolean rewritten = node.holdsAny(model.unsettledProperty().get());
    shown(unsaved, dirty);
    shown(disk, rewritten);
    String words =
        words(node) + (dirty ? ", not saved" : "") + (rewritten ? ", changed on disk" : "");
    shown(tick, node.isClean());
    become(styleOf(node));
    Tip.set(
        this,
        node.mark() == TreeNode.Mark.NOT_ANALYSED ? node.title() + ": " + node.detail() : words);
    setAccessibleText(Widgets.shown(words));
    row.setVisible(true);
    setGraphic(row);
  }

  /** The mark and the kind, made anew only where they are others than those of the row before. */
  private void sign(TreeNode node) {
    Signed now = new Signed(node.mark(), node.kind());
    if (now.equals(signed)) {
      return;
    }
    signed = now;
    Node sign = signOf(node);
    mark.getChildren().setAll(sign == null ? List.of() : List.of(sign));
    mark.setManaged(sign != null);
    kind.getChildren().setAll(KindIcon.of(node).filter(_ -> node.runs()).stream().toList());
    shown(kind, !kind.getChildren().isEmpty());
  }

  /** Changes the style only where it is another: all parts of the row are styled anew with it. */
  private void become(String style) {
    if (!style.equals(styled)) {
      getStyleClass().remove(styled);
      styled = style;
      if (!style.isEmpty()) {
        getStyleClass().add(style);
      }
    }
  }

  private static void shown(Node part, boolean there) {
    part.setVisible(there);
    part.setManaged(there);
  }

  // the detail gives way first, then the title; the counts are always whole
  @Override
  protected void layoutChildren() {
    double left;
    do {
      left = row.getLayoutX();
      double room =
          getWidth()
              - snappedRightInset()
              - left
              - (mark.isManaged() ? MARK_WIDTH : 0)
              - counts.prefWidth(-1)
              - (unsaved.isManaged() ? 2 * DOT : 0)
              - (kind.isManaged() ? kind.prefWidth(-1) : 0)
              - (disk.isManaged() ? disk.prefWidth(-1) : 0)
              - (tick.isManaged() ? tick.prefWidth(-1) : 0)
              - row.getChildren().stream().filter(Node::isManaged).count() * GAP;
      double whole = title.prefWidth(-1);
      title.setMinWidth(Math.clamp(room, Math.min(LEAST_TITLE, whole), whole));
      super.layoutChildren();
    } while (getGraphic() != null && row.getLayoutX() > left);
  }

  private static @Nullable Node signOf(TreeNode node) {
    return switch (node.mark()) {
      case ZONE -> Widgets.hexagon(true);
      case HOST -> Widgets.hexagon(false);
      case ZONE_UNKNOWN -> Widgets.label("?", "faint");
      case OBJECT -> KindIcon.of(node).orElseGet(() -> Widgets.icon(Feather.FILE_TEXT));
      case FILE, TEMPLATE -> Widgets.icon(Feather.FILE);
      case FOLDER -> Widgets.icon(Feather.FOLDER);
      case CHART -> Widgets.icon(Feather.PACKAGE);
      case TENANT, PLATFORM, CLUSTER, NOT_ANALYSED, NOT_ANALYSED_GROUP -> null;
    };
  }

  private static String styleOf(TreeNode node) {
    return switch (node.mark()) {
      case TENANT, PLATFORM, CLUSTER, FOLDER, CHART -> "group-row";
      case NOT_ANALYSED, NOT_ANALYSED_GROUP -> "refused-row";
      default -> "";
    };
  }

  private static String words(TreeNode node) {
    String where =
        switch (node.mark()) {
          case ZONE -> ", in a zone";
          case HOST -> ", on the host kernel";
          case ZONE_UNKNOWN -> ", zone undetermined";
          default -> "";
        };
    String found =
        node.isClean() || !node.counts().isEmpty()
            ? ", " + SeverityCounts.words(node.counts())
            : "";
    String accepted = node.accepted() == 0 ? "" : ", " + node.acceptedWords();
    return (node.title() + " " + node.detail()).strip() + where + found + accepted;
  }
}
