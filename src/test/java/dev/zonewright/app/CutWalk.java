package dev.zonewright.app;

import dev.zonewright.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import org.fxmisc.richtext.CodeArea;

/**
 * Walks all that is seen of a scene, and tells which words are cut without a tooltip that has the
 * rest, and which parts stand outside the window or the part that holds them.
 */
final class CutWalk {
  private static final double ROUNDING = 3.5;
  private static final String INSTALLED = "javafx.scene.control.Tooltip";

  private final List<String> faults = new ArrayList<>();

  private CutWalk() {}

  static List<String> of(Scene scene) {
    CutWalk walk = new CutWalk();
    // what lies over the window has room for its shadow around it
    Bounds window =
        scene.getWindow() instanceof PopupWindow
            ? new BoundingBox(0, 0, scene.getWidth(), scene.getHeight())
            : scene.getRoot().getLayoutBounds();
    scene.getRoot().layout();
    walk.node(scene.getRoot(), window, false);
    return walk.faults;
  }

  /**
   * Looks at a node and what is in it.
   *
   * @param room where it may stand, in the scene
   * @param scrolls whether what is below or above its room comes into sight by scrolling
   */
  private void node(Node node, Bounds room, boolean scrolls) {
    if (!node.isVisible() || node.getOpacity() == 0 || isEmptyCell(node)) {
      return;
    }
    Bounds at = node.localToScene(node.getLayoutBounds());
    boolean outOfSight =
        scrolls && (at.getMaxY() <= room.getMinY() || at.getMinY() >= room.getMaxY());
    if (outOfSight) {
      return;
    }
    if (node instanceof Labeled label) {
      words(label);
    }
    boolean painted = node instanceof Control || node instanceof Text || node.getId() != null;
    boolean across =
        at.getMinX() < room.getMinX() - ROUNDING || at.getMaxX() > room.getMaxX() + ROUNDING;
    boolean down =
        !scrolls
            && (at.getMinY() < room.getMinY() - ROUNDING
                || at.getMaxY() > room.getMaxY() + ROUNDING);
    if (painted && at.getWidth() > 0 && at.getHeight() > 0 && (across || down)) {
      faults.add("outside: " + name(node) + " " + rounded(at) + " in " + rounded(room));
      return;
    }
    // the text of a manifest scrolls both ways; tabs that have no room are in a menu of theirs
    if (node instanceof CodeArea || node.getStyleClass().contains("tab-header-area")) {
      return;
    }
    inside(node, at, room, scrolls);
  }

  private void inside(Node node, Bounds at, Bounds room, boolean scrolls) {
    if (!(node instanceof Parent parent)) {
      return;
    }
    Bounds below = room;
    boolean rolls = scrolls;
    if (node instanceof ScrollPane || node instanceof VirtualFlow<?>) {
      if (scrollsAcross(parent)) {
        return;
      }
      below = common(room, at);
      rolls = true;
    } else if (node.getClip() != null) {
      below = common(room, at);
    }
    for (Node child : parent.getChildrenUnmodifiable()) {
      node(child, below, rolls);
    }
  }

  private static boolean isEmptyCell(Node node) {
    return node instanceof Cell<?> cell && cell.isEmpty();
  }

  private static boolean scrollsAcross(Parent scrolling) {
    return scrolling.getChildrenUnmodifiable().stream()
        .anyMatch(n ->
            n instanceof ScrollBar bar
                && bar.isVisible()
                && bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL);
  }

  private void words(Labeled label) {
    String whole = label.getText();
    if (whole == null || whole.isBlank()) {
      return;
    }
    boolean cut =
        label.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(n -> ((Text) n).getText())
            .anyMatch(shown -> !shown.equals(whole) && shown.contains(label.getEllipsisString()));
    if (cut && tips(label).stream().noneMatch(tip -> tip.contains(whole.strip()))) {
      faults.add("cut: " + name(label) + " “" + whole + "”");
    }
  }

  private static List<String> tips(Node node) {
    List<String> out = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParent()) {
      Optional.ofNullable(at instanceof Control control ? control.getTooltip() : null)
          .or(() -> Optional.empty())
          .map(Tooltip::getText)
          .ifPresent(out::add);
      out.add(Tip.words(at));
      if (at.hasProperties() && at.getProperties().get(INSTALLED) instanceof Tooltip tip) {
        out.add(String.valueOf(tip.getText()));
      }
    }
    return out;
  }

  private static Bounds common(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top));
  }

  private static String name(Node node) {
    StringBuilder out = new StringBuilder();
    int steps = 0;
    for (Node at = node; at != null && steps < 12; at = at.getParent()) {
      if (at.equals(node) || at.getId() != null) {
        out.append(out.isEmpty() ? "" : " in ")
            .append(
                at.getId() == null
                    ? at.getClass().getSimpleName() + at.getStyleClass()
                    : "#" + at.getId());
      }
      steps++;
    }
    return out
        + (node instanceof Labeled label && label.getText() != null
            ? " “" + label.getText() + "”"
            : "");
  }

  private static String rounded(Bounds at) {
    return "[%.0f %.0f %.0f %.0f]"
        .formatted(at.getMinX(), at.getMinY(), at.getMaxX(), at.getMaxY());
  }
}
