package dev.zonewright.settings;

import java.util.Arrays;
import java.util.Optional;

/** Which colours a person wants. */
public enum ThemeChoice {
  SYSTEM("system", "Follow the system"),
  LIGHT("light", "Light"),
  DARK("dark", "Dark"),
  HIGH_CONTRAST("high-contrast", "High contrast");

  private final String word;
  private final String title;

  ThemeChoice(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** As the settings file has it. */
  public String word() {
    return word;
  }

  /** As menus have it. */
  public String title() {
    return title;
  }

  static Optional<ThemeChoice> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
  }
}
