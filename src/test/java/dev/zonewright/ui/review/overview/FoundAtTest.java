package dev.zonewright.ui.review.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.risk.Evidence;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.review.Reviews;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The findings that a level rests on are found without going through all of them each time. */
class FoundAtTest {
  private static final String RUNTIME = "missing-edera-runtime";
  private static final int MANY = 2000;

  private int looks;

  private final List<LocatedFinding> findings = new ArrayList<>();

  private final List<LocatedFinding> counted =
      new AbstractList<>() {
        @Override
        public LocatedFinding get(int index) {
          looks++;
          return findings.get(index);
        }

        @Override
        public int size() {
          return findings.size();
        }
      };

  private static Evidence evidence(LocatedFinding finding) {
    return new Evidence(
            Evidence.State.EXPOSURE,
            "runs on the host kernel",
            Optional.of(
                new Evidence.Place(finding.file(), finding.start().line(), finding.range())))
        .of(finding.finding().control().id());
  }

  private void open(int pods) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pods; i++) {
      text.append(
              "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%d, namespace: shop}\n"
                  .formatted(i))
          .append("spec: {containers: [{name: a, image: 'registry.example/a:1'}]}\n");
    }
    findings.addAll(
        Reviews.of(text.toString(), "").analysis().findings().stream()
            .filter(f -> f.finding().control().id().equals(RUNTIME))
            .toList());
  }

  @Test
  void thousandsOfThingsTakeOneLookAtEachFinding() {
    open(MANY);
    FoundAt at = new FoundAt(counted, List.of());
    List<Evidence> things = findings.stream().map(FoundAtTest::evidence).toList();
    assertThat(at.of(things)).hasSize(MANY);
    things.forEach(thing -> assertThat(at.of(List.of(thing))).hasSize(1));
    assertThat(looks).isEqualTo(MANY);
  }

  @Test
  void aThingBesideTheFindingsMeansThoseOfItsFile() {
    open(3);
    Evidence first = evidence(findings.getFirst());
    Evidence.Place place = first.place().orElseThrow();
    Evidence beside =
        new Evidence(
                first.state(),
                "stands beside",
                Optional.of(new Evidence.Place(place.file(), 1, new TextRange(0, 1))))
            .of(RUNTIME);
    FoundAt at = new FoundAt(findings, List.of());
    assertThat(at.of(List.of(first))).containsExactly(findings.getFirst());
    assertThat(at.of(List.of(beside, beside))).containsExactlyElementsOf(findings);
    assertThat(at.of(List.of(beside.of("another-control")))).isEmpty();
  }
}
