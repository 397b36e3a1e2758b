package dev.zonewright.ui.preferences;

import dev.zonewright.settings.ThemeChoice;
import javafx.scene.paint.Color;

/** How the window is coloured. */
public enum Theme {
  LIGHT("zw-light", "#ffffff"),
  DARK("zw-dark", "#0d1117"),
  HIGH_CONTRAST("zw-contrast", "#000000");

  private final String styleClass;
  private final String ground;

  Theme(String styleClass, String ground) {
    this.styleClass = styleClass;
    this.ground = ground;
  }

  /** The class that the root of a scene wears. */
  public String styleClass() {
    return styleClass;
  }

  /**
   * What is behind everything, and seen where nothing is painted yet; the same as in the sheets.
   */
  Color ground() {
    return Color.web(ground);
  }

  /**
   * The colours of a choice.
   *
   * @param systemIsDark what the system asks for, where the choice is to follow it
   */
  static Theme of(ThemeChoice choice, boolean systemIsDark) {
    return switch (choice) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case HIGH_CONTRAST -> HIGH_CONTRAST;
      case SYSTEM -> systemIsDark ? DARK : LIGHT;
    };
  }
}
