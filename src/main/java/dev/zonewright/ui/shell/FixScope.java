package dev.zonewright.ui.shell;

/** How far “fix all” reaches. */
public enum FixScope {
  DOCUMENT("this document"),
  FILE("this file"),
  EVERYTHING("everything that is open");

  private final String words;

  FixScope(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
