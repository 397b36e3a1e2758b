package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.fix.FixOffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what can be done about an answer, in the fixes of the findings that it rests on. */
final class Offers {
  private Offers() {}

  /**
   * What is offered for an item, of one file: what needs no look first, then what has a fix.
   *
   * @param ofTenant the findings of its tenant
   * @param ofCluster the findings of no tenant
   */
  static List<FixOffer> of(
      ItemResult item, List<LocatedFinding> ofTenant, List<LocatedFinding> ofCluster) {
    Set<LocatedFinding> found = new LinkedHashSet<>();
    item.evidence().forEach(e -> found.addAll(findings(e, ofTenant, ofCluster)));
    for (LocatedFinding finding : ofTenant) {
      if (item.controls().contains(finding.finding().control().id())) {
        found.add(finding);
      }
    }
    return offers(found);
  }

  /** What is offered for one thing that a level rests on; nothing for what no control judges. */
  static List<FixOffer> of(
      Evidence evidence, List<LocatedFinding> ofTenant, List<LocatedFinding> ofCluster) {
    return offers(findings(evidence, ofTenant, ofCluster));
  }

  /** How many of some findings the things rest on; each counts once. */
  static int count(
      List<Evidence> things, List<LocatedFinding> ofTenant, List<LocatedFinding> ofCluster) {
    Set<LocatedFinding> found = new LinkedHashSet<>();
    things.forEach(e -> found.addAll(findings(e, ofTenant, ofCluster)));
    return found.size();
  }

  /** The findings at the place of the evidence; where it stands beside them, those of its file. */
  private static List<LocatedFinding> findings(
      Evidence evidence, List<LocatedFinding> ofTenant, List<LocatedFinding> ofCluster) {
    boolean raises =
        evidence.state() == Evidence.State.EXPOSURE || evidence.state() == Evidence.State.MISSING;
    if (!raises || evidence.control().isEmpty() || evidence.place().isEmpty()) {
      return List.of();
    }
    Evidence.Place place = evidence.place().get();
    List<LocatedFinding> inFile = new ArrayList<>();
    for (List<LocatedFinding> some : List.of(ofTenant, ofCluster)) {
      some.stream()
          .filter(f -> f.finding().control().id().equals(evidence.control().get()))
          .filter(f -> f.file().equals(place.file()))
          .forEach(inFile::add);
    }
    List<LocatedFinding> at = inFile.stream().filter(f -> f.range().equals(place.range())).toList();
    return at.isEmpty() ? inFile : at;
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
