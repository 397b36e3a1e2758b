package dev.zonewright.ui.review;

import java.util.Locale;

/** What the middle of the window shows. */
public enum Perspective {
  /** The texts and their findings. */
  MANIFESTS("Manifests"),
  /** The residual risk of all tenants, with its pages. */
  REVIEW("Review");

  private final String title;

  Perspective(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public String id() {
    return "perspective-" + name().toLowerCase(Locale.ROOT);
  }
}
