package dev.zonewright.ui.findings;

import static dev.zonewright.ui.findings.ShownFindings.A;
import static dev.zonewright.ui.findings.ShownFindings.CLEAN;
import static dev.zonewright.ui.findings.ShownFindings.items;
import static dev.zonewright.ui.findings.ShownFindings.showing;
import static dev.zonewright.ui.findings.ShownFindings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.review.Reviews;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the table of findings, and what comes next in it. */
class FindingsOrderTest {
  @Test
  void groupsByTenantWithTheWorstFirst() {
    FindingsModel model = showing(A);

    List<String> rows = words(model);
    assertThat(rows.getFirst()).isEqualTo("[acme]");
    assertThat(rows)
        .contains("[globex]", "host-pid one", "host-ipc two", "missing-edera-runtime one");
    List<Severity> acme =
        model.rows().stream()
            .flatMap(r ->
                r instanceof FindingRow.Item i
                    ? Optional.of(i).stream()
                    : Optional.<FindingRow.Item>empty().stream())
            .filter(i -> i.at().finding().name().equals("one"))
            .map(i -> i.at().finding().severity())
            .toList();
    assertThat(acme).isSorted();
  }

  @Test
  void filesAndTenantsWithNumbersGoByTheNumber() {
    FindingsModel model =
        showing(
            Stream.of(10, 1, 2)
                .map(i ->
                    Manifest.of(
                        "a-" + i + ".yaml", ShownFindings.pod("p" + i, "t-" + i, "hostPID: true")))
                .toArray(Manifest[]::new));
    model.filterProperty().set("host-pid");

    assertThat(words(model))
        .containsSubsequence("[t-1]", "host-pid p1", "[t-2]", "host-pid p2", "[t-10]");
    assertThat(model.next("a-1.yaml", Integer.MAX_VALUE).orElseThrow().file())
        .isEqualTo("a-2.yaml");
    model.groupingProperty().set(Grouping.NONE);
    assertThat(words(model)).containsExactly("host-pid p1", "host-pid p2", "host-pid p10");
  }

  @Test
  void nextGoesByPlaceFromTheCaretAndAround() {
    FindingsModel model = showing(A);
    model.filterProperty().set("host-");
    LocatedFinding first = model.next("", 0).orElseThrow();
    LocatedFinding second = model.next("a.yaml", first.range().start()).orElseThrow();

    assertThat(first.finding().name()).isEqualTo("one");
    assertThat(second.finding().name()).isEqualTo("two");
    model.selectedProperty().set(second);
    assertThat(model.next("a.yaml", second.range().start())).contains(first);
    assertThat(model.previous("a.yaml", second.range().start())).contains(first);
    assertThat(model.previous("a.yaml", 0)).contains(second);
  }

  @Test
  void withNothingShownThereIsNoNext() {
    assertThat(showing(CLEAN).next("c.yaml", 0)).isEmpty();
    assertThat(showing(CLEAN).previous("c.yaml", 0)).isEmpty();
  }

  @Test
  void theRowsOfAGroupAreSortedByTheColumnAndBack() {
    FindingsModel model = showing(A);
    model.groupingProperty().set(Grouping.NONE);
    model.layoutProperty().set(model.layoutProperty().get().sortedBy(FindingsColumn.LINE, true));
    List<Integer> lines = items(model).stream().map(i -> i.at().start().line()).toList();
    assertThat(lines).isSortedAccordingTo(Comparator.reverseOrder()).contains(3, 25);

    model.layoutProperty().set(model.layoutProperty().get().sortedBy(FindingsColumn.TITLE, false));
    assertThat(items(model).stream().map(i -> i.at().finding().control().title()))
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    assertThat(model.next("", 0).orElseThrow().finding().name()).isEqualTo("one");
  }

  @Test
  void fromTheChosenOneTheNextIsThatBelowItInTheTable() {
    FindingsModel model = showing(A);
    List<LocatedFinding> onShow =
        model.rows().stream()
            .flatMap(r ->
                r instanceof FindingRow.Item(LocatedFinding at, boolean _)
                    ? Stream.of(at)
                    : Stream.<LocatedFinding>empty())
            .toList();
    for (int i = 0; i < onShow.size(); i++) {
      LocatedFinding here = onShow.get(i);
      LocatedFinding below = onShow.get((i + 1) % onShow.size());
      model.selectedProperty().set(here);
      assertThat(model.next("a.yaml", here.range().start())).contains(below);
      model.selectedProperty().set(below);
      assertThat(model.previous("a.yaml", below.range().start())).contains(here);
    }
  }

  @Test
  void groupsOfThePlatformStandBelowThoseOfTenants() {
    FindingsModel model = new FindingsModel();
    model.show(Reviews.of(Reviews.TWO_TENANTS, "platform: [bank]\n").analysis());
    assertThat(words(model))
        .filteredOn(w -> w.startsWith("["))
        .containsSubsequence("[shop]", "[bank (platform)]")
        .doesNotContain("[bank]");
  }
}
