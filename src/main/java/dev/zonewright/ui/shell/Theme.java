package dev.zonewright.ui.shell;

/** How the window is coloured. */
public enum Theme {
  LIGHT,
  DARK;

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
