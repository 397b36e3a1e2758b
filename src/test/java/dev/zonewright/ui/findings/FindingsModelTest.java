package dev.zonewright.ui.findings;

import static dev.zonewright.ui.findings.ShownFindings.A;
import static dev.zonewright.ui.findings.ShownFindings.CLEAN;
import static dev.zonewright.ui.findings.ShownFindings.analyse;
import static dev.zonewright.ui.findings.ShownFindings.items;
import static dev.zonewright.ui.findings.ShownFindings.showing;
import static dev.zonewright.ui.findings.ShownFindings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Filter, groups, order and choice. */
class FindingsModelTest {
  @Test
  void withoutGroupsThereAreOnlyFindings() {
    FindingsModel model = showing(A);
    model.groupingProperty().set(Grouping.NONE);

    assertThat(model.rows()).allMatch(r -> r instanceof FindingRow.Item);
  }

  @Test
  void allWordsOfTheFilterMustOccur() {
    FindingsModel model = showing(A);
    model.filterProperty().set("TWO host-ipc");

    assertThat(words(model)).containsExactly("[globex]", "host-ipc two");
    assertThat(model.summaryProperty().get()).startsWith("1 · ");
  }

  @Test
  void aHiddenSeverityIsLeftOutButStillCounted() {
    FindingsModel model = showing(A);
    int before = model.countsProperty().get().values().stream().mapToInt(i -> i).sum();
    Severity gravest =
        model.countsProperty().get().keySet().stream().min(Severity::compareTo).orElseThrow();

    model.setShown(gravest, false);

    assertThat(words(model)).hasSizeLessThan(before + 2);
    assertThat(model.countsProperty().get().get(gravest)).isPositive();
    model.setShown(gravest, true);
    assertThat(words(model)).hasSize(before + 2);
  }

  @Test
  void aTableThatWaitsForItsFindingsDoesNotSayThatNothingIsOpened() {
    FindingsModel model = new FindingsModel();
    model.awaits(true);
    assertThat(model.emptyTextProperty().get()).isEqualTo("Analysing…");
    model.awaits(false);
    assertThat(model.emptyTextProperty().get()).isEqualTo("Nothing is opened yet");
  }

  @Test
  void anEmptyTableSaysWhy() {
    assertThat(showing().emptyTextProperty().get()).isEqualTo("Nothing is opened yet");
    assertThat(showing(CLEAN).emptyTextProperty().get()).isEqualTo("No findings in 1 document");
    assertThat(showing(Manifest.of("v", "a: 1\n")).emptyTextProperty().get())
        .startsWith("No document could be analysed");
    FindingsModel filtered = showing(A);
    filtered.filterProperty().set("nothing like it");
    assertThat(filtered.emptyTextProperty().get()).startsWith("The filter hides all ");
  }

  @Test
  void theChosenFindingStaysChosenWhenItMoves() {
    FindingsModel model = showing(A);
    LocatedFinding chosen = model.next("", 0).orElseThrow();
    model.selectedProperty().set(chosen);

    model.show(analyse(Manifest.of("a.yaml", "# moved\n" + A.stream().text())));

    LocatedFinding now = Optional.ofNullable(model.selectedProperty().get()).orElseThrow();
    assertThat(now.fingerprint()).isEqualTo(chosen.fingerprint());
    assertThat(now.start().line()).isEqualTo(chosen.start().line() + 1);
    model.show(analyse(CLEAN));
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void aPodOutsideAnyZoneGetsNoComfort() {
    FindingsModel model = showing(A);
    model.groupingProperty().set(Grouping.NONE);
    FindingRow.Item runtime =
        model.rows().stream()
            .map(FindingRow.Item.class::cast)
            .filter(i -> i.at().finding().control().id().equals("missing-edera-runtime"))
            .findFirst()
            .orElseThrow();

    assertThat(runtime.onHost()).isTrue();
    assertThat(runtime.effect().word()).isEqualTo("on the host");
    assertThat(runtime.fix()).isEqualTo(FixKind.REVIEW);
  }

  private static ControlInfo control(FindingsModel model, String id) {
    return items(model).stream()
        .map(i -> i.at().finding().control())
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLayoutIsOneThingToKeep() {
    FindingsModel model = showing(A);
    FindingsLayout kept =
        new FindingsLayout(
            Grouping.CONTROL, FindingsColumn.OBJECT, true, Map.of(FindingsColumn.FILE, 90.0));
    model.layoutProperty().set(kept);
    assertThat(model.groupingProperty().get()).isEqualTo(Grouping.CONTROL);
    assertThat(words(model)).contains("[Host process list]");

    model.groupingProperty().set(Grouping.FILE);
    assertThat(model.layoutProperty().get()).isEqualTo(kept.groupedBy(Grouping.FILE));
    assertThat(words(model).getFirst()).isEqualTo("[a.yaml]");
    assertThat(kept.widthOf(FindingsColumn.FILE)).isEqualTo(90);
    assertThat(kept.withWidth(FindingsColumn.FILE, 70).widthOf(FindingsColumn.FILE)).isEqualTo(70);
    assertThat(kept.widthOf(FindingsColumn.LINE)).isEqualTo(68);
  }

  @Test
  void oneControlIsShownAloneOrLeftOut() {
    FindingsModel model = showing(A);
    ControlInfo hostPid = control(model, "host-pid");
    model.showOnly(hostPid);
    assertThat(words(model)).containsExactly("[acme]", "host-pid one");
    assertThat(model.controlsTextProperty().get()).isEqualTo("Only “" + hostPid.title() + "”");

    model.hide(hostPid);
    assertThat(words(model)).doesNotContain("host-pid one").contains("host-ipc two");
    assertThat(model.controlsTextProperty().get()).isEqualTo("“" + hostPid.title() + "” hidden");
    model.hide(control(model, "host-ipc"));
    assertThat(model.controlsTextProperty().get()).isEqualTo("2 controls hidden");

    model.showAllControls();
    assertThat(words(model)).contains("host-pid one", "host-ipc two");
    assertThat(model.controlsTextProperty().get()).isEmpty();
  }

  @Test
  void clearingTheFilterShowsEverythingAgain() {
    FindingsModel model = showing(A);
    List<String> all = words(model);
    model.hide(control(model, "host-pid"));
    model.filterProperty().set("nothing like it");
    model.fixableOnlyProperty().set(true);
    model.setShown(Severity.HIGH, false);
    assertThat(model.rows()).isEmpty();
    assertThat(model.filterHidesAllProperty().get()).isTrue();

    model.clearFilter();
    assertThat(words(model)).isEqualTo(all);
    assertThat(model.filterHidesAllProperty().get()).isFalse();
    assertThat(model.hiddenSeverities()).isEmpty();
    assertThat(model.fixableOnlyProperty().get()).isFalse();
  }

  @Test
  void rowsAreCopiedAsLinesOfText() {
    FindingsModel model = showing(A);
    model.filterProperty().set("host-ipc");

    assertThat(FindingsText.of(model.rows()).lines())
        .hasSize(2)
        .startsWith("globex")
        .last()
        .asString()
        .contains("\tglobex\tPod two\t")
        .contains("\ta.yaml:20\t");
  }

  @Test
  void whereAllIsAcceptedTheEmptyTableSaysSo() {
    FindingsModel model = new FindingsModel();
    model.show(
        Reviews.of(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: db, namespace: shop}
                stringData: {password: hunter2hunter2}
                """,
                """
                exceptions:
                - control: literal-credential
                  namespace: shop
                  reason: moves next month
                  owner: shop team
                  expires: 2026-12-05
                """)
            .analysis());

    assertThat(model.rows()).isEmpty();
    assertThat(model.countsProperty().get()).isEmpty();
    assertThat(model.emptyTextProperty().get())
        .isEqualTo(
            "No open findings in 1 document. 1 finding is accepted: see Exceptions in Review.");
  }
}
