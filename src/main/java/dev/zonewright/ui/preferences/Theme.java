package dev.zonewright.ui.preferences;

import dev.zonewright.settings.ThemeChoice;

/** How the window is coloured. */
public enum Theme {
  LIGHT("zw-light"),
  DARK("zw-dark"),
  HIGH_CONTRAST("zw-contrast");

  private final String styleClass;

  Theme(String styleClass) {
    this.styleClass = styleClass;
  }

  /** The class that the root of a scene wears. */
  public String styleClass() {
    return styleClass;
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
