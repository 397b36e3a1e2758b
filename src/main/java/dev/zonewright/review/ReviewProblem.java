package dev.zonewright.review;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlProblem;
import java.util.Optional;

/**
 * Something in a review file that cannot be used. The rest of the file is.
 *
 * @param path the entry or key
 * @param message what is wrong and what to write instead, as a sentence without a full stop
 * @param extent how much of the file is lost by it
 * @param cause what in the text of the first document keeps all of it from being read, where that
 *     is known: a place that no path leads to
 */
public record ReviewProblem(
    YamlPath path, String message, Extent extent, Optional<YamlProblem> cause) {
  /** One whose place is its path. */
  public ReviewProblem(YamlPath path, String message, Extent extent) {
    this(path, message, extent, Optional.empty());
  }

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
