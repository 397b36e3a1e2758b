package dev.zonewright.app;

import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.NotificationPane;

/**
 * Parts of a window that nobody sees, each in a scene of its own: styled, laid out and painted one
 * at a time, where a window as a whole would take all of it in one go.
 */
final class Apart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 90;

  private Apart() {}

  /** Takes a part out of what it is in, though it has no styles yet, and gives it a scene. */
  static Optional<Region> take(Parent from, String id, Theme theme) {
    Optional<Node> found = find(from, id);
    found.ifPresent(node -> dress(new StackPane(node), theme));
    return found.map(Region.class::cast);
  }

  private static Optional<Node> find(Parent in, String id) {
    for (Node part : List.copyOf(partsOf(in))) {
      if (id.equals(part.getId())) {
        if (in instanceof SplitPane split) {
          split.getItems().remove(part);
        }
        return Optional.of(part);
      }
      Optional<Node> below = part instanceof Parent parent ? find(parent, id) : Optional.empty();
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  // before their first styles, these have their parts as their contents only
  private static List<Node> partsOf(Parent parent) {
    return switch (parent) {
      case SplitPane split -> split.getItems();
      case NotificationPane notices -> List.of(notices.getContent());
      default -> parent.getChildrenUnmodifiable();
    };
  }

  /** Gives a part that has a scene of its own another height. */
  static void resize(Region part, double height) {
    part.getScene().getRoot().resize(WIDTH, height);
  }

  /** Gives the rest a scene too. */
  static void dress(Parent root, Theme theme) {
    Themes.wear(new Scene(root, WIDTH, HEIGHT), new ReadOnlyObjectWrapper<>(theme));
  }
}
