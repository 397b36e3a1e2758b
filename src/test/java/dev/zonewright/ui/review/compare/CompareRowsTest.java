package dev.zonewright.ui.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.DecidingLines;
import dev.zonewright.report.compare.FileChanges;
import dev.zonewright.report.compare.Side;
import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.review.Reviews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page that compares lists: causes above findings, rows below tenants, files, lines. */
class CompareRowsTest {
  private static final String CLOSED = Reviews.TWO_TENANTS.replace("0.0.0.0/0", "203.0.113.7/32");
  private static final String MORE =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: more, namespace: acme}
      spec:
        hostPID: true
        containers: [{name: more, image: 'registry.example/more:1'}]
      """;

  private static Side side(Manifest... manifests) {
    return Side.of(
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(List.of(manifests)));
  }

  private static Compared compared() {
    return Compared.of(
        side(Manifest.of("before/a.yaml", CLOSED)),
        side(
            Manifest.of("after/a.yaml", "# moved down\n" + Reviews.TWO_TENANTS),
            Manifest.of("after/more.yaml", MORE)));
  }

  @Test
  void aCauseHeadsItsFindingsAndNoneIsLost() {
    List<ChangeLine> lines = ChangeLine.of(compared());
    for (ChangeOrder order : ChangeOrder.values()) {
      List<ChangeLine> listed = new ArrayList<>();
      for (ChangeRow row : ChangeRow.of(lines, order)) {
        if (row instanceof ChangeRow.Found(ChangeLine line)) {
          listed.add(line);
        }
      }
      assertThat(listed).containsExactlyInAnyOrderElementsOf(lines);
    }
    List<ChangeRow> rows = ChangeRow.of(lines, ChangeOrder.CAUSE);
    assertThat(rows.getFirst()).isInstanceOf(ChangeRow.Head.class);
    assertThat(rows)
        .anySatisfy(row -> {
          assertThat(row).isInstanceOf(ChangeRow.Because.class);
          assertThat(((ChangeRow.Because) row).cause().words())
              .isEqualTo("cidr: 203.0.113.7/32 became 0.0.0.0/0");
        });
    assertThat(ChangeRow.of(lines, ChangeOrder.SEVERITY))
        .noneMatch(ChangeRow.Because.class::isInstance);
    assertThat(ChangeLine.same(compared()))
        .hasSize(compared().comparison().unchanged())
        .isNotEmpty();
  }

  @Test
  void theLineThatDecidesIsShownAsItWasAndAsItIs() {
    Compared compared = compared();
    ChangeLine line =
        ChangeLine.of(compared).stream()
            .filter(l -> l.cause().words().startsWith("cidr: "))
            .findFirst()
            .orElseThrow();
    DecidingLines lines = compared.causes().lines(line.cause()).orElseThrow();
    assertThat(lines.file()).isEqualTo("after/a.yaml");
    List<LineDiff.Line> all = lines.diff().hunks().getFirst().lines();
    LineDiff.Line gone =
        all.stream().filter(l -> l.kind() == LineDiff.Kind.REMOVED).findFirst().orElseThrow();
    LineDiff.Line come =
        all.stream().filter(l -> l.kind() == LineDiff.Kind.ADDED).findFirst().orElseThrow();
    assertThat(gone.text()).contains("203.0.113.7/32");
    assertThat(CLOSED.lines().toList().get(gone.before() - 1)).isEqualTo(gone.text());
    assertThat(come.text()).contains("0.0.0.0/0");
    assertThat(come.after()).isEqualTo(gone.before() + 1);
  }

  @Test
  void ofANewObjectAllLinesComeAndOfOneThatIsGoneAllGo() {
    Compared compared = compared();
    Compared back = Compared.of(/* before= */ compared.after(), /* after= */ compared.before());
    for (Compared one : List.of(compared, back)) {
      ChangeLine line =
          ChangeLine.of(one).stream()
              .filter(l -> l.entry().object().equals("acme/Pod/more"))
              .findFirst()
              .orElseThrow();
      DecidingLines lines = one.causes().lines(line.cause()).orElseThrow();
      assertThat(lines.diff().hunks().getFirst().lines())
          .hasSize(6)
          .allMatch(
              l -> l.kind() == (one.equals(back) ? LineDiff.Kind.REMOVED : LineDiff.Kind.ADDED));
    }
  }

  @Test
  void rowsStandBelowTheirTenantAndTheOthersFoldOpen() {
    Compared compared = compared();
    List<RiskLine> moved = RiskLine.of(compared, false);
    assertThat(moved.getFirst()).isInstanceOf(RiskLine.Tenant.class);
    assertThat(moved.stream().filter(RiskLine.Moved.class::isInstance).count())
        .isEqualTo(compared.comparison().risk().size())
        .isPositive();
    assertThat(
            RiskLine.of(compared, true).stream()
                .filter(l -> !(l instanceof RiskLine.Tenant))
                .count())
        .isEqualTo(compared.after().levels().size());
    assertThat(compared.moves())
        .anySatisfy(m -> {
          assertThat(m.why()).isNotEmpty();
          assertThat(m.place()).isPresent();
        });
  }

  @Test
  void filesAreToldApartByWhatTheirPathsEndWith() {
    FileChanges files = compared().files();
    assertThat(files.known()).isTrue();
    assertThat(files.changes())
        .containsExactly(
            new FileChanges.Change(
                FileChanges.Change.State.CHANGED, "after/a.yaml", "2 lines changed", List.of()),
            new FileChanges.Change(
                FileChanges.Change.State.ADDED,
                "after/more.yaml",
                "1 document added",
                List.of("Pod more is new")));
    Side same = compared().before();
    assertThat(Compared.of(same, same).files().same()).isOne();
  }
}
