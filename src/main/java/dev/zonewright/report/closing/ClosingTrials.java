package dev.zonewright.report.closing;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import dev.zonewright.risk.TenantRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tries single changes, one at a time, on the manifests as they are: what is closed is what a fresh
 * analysis, with the review applied, no longer shows. Nothing is estimated but the order of trying.
 */
public final class ClosingTrials {
  /**
   * Documents that all trials together look through, so that on some thousand documents they take
   * about twice as long as one analysis; on small sets every change is tried.
   */
  private static final int WORK = 16_000;

  private static final int FEWEST = 8;
  private static final int MOST = 240;

  private final Analysis before;
  private final Fixer fixer;
  private final UnaryOperator<Analysis> review;
  private final List<TenantRisk> risks;
  private final Map<String, Integer> open = new HashMap<>();

  private ClosingTrials(Analysis before, Fixer fixer, UnaryOperator<Analysis> review) {
    this.before = before;
    this.fixer = fixer;
    this.review = review;
    this.risks = ResidualRisk.of(before);
    before.open().forEach(f -> open.merge(about(f), 1, Integer::sum));
  }

  /**
   * Tries as many changes as the size of the input allows, which is a number of its documents and
   * no time: the same input gives the same answer.
   *
   * @param before with the review applied, where there is one
   * @param review applies it to a later analysis of the same files
   * @param cancelled asked before each trial; a cancelled run gives what was tried so far
   */
  public static ClosingChanges of(
      Analysis before, Fixer fixer, UnaryOperator<Analysis> review, BooleanSupplier cancelled) {
    return new ClosingTrials(before, fixer, review).run(cancelled);
  }

  /** A change before it is tried. */
  private static final class Candidate {
    private final Change change;
    private final LocatedFinding first;
    private final Fix fix;
    private int places;

    Candidate(Change change, LocatedFinding first, Fix fix) {
      this.change = change;
      this.first = first;
      this.fix = fix;
    }
  }

  private ClosingChanges run(BooleanSupplier cancelled) {
    List<Candidate> candidates = candidates();
    List<@Nullable ClosingChange> outcomes =
        candidates.subList(0, affordable(candidates)).parallelStream()
            .map(c -> cancelled.getAsBoolean() ? null : outcome(c))
            .toList();
    List<ClosingChange> closing =
        outcomes.stream()
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .filter(c -> c.gain() > 0)
            .sorted(
                Comparator.comparingInt(ClosingChange::gain)
                    .reversed()
                    .thenComparing(
                        Comparator.comparingInt((ClosingChange c) -> c.rows().size()).reversed())
                    .thenComparing(c -> c.first().finding().severity())
                    .thenComparing(c -> c.first().file())
                    .thenComparingInt(c -> c.first().range().start())
                    .thenComparing(c -> c.change().title()))
            .toList();
    int tried = (int) outcomes.stream().filter(Objects::nonNull).count();
    return new ClosingChanges(apart(closing), tried, candidates.size());
  }

  /**
   * How many of the candidates are tried. Each trial looks at all documents, and afresh at the one
   * that it changes: one with thousands of findings, a list or a pod of hundreds of containers,
   * costs as much as so many documents.
   */
  private int affordable(List<Candidate> candidates) {
    Map<String, Integer> found = new HashMap<>();
    before.findings().forEach(f -> found.merge(document(f), 1, Integer::sum));
    int documents = Math.max(1, before.coverage().documents());
    long work = 0;
    int count = 0;
    for (Candidate one : candidates) {
      work += Math.max(documents, found.getOrDefault(document(one.first), 0));
      if (count == MOST || (count >= FEWEST && work > WORK)) {
        break;
      }
      count++;
    }
    return count;
  }

  private static String document(LocatedFinding finding) {
    return finding.file() + "\n" + finding.document();
  }

  /** Without those whose findings and rows another that stands before them closes as well. */
  private static List<ClosingChange> apart(List<ClosingChange> ranked) {
    List<ClosingChange> out = new ArrayList<>();
    for (ClosingChange one : ranked) {
      boolean covered =
          out.stream()
              .anyMatch(
                  o -> o.closed().containsAll(one.closed()) && o.rows().containsAll(one.rows()));
      if (!covered) {
        out.add(one);
      }
    }
    return out;
  }

  /** Those of an object that the most findings rest on first. */
  private List<Candidate> candidates() {
    Map<String, Set<String>> resting = new HashMap<>();
    for (LocatedFinding finding : before.open()) {
      for (LocatedRelated place : finding.related()) {
        resting
            .computeIfAbsent(place.file() + "\n" + place.document(), _ -> new HashSet<>())
            .add(finding.fingerprint());
      }
    }
    Map<Change, Candidate> out = new LinkedHashMap<>();
    for (LocatedFinding finding : before.open()) {
      if (finding.finding().control().family() == Family.REVIEW) {
        continue;
      }
      for (Fix fix : finding.finding().fixes()) {
        Change change = Change.of(finding, fix);
        out.computeIfAbsent(change, c -> new Candidate(c, finding, fix)).places++;
      }
    }
    Map<Candidate, Integer> promise = new HashMap<>();
    for (Candidate one : out.values()) {
      promise.put(one, one.places + resting.getOrDefault(document(one.first), Set.of()).size());
    }
    return out.values().stream()
        .sorted(
            Comparator.comparingInt((Candidate c) -> -promise.getOrDefault(c, 0))
                .thenComparing(c -> c.first.finding().severity()))
        .toList();
  }

  private @Nullable ClosingChange outcome(Candidate candidate) {
    Change change = candidate.change;
    FixRun run = fixer.fixAll(before, f -> change.fixOf(f).map(x -> x.forReview("")), () -> false);
    Map<String, Integer> now = new HashMap<>();
    Analysis after = review.apply(run.after());
    after.open().forEach(f -> now.merge(about(f), 1, Integer::sum));
    Map<String, Integer> left = new HashMap<>(now);
    Set<String> closed = new HashSet<>();
    for (LocatedFinding finding : before.open()) {
      if (left.merge(about(finding), -1, Integer::sum) < 0) {
        closed.add(finding.fingerprint());
      }
    }
    int brings = 0;
    for (Map.Entry<String, Integer> one : now.entrySet()) {
      brings += Math.max(0, one.getValue() - open.getOrDefault(one.getKey(), 0));
    }
    List<RiskChange> moved = RiskChanges.between(risks, ResidualRisk.of(after));
    List<RiskChange> better = moved.stream().filter(RiskChange::isBetter).toList();
    return new ClosingChange(
        change,
        candidate.first,
        candidate.fix.safety(),
        candidate.places,
        closed,
        brings,
        better,
        moved.size() - better.size());
  }

  /** What a finding is about, wherever it stands: its fingerprint without the count. */
  private static String about(LocatedFinding finding) {
    return finding.key().about();
  }
}
