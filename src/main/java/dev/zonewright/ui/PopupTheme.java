package dev.zonewright.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The theme of pop-ups, which have a scene of their own. */
public final class PopupTheme {
  private static final List<String> THEMES = List.of("zw-light", "zw-dark", "zw-contrast");

  private PopupTheme() {}

  /** Gives a pop-up, whose scene has no colours of its own, the theme of its owner. */
  public static void like(Node owner, Node content) {
    Scene scene = owner.getScene();
    Scene own = content.getScene();
    if (scene != null && own != null) {
      List<String> wanted = themesOf(scene);
      // left alone where it is right, for a pop-up without a theme has no colours to resolve
      if (!themesOf(own).equals(wanted)) {
        own.getRoot().getStyleClass().removeAll(THEMES);
        own.getRoot().getStyleClass().addAll(wanted);
      }
    }
  }

  private static List<String> themesOf(Scene scene) {
    return scene.getRoot().getStyleClass().stream().filter(THEMES::contains).toList();
  }
}
