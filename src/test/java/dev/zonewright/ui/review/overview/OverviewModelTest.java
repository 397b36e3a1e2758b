package dev.zonewright.ui.review.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.control.Severity;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What the overview shows: tenants by their level, cells, counts, the platform apart. */
class OverviewModelTest {
  private static final String PLATFORM =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: coredns, namespace: kube-system}
      spec:
        containers: [{name: dns, image: 'registry.example/dns:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: collector, namespace: logging}
      spec:
        containers: [{name: collector, image: 'registry.example/collector:1'}]
      """;

  private static final String REVIEW =
      """
      platform: [logging]
      exceptions:
      - control: undropped-capabilities
        object: shop/Pod/worker
        reason: moves next month
        owner: shop team
        expires: 2026-12-05
      - control: mounted-service-account-token
        namespace: shop
        reason: over
        owner: shop team
        expires: 2026-11-01
      """;

  private final OverviewModel model = new OverviewModel(new SimpleObjectProperty<>());

  @Test
  void theWorstTenantComesFirstAndThePlatformIsNoTenant() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS + PLATFORM, REVIEW);
    model.show(facts);

    assertThat(model.tenants()).extracting(TenantRisk::tenant).containsExactly("shop", "bank");
    assertThat(facts.platform()).containsExactlyInAnyOrder("kube-system", "logging");
  }

  @Test
  void aCellSaysItsLevelAndWhatDecidedIt() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.choose("shop", "operator-network");

    assertThat(model.chosenCell()).map(r -> r.level()).contains(ResidualLevel.OPEN);
    assertThat(HeatRow.deciding(model.chosenCell().orElseThrow())).matches("[1-9]+ exposures?");
    assertThat(model.chosenCell().orElseThrow().evidence()).isNotEmpty();
  }

  @Test
  void aViolatedItemOffersTheFixesOfWhatItRestsOnAndOnlyOfItsTenant() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    assertThat(offers("shop", ChecklistItem.INTERNET_WHERE_NEEDED))
        .isNotEmpty()
        .allMatch(o -> o.finding().finding().tenant().orElse("").equals("shop"))
        .first()
        .satisfies(o -> {
          assertThat(o.finding().finding().control().id())
              .isEqualTo("unrestricted-internet-egress");
          assertThat(o.fixes()).isNotEmpty();
        });
    assertThat(offers("bank", ChecklistItem.INTERNET_WHERE_NEEDED)).isEmpty();
    assertThat(offers("shop", ChecklistItem.DOM0_RESTRICTED)).isEmpty();
  }

  @Test
  void whatNeedsNoLookIsOfferedFirstAndWhatIsAcceptedNotAtAll() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    List<FixOffer> token = offers("shop", ChecklistItem.NO_TOKEN_BY_DEFAULT);
    assertThat(token.getFirst().finding().finding().safeFix()).isPresent();
    assertThat(offers("shop", ChecklistItem.CAPABILITIES_DROPPED)).hasSize(2);

    model.show(Reviews.of(Reviews.TWO_TENANTS, REVIEW));
    assertThat(offers("shop", ChecklistItem.CAPABILITIES_DROPPED))
        .singleElement()
        .satisfies(o -> assertThat(o.finding().finding().name()).isEqualTo("api"));
  }

  @Test
  void acceptingLowersTheCountsOfTheTenantAndIsSaidOnItsRows() {
    String accepted =
        """
        exceptions:
        - control: missing-edera-runtime
          namespace: shop
          reason: moves next month
          owner: shop team
          expires: 2026-12-05
        """;
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.choose("shop", "dom0-kernel");
    RiskRow open = model.chosenCell().orElseThrow();
    int critical = model.countsOf("shop").getOrDefault(Severity.CRITICAL, 0);
    String words = model.deciding("shop", open);
    assertThat(words).doesNotContain("accepted");

    model.show(Reviews.of(Reviews.TWO_TENANTS, accepted));
    RiskRow after = model.chosenCell().orElseThrow();
    assertThat(after.level()).isEqualTo(open.level());
    int left = model.countsOf("shop").getOrDefault(Severity.CRITICAL, 0);
    assertThat(left).isLessThan(critical);
    assertThat(model.deciding("shop", after))
        .isEqualTo(words + ", %d accepted".formatted(critical - left));
  }

  @Test
  void evidenceOffersTheFixOfItsOwnControlAndItsItemsAreLit() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.choose("shop", "dom0-kernel");
    assertThat(model.chosenCell().orElseThrow().evidence().stream().map(model::offers))
        .filteredOn(offers -> !offers.isEmpty())
        .singleElement()
        .satisfies(offers ->
            assertThat(offers)
                .extracting(o -> o.finding().finding().control().id())
                .containsOnly("missing-edera-runtime"));

    model.choose("shop", "operator-network");
    assertThat(
            model.factsProperty().get().checklist("shop").orElseThrow().items().stream()
                .filter(model::isLit)
                .map(ItemResult::item))
        .contains(ChecklistItem.OTHER_NAMESPACES_CLOSED)
        .doesNotContain(ChecklistItem.CAPABILITIES_DROPPED);
  }

  private List<FixOffer> offers(String tenant, ChecklistItem item) {
    return model.factsProperty().get().checklist(tenant).orElseThrow().items().stream()
        .filter(i -> i.item() == item)
        .findFirst()
        .map(i -> model.offers(i, tenant))
        .orElseThrow();
  }

  @Test
  void countsAreThoseOfTheCellsAndKeepThemLit() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    int sum = 0;
    for (ResidualLevel level : ResidualLevel.values()) {
      sum += model.cells(level);
    }
    assertThat(model.cells()).isEqualTo(sum).isPositive();
    // the heads of the columns count what the bar above them counts
    assertThat(
            model.tenants().stream()
                .map(t -> model.openOf(t).split(" of "))
                .mapToInt(parts -> Integer.parseInt(parts[1]))
                .sum())
        .isEqualTo(sum);

    model.toggle(ResidualLevel.OPEN);
    assertThat(model.isLit(ResidualLevel.OPEN)).isTrue();
    assertThat(model.isLit(ResidualLevel.REDUCED)).isFalse();
    model.toggle(ResidualLevel.OPEN);
    assertThat(model.isLit(ResidualLevel.REDUCED)).isTrue();
  }

  @Test
  void exceptionsAreCountedByTheirDays() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, REVIEW);

    assertThat(facts.exceptionRows())
        .extracting(ExceptionRow::state)
        .containsOnlyOnce(ExceptionRow.State.SOON, ExceptionRow.State.EXPIRED);
    assertThat(facts.analysis().findings()).filteredOn(f -> f.accepted().isPresent()).hasSize(1);
    assertThat(facts.analysis().withoutAccepted().findings())
        .hasSize(facts.analysis().findings().size() - 1);
  }

  @Test
  void withoutATenantThereAreNoRows() {
    model.show(ReviewFacts.NONE);

    assertThat(model.rows()).isEmpty();
    assertThat(model.chosenCell()).isEmpty();
  }

  @Test
  void theRowOfTheAgentsHasItsTrend() {
    String agent =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: helper
          namespace: shop
          labels: {zonewright.dev/workload: agent}
        spec:
          runtimeClassName: edera
          containers: [{name: helper, image: 'registry.example/helper:1'}]
        """;
    ReviewFacts now = Reviews.of(agent, "");
    List<RowLevel> levels = RowLevel.of(now.tenants());
    model.show(now);
    ResidualLevel level =
        HeatRow.of(now.tenants())
            .getLast()
            .cell()
            .apply(now.tenants().getFirst())
            .orElseThrow()
            .level();
    ResidualLevel other =
        level == ResidualLevel.CONTROLLED ? ResidualLevel.OPEN : ResidualLevel.CONTROLLED;

    model.sinceProperty().set(new OverviewModel.Since("the baseline", levels));
    assertThat(model.moved()).isEmpty();
    model
        .sinceProperty()
        .set(
            new OverviewModel.Since(
                "the baseline",
                levels.stream().map(l -> new RowLevel(l.tenant(), l.row(), other)).toList()));
    assertThat(model.movedOf("shop", HeatRow.AGENTS))
        .hasValueSatisfying(change -> {
          assertThat(change.from()).isEqualTo(other);
          assertThat(change.to()).isEqualTo(level);
        });
  }

  @Test
  void whyThereIsNoTenantIsSaidWithTheNextStep() {
    String node =
        "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: edera}\nhandler: edera\n";
    ReviewFacts facts = Reviews.of(node + "---\n# nothing\n---\n" + PLATFORM, REVIEW);

    assertThat(facts.tenants()).isEmpty();
    assertThat(NoTenants.title(facts.analysis().coverage()))
        .isEqualTo(
            "No tenant among %d documents".formatted(facts.analysis().coverage().documents()));
    assertThat(String.join("\n", NoTenants.reasons(facts)))
        .contains("Open the manifests", "logging serve the platform", "nothing to analyse");
  }

  @Test
  void beforeTheFirstAnalysisNothingIsSaidToBeMissing() {
    assertThat(NoTenants.title(ReviewFacts.NONE.analysis().coverage())).isEqualTo("Analysing…");
    assertThat(NoTenants.reasons(ReviewFacts.NONE)).isEmpty();
  }

  @Test
  void aFolderThatGaveNothingIsNotCalledADocument() {
    CoverageItem empty =
        new CoverageItem("empty", 0, 1, "", "", "", CoverageItem.Status.FAILED, "no manifest");
    ReviewFacts facts =
        ReviewFacts.of(
            Analysis.empty().accounting(empty, true),
            List.of(),
            List.of(),
            Optional.empty(),
            Reviews.TODAY);

    assertThat(NoTenants.title(facts.analysis().coverage())).isEqualTo("No document is opened");
    assertThat(String.join("\n", NoTenants.reasons(facts)))
        .contains("1 file or folder gave no document")
        .doesNotContain("1 document");
  }
}
