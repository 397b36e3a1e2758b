package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of two versions: manifests that were analysed, a review that was written as JSON, or a
 * baseline.
 *
 * @param entries the findings that count
 * @param accepted those that exceptions cover
 * @param objects what is there, as {@code NAMESPACE/KIND/NAME}
 * @param risks by tenant; only manifests have them
 * @param levels of the rows of the risks; a review in JSON has none
 * @param documents how many there are, and how many of them were analysed
 */
public record Side(
    List<Entry> entries,
    List<Entry> accepted,
    Set<String> objects,
    List<TenantRisk> risks,
    List<RowLevel> levels,
    int documents,
    int analysed) {
  private static final Pattern POSITION = Pattern.compile("\\[\\d+\\]");
  private static final String NO_OBJECT = "//";

  /**
   * A finding, as far as all forms hold it.
   *
   * @param fingerprint the same in both versions for the same finding
   * @param object {@code NAMESPACE/KIND/NAME}
   * @param path what it is about, with {@code []} for a position in a list
   * @param place file and line; empty in a baseline
   */
  public record Entry(
      String fingerprint,
      String control,
      Severity severity,
      String object,
      String container,
      String path,
      String place,
      String message) {
    boolean isOfObject() {
      return !object.equals(NO_OBJECT);
    }
  }

  public Side {
    entries = List.copyOf(entries);
    accepted = List.copyOf(accepted);
    objects = Set.copyOf(objects);
    risks = List.copyOf(risks);
    levels = List.copyOf(levels);
  }

  /** Manifests as they are. */
  public static Side of(Analysis analysis) {
    Set<String> objects = new HashSet<>();
    analysis.objects().forEach(o -> objects.add(ObjectRef.of(o.object()).path()));
    List<TenantRisk> risks = ResidualRisk.of(analysis);
    return new Side(
        analysis.open().stream().map(Side::entry).toList(),
        accepted(analysis),
        objects,
        risks,
        RowLevel.of(risks),
        analysis.coverage().documents(),
        analysis.coverage().analysed());
  }

  /** The same with another number of documents. */
  public Side covering(int all) {
    return new Side(entries, accepted, objects, risks, levels, all, analysed);
  }

  private static List<Entry> accepted(Analysis analysis) {
    return analysis.findings().stream()
        .filter(f -> f.accepted().isPresent())
        .map(Side::entry)
        .toList();
  }

  private static Entry entry(LocatedFinding located) {
    return new Entry(
        located.fingerprint(),
        located.finding().control().id(),
        located.finding().severity(),
        located.finding().object().path(),
        located.finding().container(),
        withoutPositions(located.finding().path().toString()),
        located.place(),
        located.finding().message());
  }

  static String withoutPositions(String path) {
    return POSITION.matcher(path).replaceAll("[]");
  }

  /**
   * Which findings of manifests are new since this version. One that was accepted then and counts
   * now is new, for nobody bears it any more; so is one that is more severe than it was.
   *
   * @param newOnly whether the others are to be left out
   */
  public BaselineMarks marks(Analysis now, boolean newOnly) {
    Side after =
        new Side(
            now.open().stream().map(Side::entry).toList(),
            accepted(now),
            Set.of(),
            List.of(),
            List.of(),
            0,
            0);
    List<Entry> added = Comparison.of(this, after).against();
    Set<String> fresh = added.stream().map(Entry::fingerprint).collect(Collectors.toSet());
    Set<String> known = new HashSet<>();
    entries.forEach(e -> known.add(e.fingerprint()));
    accepted.forEach(e -> known.add(e.fingerprint()));
    after.accepted().stream()
        .map(Entry::fingerprint)
        .filter(print -> !known.contains(print))
        .forEach(fresh::add);
    return new BaselineMarks(
        true, newOnly, fresh, added.size(), after.entries().size() - added.size());
  }
}
