package dev.zonewright.review;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Severity;
import java.util.List;
import java.util.Optional;

/** What is found in a review file itself. */
public final class ReviewControls {
  private static final List<String> SOURCES =
      List.of("Edera security reference architecture: Hardening checklist");

  /** An entry that cannot be used. */
  public static final ControlInfo INVALID =
      info(
          "invalid-review-entry",
          "Invalid review entry",
          "An entry of the review file cannot be used, so it accepts and attests nothing",
          Severity.MEDIUM);

  /** An exception that is over. */
  public static final ControlInfo EXPIRED =
      info(
          "expired-exception",
          "Expired exception",
          "An exception has expired: what it accepted is a finding again",
          Severity.MEDIUM);

  /** An exception or attestation that is about nothing. */
  public static final ControlInfo UNUSED =
      info(
          "unused-exception",
          "Unused exception",
          "An exception covers no finding of the opened manifests, an attestation names no tenant"
              + " of theirs, or an agent no workload",
          Severity.LOW);

  /** An exception that runs longer than the profile allows. */
  public static final ControlInfo OVERLONG =
      info(
          "overlong-exception",
          "Overlong exception",
          "An exception runs longer than the profile allows",
          Severity.LOW);

  private ReviewControls() {}

  public static List<ControlInfo> all() {
    return List.of(INVALID, EXPIRED, UNUSED, OVERLONG);
  }

  /** The one of this id; empty where the catalogue has it, or nobody. */
  public static Optional<ControlInfo> named(String id) {
    return all().stream().filter(info -> info.id().equals(id)).findFirst();
  }

  private static ControlInfo info(String id, String title, String summary, Severity severity) {
    return new ControlInfo(
        id, Family.REVIEW, title, summary, severity, EderaEffect.OPERATOR, SOURCES);
  }
}
