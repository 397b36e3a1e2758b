package dev.zonewright.report.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a change is what making it and looking afresh brings. */
class ClosingTrialsTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private static final Fixer FIXER = new Fixer(ANALYZER);

  private static Analysis sample() throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      for (Path file : files.sorted().toList()) {
        manifests.add(Manifest.of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return ANALYZER.analyze(manifests);
  }

  private static ClosingChanges of(Analysis analysis) {
    return ClosingTrials.of(analysis, FIXER, a -> a, () -> false);
  }

  private static Set<String> prints(Analysis analysis) {
    return analysis.findings().stream()
        .map(LocatedFinding::fingerprint)
        .collect(Collectors.toSet());
  }

  @Test
  void eachChangeOfTheSampleClosesWhatMakingItCloses() throws IOException {
    Analysis before = sample();
    ClosingChanges closing = of(before);
    assertThat(closing.tried()).isEqualTo(closing.possible()).isPositive();
    assertThat(closing.changes()).hasSizeGreaterThan(ClosingChanges.SHOWN);
    for (ClosingChange change : closing.changes()) {
      FixRun run =
          FIXER.fixAll(
              before, f -> change.change().fixOf(f).map(x -> x.forReview("")), () -> false);
      assertThat(run.edits().size() + run.created().size()).isPositive();
      Analysis fresh = ANALYZER.analyze(run.after().manifests());
      Set<String> gone = new HashSet<>(prints(before));
      gone.removeAll(prints(fresh));
      assertThat(gone).as(change.words()).isEqualTo(change.closed());
      List<RiskChange> better =
          RiskChanges.between(ResidualRisk.of(before), ResidualRisk.of(fresh)).stream()
              .filter(RiskChange::isBetter)
              .toList();
      assertThat(better).as(change.words()).isEqualTo(change.rows());
    }
  }

  @Test
  void whatClosesMostStandsFirstAndNothingTwice() throws IOException {
    List<ClosingChange> changes = of(sample()).changes();
    assertThat(changes).isSortedAccordingTo((a, b) -> Integer.compare(b.gain(), a.gain()));
    for (int i = 1; i < changes.size(); i++) {
      for (ClosingChange earlier : changes.subList(0, i)) {
        boolean covered =
            earlier.closed().containsAll(changes.get(i).closed())
                && earlier.rows().containsAll(changes.get(i).rows());
        assertThat(covered).isFalse();
      }
    }
  }

  @Test
  void anAcceptedFindingIsNeitherChangedNorCounted() throws IOException {
    Analysis raw = sample();
    ClosingChange first = of(raw).changes().getFirst();
    String control = first.change().control();
    String tenant = first.first().finding().tenant().orElseThrow();
    String text =
        """
        exceptions:
          - control: %s
            tenant: %s
            reason: planned
            owner: J. Doe
            expires: 2027-01-01
            recorded: 2026-10-01
        """
            .formatted(control, tenant);
    Known known = Known.of(ControlCatalogue.all(), ChecklistItem.ids());
    Reviewed reviewed =
        Reviewed.of(
            ReviewReader.read(Manifest.of("zonewright-review.yaml", text)),
            raw,
            LocalDate.of(2026, 11, 27),
            known);
    Set<String> accepted =
        reviewed.analysis().findings().stream()
            .filter(f -> f.accepted().isPresent())
            .map(LocatedFinding::fingerprint)
            .collect(Collectors.toSet());
    assertThat(accepted).contains(first.first().fingerprint());
    ClosingChanges closing =
        ClosingTrials.of(
            reviewed.analysis(), FIXER, a -> reviewed.of(a, known).analysis(), () -> false);
    for (ClosingChange change : closing.changes()) {
      assertThat(accepted).doesNotContain(change.first().fingerprint());
      assertThat(Collections.disjoint(accepted, change.closed())).isTrue();
    }
  }

  @Test
  void aLargeSetIsTriedInPartAndSaysSo() {
    String pods =
        IntStream.range(0, 12_000)
            .mapToObj(i ->
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c%d, namespace: shop}
                """
                    .formatted(i))
            .collect(Collectors.joining("---\n"));
    String few =
        IntStream.range(0, 20)
            .mapToObj(i ->
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p%d, namespace: shop}
                spec: {hostPID: true, containers: [{name: a, image: 'a:1'}]}
                """
                    .formatted(i))
            .collect(Collectors.joining("---\n"));
    ClosingChanges closing =
        of(ANALYZER.analyze(List.of(Manifest.of("a.yaml", pods), Manifest.of("b.yaml", few))));
    assertThat(closing.tried()).isPositive().isLessThan(closing.possible());
    assertThat(closing.account())
        .contains(closing.tried() + " of " + closing.possible() + " possible");
  }

  @Test
  void oneDocumentOfManyObjectsIsTriedInPart() {
    String items =
        IntStream.range(0, 250)
            .mapToObj(i ->
                """
                - apiVersion: v1
                  kind: Pod
                  metadata: {name: p%d, namespace: shop}
                  spec: {hostPID: true, containers: [{name: a, image: 'a:1'}]}
                """
                    .formatted(i))
            .collect(Collectors.joining());
    String list = "apiVersion: v1\nkind: List\nitems:\n" + items;
    ClosingChanges closing = of(ANALYZER.analyze(List.of(Manifest.of("a.yaml", list))));
    assertThat(closing.tried()).isPositive().isLessThan(20);
    assertThat(closing.possible()).isGreaterThan(250);
  }

  @Test
  void nothingToTryIsSaid() {
    ClosingChanges closing = of(ANALYZER.analyze(List.of()));
    assertThat(closing.changes()).isEmpty();
    assertThat(closing.account()).isEqualTo("No open finding has a fix to try.");
  }
}
