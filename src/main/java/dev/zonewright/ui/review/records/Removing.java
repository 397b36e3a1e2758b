package dev.zonewright.ui.review.records;

import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.ExceptionRow;

/** Takes entries out of the review file, once a person has seen what that changes. */
public interface Removing {
  /** Removes an exception. */
  void remove(ExceptionRow row);

  /** Removes an attestation. */
  void remove(AttestationRow row);
}
