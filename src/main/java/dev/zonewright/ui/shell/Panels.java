package dev.zonewright.ui.shell;

import dev.zonewright.ui.keys.KeyFocus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * The panels of the window in the order that a key walks them. The editor keeps Tab for itself, so
 * this is the way out of it.
 */
final class Panels {
  /**
   * Panels whose first place takes the keyboard; those of pages that nobody opened are not there.
   */
  private static final List<String> OTHERS =
      List.of(
          "#risk-panel",
          "#help-panel",
          "#review-tabs",
          "#overview",
          "#reach-table",
          "#reach-steps",
          "#access-table",
          "#access-stopped-chain",
          "#access-chain",
          "#exceptions-table",
          "#attestations-table",
          "#compare",
          // a notice may ask for something
          ".notification-bar");

  private final List<Panel> panels;

  /**
   * A panel.
   *
   * @param entrance where the keyboard goes; empty for the first place in the panel that takes it
   */
  record Panel(Node area, Optional<Runnable> entrance) {
    boolean holds(@Nullable Node focus) {
      for (Node at = focus; at != null; at = at.getParent()) {
        if (at.equals(area)) {
          return true;
        }
      }
      return false;
    }

    boolean enter() {
      if (!isShown()) {
        return false;
      }
      if (entrance.isPresent()) {
        entrance.get().run();
        return true;
      }
      Optional<Node> first = first(area);
      first.ifPresent(KeyFocus::give);
      return first.isPresent();
    }

    // what is folded, or of the other perspective, takes no keys
    private boolean isShown() {
      for (Node at = area; at != null; at = at.getParent()) {
        if (!at.isVisible()) {
          return false;
        }
      }
      return true;
    }

    private static Optional<Node> first(Node node) {
      if (!node.isVisible() || node.isDisabled()) {
        return Optional.empty();
      }
      if (node.isFocusTraversable()) {
        return Optional.of(node);
      }
      return node instanceof Parent parent
          ? parent.getChildrenUnmodifiable().stream()
              .map(Panel::first)
              .flatMap(Optional::stream)
              .findFirst()
          : Optional.empty();
    }
  }

  /** All panels of a window, those with an entrance of their own first. */
  static Panels of(Parent root, List<Panel> own) {
    List<Panel> all = new ArrayList<>(own);
    for (String id : OTHERS) {
      Node area = root.lookup(id);
      if (area != null) {
        all.add(new Panel(area, Optional.empty()));
      }
    }
    return new Panels(all);
  }

  Panels(List<Panel> panels) {
    this.panels = List.copyOf(panels);
  }

  /**
   * Gives the keyboard to the next panel that takes it.
   *
   * @param by 1 for the next, -1 for the one before
   */
  void walk(@Nullable Node focus, int by) {
    int at = -1;
    for (int i = 0; i < panels.size(); i++) {
      at = panels.get(i).holds(focus) ? i : at;
    }
    int from = at < 0 && by < 0 ? panels.size() : at;
    for (int step = 1; step <= panels.size(); step++) {
      if (panels.get(Math.floorMod(from + step * by, panels.size())).enter()) {
        return;
      }
    }
  }
}
