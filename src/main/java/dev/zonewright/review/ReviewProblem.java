package dev.zonewright.review;

import dev.zonewright.yaml.YamlPath;

/**
 * Something in a review file that cannot be used. The rest of the file is.
 *
 * @param path the entry or key
 * @param message what is wrong and what to write instead, as a sentence without a full stop
 * @param extent how much of the file is lost by it
 */
public record ReviewProblem(YamlPath path, String message, Extent extent) {
  /** One that costs no other entry anything. */
  public ReviewProblem(YamlPath path, String message) {
    this(path, message, Extent.ENTRY);
  }

  /** How much of a review file is lost. */
  public enum Extent {
    /** An entry, or a part of it: a finding says so, and it accepts nothing. */
    ENTRY,
    /** All that stands below a key. */
    SECTION,
    /** All documents behind the first. */
    REST,
    /** All of it. */
    FILE
  }
}
