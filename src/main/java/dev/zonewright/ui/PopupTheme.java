package dev.zonewright.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The theme of pop-ups, which have a scene of their own. */
public final class PopupTheme {
  private static final List<String> THEMES = List.of("zw-light", "zw-dark", "zw-contrast");

  private PopupTheme() {}

  /** Gives the content of a pop-up the theme of its owner. */
  public static void like(Node owner, Node content) {
    Scene scene = owner.getScene();
    content.getStyleClass().removeAll(THEMES);
    if (scene != null) {
      scene.getRoot().getStyleClass().stream()
          .filter(THEMES::contains)
          .forEach(content.getStyleClass()::add);
    }
  }
}
