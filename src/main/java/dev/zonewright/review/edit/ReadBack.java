package dev.zonewright.review.edit;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.text.EditSet;

/** An edit of a review file, and what the file says before and after it. */
record ReadBack(ReviewEdit.Made made, ReviewFile before, ReviewFile after) {
  static ReadBack of(Manifest file, EditSet edits) {
    ReviewEdit.Made made = new ReviewEdit.Made(file.file(), file.stream().text(), edits, false);
    return new ReadBack(
        made, ReviewReader.read(file), ReviewReader.read(file.withText(made.after())));
  }

  boolean bringsNoProblem() {
    return after.problems().size() <= before.problems().size();
  }
}
