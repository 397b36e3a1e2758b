package dev.zonewright.ui.accept;

import dev.zonewright.report.MaskedDiff;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.text.LineDiff;
import java.util.List;

/**
 * An entry that is to be taken out of the review file.
 *
 * @param title what kind of entry: “exception”
 * @param entry which one, in words
 * @param follows what follows from it, in words
 * @param edit what is done to the file
 */
public record Removal(String title, String entry, List<String> follows, ReviewEdit.Made edit) {
  private static final int CONTEXT = 8;

  public Removal {
    follows = List.copyOf(follows);
  }

  /** An exception. */
  public static Removal ofException(String entry, int covered, ReviewEdit.Made edit) {
    String again =
        switch (covered) {
          case 0 -> "It covers no finding, so no count changes.";
          case 1 -> "The finding that it covers counts again, unless another exception covers it.";
          default ->
              "The %,d findings that it covers count again, unless others cover them."
                  .formatted(covered);
        };
    return new Removal("exception", entry, List.of(again), edit);
  }

  /** An attestation. */
  public static Removal ofAttestation(String entry, ReviewEdit.Made edit) {
    return new Removal(
        "attestation", entry, List.of("The item of the checklist is no longer attested."), edit);
  }

  /** The lines that change, with some around them. */
  LineDiff diff() {
    return MaskedDiff.of(
        LineDiff.of(edit.before(), edit.edits(), CONTEXT), edit.before(), edit.after());
  }
}
