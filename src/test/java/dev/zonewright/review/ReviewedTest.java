package dev.zonewright.review;

import static dev.zonewright.review.ReviewOfPods.ANALYSIS;
import static dev.zonewright.review.ReviewOfPods.PODS;
import static dev.zonewright.review.ReviewOfPods.TODAY;
import static dev.zonewright.review.ReviewOfPods.audit;
import static dev.zonewright.review.ReviewOfPods.dom0;
import static dev.zonewright.review.ReviewOfPods.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.control.Acceptance;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewedTest {
  private static Reviewed accepting(String control, String scope) {
    return accepting(control, scope, "2026-12-04");
  }

  private static Reviewed accepting(String control, String scope, String expires) {
    return review(
        """
        exceptions:
          - control: %s
            %s
            reason: because
            owner: me
            expires: %s
        """
            .formatted(control, scope, expires));
  }

  private static List<String> accepted(Reviewed review) {
    return review.analysis().findings().stream()
        .filter(f -> f.accepted().isPresent())
        .map(f -> f.start().line() + " " + f.finding().container())
        .distinct()
        .toList();
  }

  @Test
  void whatOfItIsNotReadIsAHoleInTheAccountOfTheOpenedFiles() {
    Manifest file = Manifest.of("zonewright-review.yaml", "- a list\n---\nprofile: x\n");
    Analysis opened =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", PODS), file));
    Known known = Known.of(ControlCatalogue.all(), ChecklistItem.ids());
    assertThat(opened.coverage().hasHoles()).isFalse();
    Analysis seen = Reviewed.of(ReviewReader.read(file), opened, TODAY, known).analysis();
    assertThat(seen.coverage().failed()).isEqualTo(2);
    assertThat(seen.coverage().documents()).isEqualTo(opened.coverage().documents());
  }

  @Test
  void everyScopeCoversWhatItNames() {
    assertThat(accepted(accepting("added-capability", "container: shop/Pod/api/log")))
        .containsExactly("14 log");
    assertThat(accepted(accepting("added-capability", "object: shop/Pod/api")))
        .containsExactly("10 api", "14 log");
    assertThat(accepted(accepting("host-pid", "namespace: shop"))).containsExactly("5 ");
    assertThat(accepted(accepting("host-pid", "tenant: default"))).containsExactly("20 ");
    assertThat(accepted(accepting("host-pid", "object: default/Pod/api"))).containsExactly("20 ");
  }

  @Test
  void aValueNarrowsIt() {
    Reviewed review =
        accepting("added-capability", "container: shop/Pod/api/api\n    value: SYS_TIME");
    List<LocatedFinding> covered =
        review.analysis().findings().stream().filter(f -> f.accepted().isPresent()).toList();
    assertThat(covered)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.finding().message()).contains("SYS_TIME");
          assertThat(f.accepted()).contains(new Acceptance("because", "me", TODAY));
        });
    assertThat(audit(review)).isEmpty();
  }

  @Test
  void itHoldsThroughItsLastDayAndIsAFindingTheDayAfter() {
    assertThat(audit(accepting("host-pid", "namespace: shop", "2026-12-04"))).isEmpty();
    Reviewed over = accepting("host-pid", "namespace: shop", "2026-12-03");
    assertThat(accepted(over)).isEmpty();
    assertThat(audit(over)).containsExactly("expired-exception 6");
    assertThat(over.exceptions())
        .singleElement()
        .extracting(ExceptionUse::state)
        .isEqualTo(ExceptionUse.State.EXPIRED);
    assertThat(over.exceptions().getFirst().findings()).hasSize(1);
  }

  @Test
  void entriesAboutNothingAreFindings() {
    assertThat(audit(accepting("host-ipc", "namespace: shop")))
        .containsExactly("unused-exception 2");
    assertThat(audit(accepting("host-ipcs", "namespace: shop")))
        .containsExactly("invalid-review-entry 2");
    assertThat(audit(review("attestations:\n  - {item: nothing, by: me, date: 2026-12-01}\n")))
        .containsExactly("invalid-review-entry 2");
  }

  private static List<String> guidance(Reviewed review) {
    return review.analysis().findings().stream()
        .filter(f -> f.file().equals("zonewright-review.yaml"))
        .map(f -> f.finding().guidance())
        .toList();
  }

  @Test
  void anEntryThatNamesWhatThereIsNotIsToldWhatWasMeant() {
    assertThat(guidance(accepting("host-ipcs", "namespace: shop")))
        .singleElement()
        .asString()
        .startsWith("Did you mean host-ipc");
    assertThat(guidance(accepting("zzzzzzzzzzzz", "namespace: shop")))
        .containsExactly("`zonewright explain` lists the controls.");
    assertThat(
            guidance(
                review("attestations:\n  - {item: dom0-restrict, by: me, date: 2026-12-01}\n")))
        .singleElement()
        .asString()
        .startsWith("Did you mean dom0-restricted");
  }

  @Test
  void oneThatRunsTooLongIsToldUntilWhenItMay() {
    assertThat(
            guidance(
                review(
                    """
                    exceptions:
                      - {control: host-pid, namespace: shop, reason: r, owner: o, expires: 2027-06-30, recorded: 2026-12-01}
                    """)))
        .containsExactly(
            "Let it expire on 2027-05-30, and record it again then if it is still needed.");
  }

  @Test
  void oneThatRunsLongerThanTheProfileAllowsIsAFinding() {
    String entry =
        """
        exceptions:
          - {control: host-pid, namespace: shop, reason: r, owner: o, expires: %s, recorded: 2026-12-01}
        """;
    assertThat(audit(review(entry.formatted("2027-05-30")))).isEmpty();
    assertThat(audit(review(entry.formatted("2027-05-31"))))
        .containsExactly("overlong-exception 2");
  }

  @Test
  void whatATenantLacksIsAcceptedForTheTenantOnly() {
    assertThat(audit(accepting("open-egress", "object: shop/Pod/api")))
        .containsExactly("invalid-review-entry 3");
    assertThat(accepted(accepting("open-egress", "object: shop/Pod/api"))).isEmpty();
    assertThat(accepted(accepting("open-egress", "namespace: shop"))).hasSize(1);
  }

  @Test
  void aDayOfRecordThatIsYetToComeDoesNotLetItRunLonger() {
    String entry =
        """
        exceptions:
          - {control: host-pid, namespace: shop, reason: r, owner: o, expires: 2029-06-01, recorded: %s}
        """;
    assertThat(audit(review(entry.formatted("2029-01-01"))))
        .containsExactlyInAnyOrder("invalid-review-entry 2", "overlong-exception 2");
    // it is tomorrow already where it was written
    String soon = entry.replace("2029-06-01", "2027-05-01");
    assertThat(audit(review(soon.formatted("2026-12-05")))).isEmpty();
  }

  private static final String OVER =
      "  - {control: host-pid, namespace: shop, reason: r, owner: o, expires: 2026-12-01}\n";

  private static final String UNUSED =
      "  - {control: host-ipc, object: shop/Pod/api, reason: r, owner: o, expires: 2027-01-01}\n";

  private static List<String> prints(Reviewed review) {
    return review.analysis().findings().stream()
        .filter(f -> f.file().equals("zonewright-review.yaml"))
        .map(LocatedFinding::fingerprint)
        .toList();
  }

  @Test
  void aFindingOfAnEntryIsTheSameWhereverItStandsAndWhateverItCovers() {
    List<String> alone = prints(review("exceptions:\n" + OVER));
    Reviewed after = review("exceptions:\n" + UNUSED + OVER);
    assertThat(prints(after)).hasSize(2).containsAll(alone);
    // the message counts what is a finding again: nothing, where another exception covers it
    Reviewed covered = review("exceptions:\n" + OVER.replace("2026-12-01", "2027-01-01") + OVER);
    assertThat(prints(covered)).isEqualTo(alone);
  }

  @Test
  void datesThatCannotBeAreFindings() {
    String entry =
        "exceptions:\n  - {control: host-pid, namespace: shop, reason: r, owner: o, %s}\n";
    assertThat(audit(review(entry.formatted("expires: 9999-12-31"))))
        .containsExactly("overlong-exception 2");
    assertThat(audit(review(entry.formatted("expires: 2026-12-05, recorded: 2026-12-06"))))
        .containsExactly("invalid-review-entry 2");
    assertThat(audit(review(entry.formatted("expires: 2026-12-05, value:"))))
        .containsExactly("invalid-review-entry 2");
    Reviewed early =
        review("attestations:\n  - {item: dom0-restricted, by: me, date: 2030-01-01}\n");
    assertThat(audit(early)).containsExactly("invalid-review-entry 2");
    assertThat(dom0(early, "shop")).isEqualTo(ItemState.UNDETERMINED);
  }

  @Test
  void acceptingChangesCountsAndNeverALevel() {
    Reviewed review = accepting("host-pid", "namespace: shop");
    assertThat(review.analysis().open()).hasSize(ANALYSIS.findings().size() - 1);
    assertThat(ResidualRisk.of(review.analysis()))
        .extracting(TenantRisk::level)
        .isEqualTo(ResidualRisk.of(ANALYSIS).stream().map(TenantRisk::level).toList());
  }

  @Test
  void whatAnotherExceptionCoversDoesNotCountAgain() {
    String one =
        """
          - control: host-pid
            namespace: shop
            reason: because
            owner: me
            expires: %s
        """;
    Reviewed review =
        review("exceptions:\n" + one.formatted("2026-12-03") + one.formatted("2027-01-03"));
    assertThat(review.analysis().findings())
        .filteredOn(f -> f.finding().control().id().equals("expired-exception"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.finding().message()).endsWith("another exception covers what it accepted");
          assertThat(f.finding().guidance()).isEqualTo("Remove it.");
        });
    assertThat(review("exceptions:\n" + one.formatted("2026-12-03")).analysis().findings())
        .anyMatch(f -> f.finding().message().endsWith("1 finding counts again"));
  }
}
