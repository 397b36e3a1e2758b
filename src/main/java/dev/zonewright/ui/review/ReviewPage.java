package dev.zonewright.ui.review;

import java.util.Locale;

/** The pages of a review, in the order of their tabs. */
public enum ReviewPage {
  OVERVIEW("Overview"),
  REACHABILITY("Reachability"),
  ACCESS("Access"),
  EXCEPTIONS("Exceptions"),
  ATTESTATIONS("Attestations"),
  COMPARE("Compare");

  private final String title;

  ReviewPage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** A word for ids of the window. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The next page, or with -1 the one before; after the last comes the first. */
  public ReviewPage next(int by) {
    return values()[Math.floorMod(ordinal() + by, values().length)];
  }
}
