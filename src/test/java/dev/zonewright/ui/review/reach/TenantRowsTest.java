package dev.zonewright.ui.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Workloads of another tenant share a row only where the same thing decides. */
class TenantRowsTest {
  private final ReachModel model = new ReachModel(Reviews.runner());

  private static String pod(String namespace, String name) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {app: %s}}
    spec: {containers: [{name: a, image: a}]}
    ---
    """
        .formatted(name, namespace, name);
  }

  private static String guard(String app) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: guard-%s, namespace: bank}
    spec: {podSelector: {matchLabels: {app: %s}}, policyTypes: [Ingress]}
    ---
    """
        .formatted(app, app);
  }

  private List<ReachRow> rows(String text) {
    model.onShowProperty().set(true);
    model.show(Reviews.of(text, ""));
    model.choose("shop/Pod/api");
    return model.answersProperty().get().rows().stream()
        .filter(r -> r.group() == ReachRow.Group.OTHERS)
        .toList();
  }

  private static String guarded(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> pod("bank", "p" + i) + guard("p" + i))
        .collect(Collectors.joining());
  }

  @Test
  void theOneThatSomethingElseDecidesIsNamed() {
    String text =
        pod("shop", "api") + guarded(1) + pod("bank", "a") + pod("bank", "b") + guard("x");

    assertThat(rows(text))
        .extracting(ReachRow::label, ReachRow::now, ReachRow::decidedBy)
        .containsExactly(
            Tuple.tuple("bank · p1", Outcome.DENIED, "bank/guard-p1, ingress"),
            Tuple.tuple("bank · 2 of 3 workloads", Outcome.ALLOWED, "no policy isolates it"));
  }

  @Test
  void twoThatDifferentPoliciesCloseAreTwoRowsAndOneCard() {
    List<ReachRow> found = rows(pod("shop", "api") + guarded(2));

    assertThat(found)
        .extracting(ReachRow::label, ReachRow::decidedBy)
        .containsExactly(
            Tuple.tuple("bank · p1", "bank/guard-p1, ingress"),
            Tuple.tuple("bank · p2", "bank/guard-p2, ingress"));
    ReachModel.Answers answers = model.answersProperty().get();
    List<GraphEnd> cards =
        GraphEnd.others(answers, answers.pod().orElseThrow(), answers.rows()).stream()
            .filter(GraphEnd::tenant)
            .toList();
    assertThat(cards).hasSize(1);
    assertThat(cards.getFirst().detail()).isEqualTo("tenant");
    assertThat(cards.getFirst().parts())
        .extracting(GraphEnd.Part::title, GraphEnd.Part::rows)
        .containsExactly(
            Tuple.tuple("p1", found.subList(0, 1)), Tuple.tuple("p2", found.subList(1, 2)));
  }

  @Test
  void aWorkloadIsShownWithItsKindOnlyWhereThatTellsItFromAnother() {
    String web = pod("shop", "web");
    String same =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: web, namespace: shop}
        spec: {template: {spec: {containers: [{name: a, image: a}]}}}
        ---
        """;

    rows(pod("shop", "api") + web);
    assertThat(shownOfOwn()).contains("shop/web").doesNotContain("shop/Pod/web");
    rows(pod("shop", "api") + web + same);
    assertThat(shownOfOwn()).contains("shop/Pod/web", "shop/Job/web");
  }

  private List<String> shownOfOwn() {
    List<ReachRow> all = model.answersProperty().get().rows();
    return all.stream()
        .filter(r -> r.group() == ReachRow.Group.OWN)
        .map(r -> r.brief(all))
        .toList();
  }

  @Test
  void whatTooManyDecideIsOneRowThatSaysSo() {
    assertThat(rows(pod("shop", "api") + guarded(4))).hasSize(4);
    assertThat(rows(pod("shop", "api") + guarded(5)))
        .extracting(ReachRow::label, ReachRow::decidedBy)
        .containsExactly(Tuple.tuple("bank · 5 workloads", "bank/guard-p1, ingress and 4 more"));
  }
}
