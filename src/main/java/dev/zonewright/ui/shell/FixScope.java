package dev.zonewright.ui.shell;

/** How far “fix all” reaches. */
public enum FixScope {
  DOCUMENT("this document"),
  FILE("this file"),
  TENANT("this tenant"),
  CONTROL("findings of this control"),
  EVERYTHING("everything that is open");

  private final String words;

  FixScope(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
