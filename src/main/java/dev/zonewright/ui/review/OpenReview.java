package dev.zonewright.ui.review;

import dev.zonewright.control.Declared;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.text.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the review file among the opened manifests sets for the analysis. It is asked after each
 * keystroke, in whichever file, and so reads the review file again only where that has changed.
 */
public final class OpenReview {
  private volatile @Nullable ReviewFile last;

  /** The profile with what the review file sets. */
  public Profile profile(List<Manifest> manifests) {
    return read(manifests)
        .map(review -> review.in(Profile.EDERA_REFERENCE))
        .orElse(Profile.EDERA_REFERENCE);
  }

  /** What the review file says of objects. */
  public Declared declared(List<Manifest> manifests) {
    return read(manifests)
        .map(review -> new Declared(review.defaultNamespace(), review::declaresAgent))
        .orElse(Declared.NOTHING);
  }

  private Optional<ReviewFile> read(List<Manifest> manifests) {
    return among(manifests)
        .map(manifest -> {
          ReviewFile known = last;
          if (known != null && known.manifest().equals(manifest)) {
            return known;
          }
          ReviewFile review = ReviewReader.read(manifest);
          last = review;
          return review;
        });
  }

  /**
   * The review file that counts: of several, the one in the outermost folder; none where two are
   * equally far out, as for the terminal.
   */
  static Optional<Manifest> among(List<Manifest> manifests) {
    List<Manifest> outermost = new ArrayList<>();
    long depth = Long.MAX_VALUE;
    for (Manifest manifest : manifests) {
      String name = manifest.file();
      if (FileNames.last(name).equals(ReviewFile.NAME)) {
        long own = name.chars().filter(c -> c == '/').count();
        if (own < depth) {
          outermost.clear();
          depth = own;
        }
        if (own == depth) {
          outermost.add(manifest);
        }
      }
    }
    return outermost.size() == 1 ? Optional.of(outermost.getFirst()) : Optional.empty();
  }
}
