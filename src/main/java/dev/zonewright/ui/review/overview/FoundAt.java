package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.risk.Evidence;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of a tenant by where they stand. A level may rest on thousands of things, and a
 * tenant may have thousands of findings: each is looked at once.
 */
final class FoundAt {
  private final List<LocatedFinding> ofTenant;
  private final Map<InFile, List<LocatedFinding>> inFile = new HashMap<>();
  private final Map<At, List<LocatedFinding>> at = new HashMap<>();

  private record InFile(String control, String file) {}

  private record At(InFile in, TextRange range) {}

  /**
   * Sorts findings.
   *
   * @param ofTenant the findings of the tenant
   * @param ofCluster the findings of no tenant
   */
  FoundAt(List<LocatedFinding> ofTenant, List<LocatedFinding> ofCluster) {
    this.ofTenant = ofTenant;
    ofTenant.forEach(this::add);
    ofCluster.forEach(this::add);
  }

  private void add(LocatedFinding finding) {
    InFile in = new InFile(finding.finding().control().id(), finding.file());
    inFile.computeIfAbsent(in, _ -> new ArrayList<>()).add(finding);
    at.computeIfAbsent(new At(in, finding.range()), _ -> new ArrayList<>()).add(finding);
  }

  List<LocatedFinding> ofTenant() {
    return ofTenant;
  }

  /**
   * What some things rest on, each finding once: the findings at their places; where a thing stands
   * beside them, those of its file.
   */
  Set<LocatedFinding> of(Collection<Evidence> things) {
    Set<LocatedFinding> found = new LinkedHashSet<>();
    Set<Object> asked = new HashSet<>();
    for (Evidence thing : things) {
      boolean raises =
          thing.state() == Evidence.State.EXPOSURE || thing.state() == Evidence.State.MISSING;
      if (raises && thing.control().isPresent() && thing.place().isPresent()) {
        Evidence.Place place = thing.place().get();
        InFile in = new InFile(thing.control().get(), place.file());
        At exact = new At(in, place.range());
        if (asked.add(at.containsKey(exact) ? exact : in)) {
          found.addAll(at.getOrDefault(exact, inFile.getOrDefault(in, List.of())));
        }
      }
    }
    return found;
  }
}
