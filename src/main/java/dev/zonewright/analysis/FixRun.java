package dev.zonewright.analysis;

import dev.zonewright.text.EditSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What came of fixing many findings.
 *
 * @param edits by file, in offsets of the file's text before; only files that change
 * @param created the whole text of each new file, by its name
 * @param after what a fresh analysis of the result says
 * @param fixed findings of the analysis before that the run closed
 * @param refused findings whose fix could not be made, with the reason
 */
public record FixRun(
    Map<String, EditSet> edits,
    Map<String, String> created,
    Analysis after,
    List<LocatedFinding> fixed,
    List<Refusal> refused) {
  public FixRun {
    edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    created = Collections.unmodifiableMap(new TreeMap<>(created));
    fixed = List.copyOf(fixed);
    refused = List.copyOf(refused);
  }

  /**
   * The findings that are not there any more, although documents that fixes add push others down.
   * Of findings that are about the same as many are closed as there are fewer now: first each is
   * met in its own document, then wherever it has moved to.
   */
  static List<LocatedFinding> closed(Analysis before, Analysis now) {
    Map<LocatedFinding.Key, Integer> left = counts(now.findings(), LocatedFinding::key);
    List<LocatedFinding> gone = without(before.findings(), left, LocatedFinding::key);
    Map<String, Integer> elsewhere = new HashMap<>();
    left.forEach((key, count) -> {
      if (count > 0) {
        elsewhere.merge(key.about(), count, Integer::sum);
      }
    });
    return without(gone, elsewhere, f -> f.key().about());
  }

  private static <K> Map<K, Integer> counts(
      List<LocatedFinding> findings, Function<LocatedFinding, K> key) {
    Map<K, Integer> out = new HashMap<>();
    findings.forEach(f -> out.merge(key.apply(f), 1, Integer::sum));
    return out;
  }

  /** Those for which none is left, each taking one away. */
  private static <K> List<LocatedFinding> without(
      List<LocatedFinding> findings, Map<K, Integer> left, Function<LocatedFinding, K> key) {
    List<LocatedFinding> out = new ArrayList<>();
    for (LocatedFinding finding : findings) {
      if (left.merge(key.apply(finding), -1, Integer::sum) < 0) {
        out.add(finding);
      }
    }
    return out;
  }

  /** Those that a fix of another closed: they had none themselves that may be made unasked. */
  public List<LocatedFinding> along(boolean reviewToo) {
    return fixed.stream()
        .filter(f -> reviewToo ? f.finding().fixes().isEmpty() : f.finding().safeFix().isEmpty())
        .toList();
  }

  /** A finding that stays although it has a fix. */
  public record Refusal(LocatedFinding finding, String reason) {}
}
