package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of two versions: manifests that were analysed, a review that was written as JSON, or a
 * baseline.
 *
 * @param entries the findings, also those that exceptions cover
 * @param objects what is there
 * @param risks by tenant, with what they rest on; only manifests have them
 * @param levels of the rows of the risks; a review in JSON has none
 * @param analysis of the manifests; a version that was written does not have it
 * @param kept what a written version says of reachability and access; manifests are asked
 * @param documents how many there are, and how many of them were analysed
 */
public record Side(
    List<Entry> entries,
    HeldObjects objects,
    List<TenantRisk> risks,
    List<RowLevel> levels,
    Optional<Analysis> analysis,
    Optional<Ways> kept,
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
   * @param line of the file; 0 in a baseline
   * @param accepted whether an exception covers it
   */
  public record Entry(
      String fingerprint,
      String control,
      Severity severity,
      String object,
      String container,
      String path,
      String file,
      int line,
      String message,
      boolean accepted) {
    /** File and line, as far as they are known. */
    public String place() {
      return line > 0 ? file + ":" + line : file;
    }

    boolean isOfObject() {
      return !object.equals(NO_OBJECT);
    }
  }

  public Side {
    entries = List.copyOf(entries);
    risks = List.copyOf(risks);
    levels = List.copyOf(levels);
  }

  /** Manifests as they are. */
  public static Side of(Analysis analysis) {
    return of(analysis, ResidualRisk.of(analysis));
  }

  /** The same where the risks are known already. */
  public static Side of(Analysis analysis, List<TenantRisk> risks) {
    HeldObjects.Gatherer objects = new HeldObjects.Gatherer();
    analysis.objects().forEach(o -> objects.add(ObjectRef.of(o.object()).path(), o.file()));
    return new Side(
        analysis.findings().stream().map(Side::entry).toList(),
        objects.done(),
        risks,
        RowLevel.of(risks),
        Optional.of(analysis),
        Optional.empty(),
        analysis.coverage().documents(),
        analysis.coverage().analysed());
  }

  /** The same with another number of documents. */
  public Side covering(int all) {
    return new Side(entries, objects, risks, levels, analysis, kept, all, analysed);
  }

  /** Whether what a finding is about is there after; what is about no object cannot lose it. */
  boolean keepsObjectOf(Entry finding, Side after) {
    return !finding.isOfObject() || !objects.loses(finding, after.objects);
  }

  /** What is known of reachability and access; empty where nothing is. */
  Optional<Ways> ways() {
    return kept.or(() -> analysis.map(a -> new WayFinder(a).find()));
  }

  /** Whether it says at which level the rows of tenants are; a review in JSON does not. */
  boolean holdsRisk() {
    return analysis.isPresent() || kept.isPresent() || !levels.isEmpty();
  }

  /** How many findings no exception covers. */
  public int open() {
    return (int) entries.stream().filter(e -> !e.accepted()).count();
  }

  private static Entry entry(LocatedFinding located) {
    return new Entry(
        located.fingerprint(),
        located.finding().control().id(),
        located.finding().severity(),
        located.finding().object().path(),
        located.finding().container(),
        withoutPositions(located.finding().path().toString()),
        located.file(),
        located.start().line(),
        located.finding().message(),
        located.accepted().isPresent());
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
    List<Entry> all = now.findings().stream().map(Side::entry).toList();
    Side after =
        new Side(
            all,
            new HeldObjects(Map.of()),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            0);
    List<Entry> against = Comparison.of(this, after).against();
    Set<String> fresh = against.stream().map(Entry::fingerprint).collect(Collectors.toSet());
    Matching.of(entries, all).come().stream()
        .filter(Entry::accepted)
        .map(Entry::fingerprint)
        .forEach(fresh::add);
    return new BaselineMarks(true, newOnly, fresh, against.size(), after.open() - against.size());
  }
}
