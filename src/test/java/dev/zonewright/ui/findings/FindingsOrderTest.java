package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
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
  private static String pod(String name, String tenant, String more) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      namespace: %s
    spec:
      %s
      automountServiceAccountToken: false
      containers:
        - name: main
          image: x:1
          securityContext: {capabilities: {drop: [ALL]}}
    """
        .formatted(name, tenant, more);
  }

  private static final Manifest A =
      Manifest.of(
          "a.yaml",
          pod("one", "acme", "hostPID: true") + "---\n" + pod("two", "globex", "hostIPC: true"));
  private static final Manifest CLEAN =
      Manifest.of("c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");

  private static Analysis analyse(Manifest... manifests) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(manifests));
  }

  private static FindingsModel showing(Manifest... manifests) {
    FindingsModel model = new FindingsModel();
    model.show(analyse(manifests));
    return model;
  }

  private static List<String> words(FindingsModel model) {
    return model.rows().stream()
        .map(r ->
            switch (r) {
              case FindingRow.Group g -> "[" + g.title() + "]";
              case FindingRow.Item i ->
                  i.at().finding().control().id() + " " + i.at().finding().name();
            })
        .toList();
  }

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

  private static List<FindingRow.Item> items(FindingsModel model) {
    return model.rows().stream()
        .filter(FindingRow.Item.class::isInstance)
        .map(FindingRow.Item.class::cast)
        .toList();
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
