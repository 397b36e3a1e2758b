package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.fix.FixOffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what can be done about an answer, in the fixes of the findings that it rests on. */
final class Offers {
  private Offers() {}

  /** What is offered for an item, of one file: what needs no look first, then what has a fix. */
  static List<FixOffer> of(ItemResult item, FoundAt findings) {
    Set<LocatedFinding> found = findings.of(item.evidence());
    for (LocatedFinding finding : findings.ofTenant()) {
      if (item.controls().contains(finding.finding().control().id())) {
        found.add(finding);
      }
    }
    return offers(found);
  }

  /** What is offered for one thing that a level rests on; nothing for what no control judges. */
  static List<FixOffer> of(Evidence evidence, FoundAt findings) {
    return offers(findings.of(List.of(evidence)));
  }

  private static List<FixOffer> offers(Collection<LocatedFinding> findings) {
    List<LocatedFinding> sorted =
        findings.stream()
            .filter(f -> f.accepted().isEmpty())
            .sorted(
                Comparator.comparing((LocatedFinding f) -> f.finding().safeFix().isEmpty())
                    .thenComparing(f -> f.finding().fixes().isEmpty()))
            .toList();
    Optional<String> file = sorted.stream().map(LocatedFinding::file).findFirst();
    return sorted.stream().filter(f -> file.get().equals(f.file())).map(FixOffer::of).toList();
  }
}
