package dev.zonewright.review;

import dev.zonewright.analysis.Fingerprint;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Subject;
import dev.zonewright.control.Unjudged;
import dev.zonewright.control.Verdict;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the findings in a review file itself. */
final class ReviewFindings {
  private final ReviewFile file;
  private final List<LocatedFinding> out = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  ReviewFindings(ReviewFile file) {
    this.file = file;
  }

  /** Those that were added, in the order of the text. */
  List<LocatedFinding> inOrder() {
    return out.stream().sorted(Comparator.comparing(LocatedFinding::range)).toList();
  }

  /**
   * Adds one.
   *
   * @param about the entry in words of its own, by which the finding is known again when entries
   *     before it come and go, and when what it covers changes
   * @param path the entry or key that it is about
   * @param mark in offsets of the document, where that is another place than the path's
   */
  void add(
      ControlInfo control,
      String about,
      YamlPath path,
      String message,
      String guidance,
      Optional<TextRange> mark) {
    YamlStream stream = file.manifest().stream();
    Optional<YamlStream.Part> part = stream.parts().stream().findFirst();
    TextRange range =
        mark.or(() -> part.map(p -> p.document().cursor().at(path).place().range()))
            .orElse(new TextRange(0, 0));
    int offset = part.map(YamlStream.Part::offset).orElse(0);
    TextRange placed = range.shift(offset);
    Finding finding =
        new Finding(
            control,
            control.severity(),
            Verdict.VIOLATED,
            Subject.NONE,
            path,
            range,
            Optional.empty(),
            message,
            List.of(),
            List.of(),
            guidance,
            Unjudged.NONE);
    String print = Fingerprint.of(control.id(), about);
    int times = seen.merge(print, 1, Integer::sum);
    out.add(
        new LocatedFinding(
            file.manifest().file(),
            part.isPresent() ? 1 : 0,
            placed,
            stream.lines().positionOf(placed.start()),
            stream.lines().positionOf(placed.end()),
            List.of(),
            times == 1 ? print : print + "-" + times,
            finding));
  }
}
