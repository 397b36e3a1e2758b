package dev.zonewright.ui.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.kube.network.Expected;
import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the page: what is allowed, what must be denied, and the line that decides. */
class ReachModelTest {
  private final ReachModel model = new ReachModel(Reviews.runner());

  private List<ReachRow> rows(String workload) {
    model.onShowProperty().set(true);
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.choose(workload);
    return model.answersProperty().get().rows();
  }

  private ReachRow row(String workload, String label) {
    return rows(workload).stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void noCredentialOfALabelIsShown() {
    PlantedSecrets secrets = new PlantedSecrets();
    model.onShowProperty().set(true);
    model.show(Reviews.of(secrets.text(), ""));
    StringBuilder words = new StringBuilder();
    for (String workload : model.answersProperty().get().workloads()) {
      model.choose(workload);
      for (ReachRow row : model.answersProperty().get().rows()) {
        words.append(row.label()).append(row.decidedBy()).append(row.reference()).append('\n');
      }
    }

    assertThat(words).contains("10250");
    secrets.assertHiddenIn("reach", words.toString());
  }

  @Test
  void anOpenPortOfANodeMustBeDeniedAndNamesTheRule() {
    ReachRow kubelet = row("shop/Pod/api", "10250 · kubelet");

    assertThat(kubelet.isWrong()).isTrue();
    assertThat(kubelet.decidedBy()).isEqualTo("shop/wide, egress rule 1");
    assertThat(kubelet.place()).map(Evidence.Place::toString).contains("a.yaml:28");
    assertThat(kubelet.reaches()).as("its own node, and another").hasSize(2);
  }

  /** A policy that selects no pod on the node's network closes nothing: none is offered. */
  @Test
  void aPodOnTheNodesNetworkIsOutsidePoliciesAndIsOfferedToLeaveIt() {
    model.onShowProperty().set(true);
    model.show(
        Reviews.of(
            Reviews.TWO_TENANTS.replace(
                "  containers: [{name: worker",
                "  hostNetwork: true\n  containers: [{name: worker"),
            ""));
    model.choose("shop/Pod/worker");
    ReachRow kubelet =
        model.answersProperty().get().rows().stream()
            .filter(r -> r.label().equals("10250 · kubelet"))
            .findFirst()
            .orElseThrow();

    assertThat(kubelet.isWrong()).isTrue();
    assertThat(kubelet.decidedBy()).isEqualTo("outside NetworkPolicy");
    assertThat(RowFixes.of(kubelet, model.answersProperty().get().engine(), false))
        .extracting(offer -> offer.finding().finding().control().id())
        .containsExactly("host-network");
  }

  @Test
  void oneFamilyCanBeOpenAndTheOtherNot() {
    assertThat(row("shop/Pod/api", "Internet, IPv4").now()).isEqualTo(Outcome.ALLOWED);
    ReachRow other = row("shop/Pod/api", "Internet, IPv6");
    assertThat(other.now()).isEqualTo(Outcome.DENIED);
    assertThat(other.reference()).isEqualTo("as required");
  }

  @Test
  void otherTenantsAreOneRowAndTheirIngressCounts() {
    ReachRow bank = row("shop/Pod/api", "bank · 1 workload");

    assertThat(bank.group()).isEqualTo(ReachRow.Group.OTHERS);
    assertThat(bank.now()).isEqualTo(Outcome.DENIED);
    assertThat(row("shop/Pod/api", "shop/Pod/worker").group()).isEqualTo(ReachRow.Group.OWN);
  }

  @Test
  void turnedRoundItListsWhoReachesTheWorkload() {
    rows("shop/Pod/api");
    model.wayProperty().set(ReachModel.Way.REACHED_BY);

    assertThat(model.answersProperty().get().rows())
        .extracting(ReachRow::label, ReachRow::now)
        .containsExactly(
            Tuple.tuple("bank · 1 workload", Outcome.DENIED),
            Tuple.tuple("shop/Pod/worker", Outcome.DENIED));
  }

  @Test
  void anAddressThatIsTypedComesFirst() {
    rows("shop/Pod/api");
    model.typedProperty().set("203.0.113.7");

    assertThat(model.answersProperty().get().rows().getFirst().label()).isEqualTo("203.0.113.7");
    assertThat(model.answersProperty().get().rows().getFirst().now()).isEqualTo(Outcome.ALLOWED);
  }

  @Test
  void anAddressThatIsTypedIsLookedAtOnceAndThenLikeAnyRow() {
    rows("shop/Pod/api");
    model.typedProperty().set("203.0.113.7");
    assertThat(model.selectedProperty().get())
        .isNotNull()
        .extracting(ReachRow::label)
        .isEqualTo("203.0.113.7");

    model.selectedProperty().set(model.answersProperty().get().rows().getLast());
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    assertThat(model.selectedProperty().get())
        .isNotNull()
        .extracting(ReachRow::label)
        .isNotEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource({
    "169.254.169.254, MUST_BE_DENIED",
    "169.254.0.0/16, MUST_BE_DENIED",
    "0.0.0.0/0, MUST_BE_DENIED",
    "fd00:ec2::254, MUST_BE_DENIED",
    "203.0.113.0/24, MAY_BE_ALLOWED",
    "192.168.1.1, MAY_BE_ALLOWED"
  })
  void whatMustBeDeniedIsSoInARangeThatIsTypedToo(String address, Expected expected) {
    rows("shop/Pod/api");
    model.typedProperty().set(address);

    ReachRow row = model.selectedProperty().get();
    assertThat(row).isNotNull();
    assertThat(row.label()).isEqualTo(address);
    assertThat(row.expected()).isEqualTo(expected);
  }

  @Test
  void theWorstRowIsChosenAndItsStepsTellHowTheAnswerComesAbout() {
    rows("shop/Pod/api");

    assertThat(model.selectedProperty().get())
        .isNotNull()
        .extracting(ReachRow::label)
        .isEqualTo("10250 · kubelet");
    assertThat(model.steps()).hasSizeGreaterThan(2);
    assertThat(model.placeOf(model.steps().get(1))).isPresent();
  }

  @Test
  void nothingIsComputedWhileNobodyLooks() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));

    assertThat(model.answersProperty().get().rows()).isEmpty();
  }

  @Test
  void aTenantIsAskedAboutByItsFirstWorkload() {
    rows("shop/Pod/worker");
    model.chooseOf("shop");
    assertThat(model.answersProperty().get().pod().orElseThrow().path())
        .isEqualTo("shop/Pod/worker");
    model.chooseOf("bank");
    assertThat(model.answersProperty().get().pod().orElseThrow().path())
        .isEqualTo("bank/Pod/ledger");
  }

  @Test
  void aCountShowsOnlyWhatItCountsAndKeepsToItAfterAnEdit() {
    rows("shop/Pod/api");
    model.onlyProperty().set(Verdict.MUST_BE_DENIED);
    assertThat(model.shown()).isNotEmpty().allMatch(ReachRow::isWrong);
    model.selectedProperty().set(model.shown().getLast());
    String label = model.shown().getLast().label();

    model.show(Reviews.of(Reviews.TWO_TENANTS + "# edited\n", ""));
    assertThat(model.onlyProperty().get()).isEqualTo(Verdict.MUST_BE_DENIED);
    assertThat(model.shown()).isNotEmpty().allMatch(ReachRow::isWrong);
    assertThat(model.selectedProperty().get())
        .isNotNull()
        .extracting(ReachRow::label)
        .isEqualTo(label);

    // nothing is left of it: no row of another kind is looked at instead
    model.show(Reviews.of(Reviews.TWO_TENANTS.replace("0.0.0.0/0", "203.0.113.7/32"), ""));
    model.onlyProperty().set(Verdict.UNDETERMINED);
    assertThat(model.shown()).isEmpty();
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void bothWaysSayHowManyRowsTheyHave() {
    int reaches = rows("shop/Pod/api").size();
    assertThat(model.answersProperty().get().otherWay()).isEqualTo(2);
    model.wayProperty().set(ReachModel.Way.REACHED_BY);
    assertThat(model.answersProperty().get().rows()).hasSize(2);
    assertThat(model.answersProperty().get().otherWay()).isEqualTo(reaches);
  }
}
