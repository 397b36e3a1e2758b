package dev.zonewright.ui.shell;

import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.FileNames;
import java.util.List;

/** Where a review file goes that is not there yet. */
final class ReviewPlaces {
  private ReviewPlaces() {}

  /** In the folder that holds all open files, so that it is found for each of them. */
  static String next(List<String> files) {
    return folder(files) + ReviewFile.NAME;
  }

  /** The folder of the manifests; what was pasted and is in none does not count beside others. */
  static String ofManifests(List<String> files) {
    return folder(files.stream().filter(f -> !FileNames.folder(f).isEmpty()).toList());
  }

  private static String folder(List<String> files) {
    String common = files.isEmpty() ? "" : FileNames.folder(files.getFirst());
    for (String file : files) {
      while (!file.startsWith(common)) {
        common = FileNames.folder(common.substring(0, common.length() - 1));
      }
    }
    return common;
  }
}
