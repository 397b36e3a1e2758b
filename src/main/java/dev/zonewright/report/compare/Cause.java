package dev.zonewright.report.compare;

import dev.zonewright.risk.Evidence.Place;
import java.util.Optional;

/**
 * The change to which a finding is owed that came or went.
 *
 * @param where file and line, or the object; may be empty
 * @param words what changed there: {@code cidr: 10.20.0.0/16 became 0.0.0.0/0}
 * @param place where it can be read in what is there now; empty for what is gone
 * @param was where it can be read in what was there before; empty for what is new
 */
public record Cause(String where, String words, Optional<Place> place, Optional<Place> was) {
  /** Nothing did, or the versions do not tell: one of them holds no manifests. */
  public static final Cause NONE = new Cause("", "", Optional.empty(), Optional.empty());

  static Cause said(String words) {
    return new Cause("", words, Optional.empty(), Optional.empty());
  }

  public boolean isKnown() {
    return !words.isEmpty();
  }

  /** In one line; empty when it is not known. */
  public String line() {
    return where.isEmpty() ? words : where + "  " + words;
  }
}
