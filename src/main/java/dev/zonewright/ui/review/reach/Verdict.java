package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Answer.Outcome;

/** The counts above the table; each shows only the rows that it counts. */
enum Verdict {
  MUST_BE_DENIED("must be denied", "bad"),
  ALLOWED("allowed", "quiet"),
  DENIED("denied or not opened", "good"),
  UNDETERMINED("undetermined", "quiet");

  private final String words;
  private final String tone;

  Verdict(String words, String tone) {
    this.words = words;
    this.tone = tone;
  }

  String words() {
    return words;
  }

  /** A style class. */
  String tone() {
    return tone;
  }

  /** Whether a row is counted; what must be denied is counted among what is allowed too. */
  boolean counts(ReachRow row) {
    return switch (this) {
      case MUST_BE_DENIED -> row.isWrong();
      case ALLOWED -> row.now() == Outcome.ALLOWED;
      case DENIED -> row.now() == Outcome.DENIED || row.now() == Outcome.NOT_OPENED;
      case UNDETERMINED -> row.now() == Outcome.UNDETERMINED;
    };
  }
}
