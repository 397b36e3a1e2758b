package dev.zonewright.ui.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The cards of the picture: who belongs together, where it runs, and what folds. */
class GraphEndTest {
  private static final String SYSTEM =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: coredns, namespace: kube-system, labels: {k8s-app: kube-dns}}
      spec:
        containers: [{name: dns, image: 'registry.example/dns:1'}]
      """;

  private final ReachModel model = new ReachModel(Reviews.runner());

  private List<GraphEnd> others(String text, String workload) {
    model.onShowProperty().set(true);
    model.show(Reviews.of(text, ""));
    model.choose(workload);
    ReachModel.Answers answers = model.answersProperty().get();
    return GraphEnd.others(answers, answers.pod().orElseThrow(), model.shown());
  }

  private GraphEnd own() {
    ReachModel.Answers answers = model.answersProperty().get();
    return GraphEnd.own(answers, answers.pod().orElseThrow(), model.shown());
  }

  private static String pods(int count, String namespace) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(
          """
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: pod-%d, namespace: %s}
          spec:
            containers: [{name: a, image: 'registry.example/a:1'}]
          """
              .formatted(i, namespace.replace("#", Integer.toString(i))));
    }
    return out.toString();
  }

  @Test
  void theCardsStandInTheOrderOfTheTable() {
    assertThat(others(Reviews.TWO_TENANTS + SYSTEM, "shop/Pod/api"))
        .extracting(GraphEnd::title, GraphEnd::detail, GraphEnd::tenant)
        .containsExactly(
            Tuple.tuple("Node", "its own and others", false),
            Tuple.tuple("Metadata", "4 addresses", false),
            Tuple.tuple("Internet", "IPv4", false),
            Tuple.tuple("Internet", "IPv6", false),
            Tuple.tuple("bank", "tenant", true),
            Tuple.tuple("kube-system", "platform", false));
  }

  @Test
  void aWorkloadHasTheMarkOfWhereItRuns() {
    List<GraphEnd> others = others(Reviews.TWO_TENANTS + SYSTEM, "shop/Pod/api");

    assertThat(own().title()).isEqualTo("shop");
    assertThat(own().parts())
        .extracting(GraphEnd.Part::title, GraphEnd.Part::zone)
        .containsExactly(
            Tuple.tuple("api", Optional.of(ZoneState.EDERA)),
            Tuple.tuple("worker", Optional.of(ZoneState.HOST)));
    assertThat(others.get(4).parts())
        .extracting(GraphEnd.Part::title, GraphEnd.Part::zone)
        .containsExactly(Tuple.tuple("ledger", Optional.of(ZoneState.EDERA)));
    assertThat(others.getFirst().parts())
        .extracting(GraphEnd.Part::title)
        .containsExactly("10250", "10255", "22", "10249", "6443");
    assertThat(others.getLast().parts())
        .extracting(GraphEnd.Part::title)
        .contains("coredns", "coredns 53");
  }

  @Test
  void manyFoldSoThatThePictureIsNeverLongerThanItsGroups() {
    List<GraphEnd> others =
        others(Reviews.TWO_TENANTS + pods(12, "tenant-#") + pods(20, "shop"), "shop/Pod/api");

    assertThat(others)
        .filteredOn(GraphEnd::tenant)
        .extracting(GraphEnd::title, GraphEnd::detail)
        .containsExactly(Tuple.tuple("Others", "13 tenants, 0 allowed"));
    assertThat(own().parts()).hasSize(5);
    assertThat(own().parts().getLast().title()).isEqualTo("+18");
    assertThat(own().parts().getLast().rows()).hasSize(18);
  }

  @Test
  void theManyWorkloadsOfATenantFoldInItsCard() {
    GraphEnd tenant =
        others(Reviews.TWO_TENANTS + pods(9, "many"), "shop/Pod/api").stream()
            .filter(e -> e.title().equals("many"))
            .findFirst()
            .orElseThrow();

    assertThat(tenant.parts())
        .extracting(GraphEnd.Part::title)
        .containsExactly("pod-0", "pod-1", "pod-2", "+6");
  }

  @Test
  void aCountThatIsChosenLeavesTheOthersOutOfThePictureToo() {
    others(Reviews.TWO_TENANTS, "shop/Pod/api");
    model.onlyProperty().set(Verdict.DENIED);
    ReachModel.Answers answers = model.answersProperty().get();

    assertThat(GraphEnd.others(answers, answers.pod().orElseThrow(), model.shown()))
        .isNotEmpty()
        .flatExtracting(GraphEnd::rows)
        .allMatch(Verdict.DENIED::counts);
  }
}
