package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of one list of the review file as they are written, be they of use or not, and what
 * the audit of the file says of each.
 */
final class WrittenEntries {
  private final Optional<YamlCursor> list;
  private final List<Finding> audit;

  /**
   * Looks at a list.
   *
   * @param section its key
   */
  WrittenEntries(ReviewFile file, Analysis analysis, String section) {
    this.list =
        file.manifest().stream().parts().stream()
            .findFirst()
            .map(YamlStream.Part::document)
            .map(d -> d.cursor().get(section));
    this.audit =
        analysis.findings().stream()
            .filter(f -> f.file().equals(file.manifest().file()))
            .map(LocatedFinding::finding)
            .toList();
  }

  /** Where each of them stands, in the order of the file. */
  List<YamlCursor> all() {
    return list.filter(YamlCursor::isSequence).map(YamlCursor::items).orElse(List.of());
  }

  /** What is wrong with an entry. */
  List<Finding> said(YamlPath entry) {
    return audit.stream().filter(f -> f.path().startsWith(entry)).toList();
  }

  static boolean has(List<Finding> said, String control) {
    return said.stream().anyMatch(f -> f.control().id().equals(control));
  }

  /** What is wrong, and what to do; empty where nothing is. */
  static String words(List<Finding> said) {
    List<String> out = new ArrayList<>();
    for (Finding finding : said) {
      out.add(finding.message() + (finding.guidance().isEmpty() ? "" : ". " + finding.guidance()));
    }
    return String.join("\n", out);
  }

  /** A value of an entry as it is written; empty where none is, or no single one. */
  static String text(YamlCursor entry, String key) {
    return entry.get(key).isScalar() ? entry.get(key).raw() : "";
  }
}
