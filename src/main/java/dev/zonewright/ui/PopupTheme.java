package dev.zonewright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The theme of pop-ups, which have a scene of their own. */
public final class PopupTheme {
  private static final List<String> THEMES = List.of("zw-light", "zw-dark", "zw-contrast");

  /** Where a window cannot be transparent, a shadow and round corners would stand on white. */
  public static final String OPAQUE = "zw-opaque";

  private PopupTheme() {}

  /**
   * Tells the sheets whether windows can be transparent here: menus and tips, which the toolkit
   * makes, look for it at the root of the window.
   *
   * @param classes of the root
   */
  public static void mark(List<String> classes) {
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) && !classes.contains(OPAQUE)) {
      classes.add(OPAQUE);
    }
  }

  /** Gives a pop-up, whose scene has no colours of its own, the theme of its owner. */
  public static void like(Node owner, Node content) {
    Scene scene = owner.getScene();
    Scene own = content.getScene();
    if (scene != null && own != null) {
      List<String> classes = new ArrayList<>(own.getRoot().getStyleClass());
      classes.removeAll(THEMES);
      classes.remove(OPAQUE);
      classes.addAll(themesOf(scene));
      mark(classes);
      own.getStylesheets().setAll(scene.getStylesheets());
      // set anew even where they are right: once hidden, a pop-up has forgotten its colours, and
      // in one step, for without a theme there are none to resolve
      own.getRoot().getStyleClass().setAll(classes);
    }
  }

  private static List<String> themesOf(Scene scene) {
    return scene.getRoot().getStyleClass().stream().filter(THEMES::contains).toList();
  }
}
