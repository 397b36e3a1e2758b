package dev.zonewright.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.yaml.YamlCursor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that a finding is about: a capability, a path, the name of a variable or of a
 * volume.
 */
public final class FindingValues {
  private final Analysis analysis;

  public FindingValues(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Whether the finding is about this value. */
  boolean has(LocatedFinding finding, String value) {
    return of(finding).contains(value);
  }

  /**
   * The scalar at the finding's path, or the path or name in the mapping there, and the names of
   * the list items that hold it; the nearest first.
   */
  public Set<String> of(LocatedFinding finding) {
    Set<String> out = new LinkedHashSet<>();
    analysis
        .manifest(finding.file())
        .filter(m -> finding.document() >= 1 && finding.document() <= m.stream().parts().size())
        .map(m -> m.stream().parts().get(finding.document() - 1).document().cursor())
        .ifPresent(root -> collect(root.at(finding.finding().path()), out));
    return out;
  }

  private static void collect(YamlCursor at, Set<String> out) {
    if (at.isScalar()) {
      out.add(at.raw());
    }
    at.get("path").string().ifPresent(out::add);
    at.get("name").string().ifPresent(out::add);
    for (@Nullable YamlCursor step = at; step != null; step = step.parent().orElse(null)) {
      if (step.isItem()) {
        step.get("name").string().ifPresent(out::add);
      }
    }
  }
}
