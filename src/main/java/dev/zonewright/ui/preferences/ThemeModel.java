package dev.zonewright.ui.preferences;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The colours that a person chose, or those of the system where they want to follow it. */
public final class ThemeModel {
  private final Preferences preferences;
  private final ObjectProperty<Theme> theme;
  private boolean systemIsDark;

  public ThemeModel(Preferences preferences) {
    this.preferences = preferences;
    theme = new SimpleObjectProperty<>(Theme.of(preferences.now().theme(), false));
    preferences
        .settingsProperty()
        .addListener((_, before, now) -> {
          if (before.theme() != now.theme()) {
            update();
          }
        });
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** What the system asks for just now. */
  public void systemIsDark(boolean dark) {
    systemIsDark = dark;
    update();
  }

  private void update() {
    theme.set(Theme.of(preferences.now().theme(), systemIsDark));
  }
}
