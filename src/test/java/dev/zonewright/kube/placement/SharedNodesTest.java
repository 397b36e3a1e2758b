package dev.zonewright.kube.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who shares nodes, where the nodes and their taints are known. */
class SharedNodesTest {
  private static String pod(String tenant, String spec) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: main, namespace: %s}
    spec: {%s, containers: [{name: main, image: 'x:1'}]}
    """
        .formatted(tenant, spec);
  }

  private static String node(String name, String taint) {
    return """
    ---
    apiVersion: v1
    kind: Node
    metadata: {name: %1$s, labels: {pool: %1$s}}
    spec: {taints: [%2$s]}
    """
        .formatted(name, taint);
  }

  private static final String NONE = "restartPolicy: Always";
  private static final String BANK =
      "tolerations: [{key: tenant, value: bank, effect: NoSchedule}]";
  private static final String BANK_TAINT = "{key: tenant, value: bank, effect: NoSchedule}";

  private static List<String> sharing(String... documents) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", String.join("", documents)))).findings().stream()
            .filter(f -> f.finding().control().id().equals("shared-node-pool"))
            .map(f -> f.finding().tenant().orElse(""))
            .sorted()
            .toList();
  }

  @Test
  void withoutNodesTaintsAreNotKnown() {
    assertThat(sharing(pod("shop", NONE), pod("bank", BANK))).containsExactly("bank", "shop");
  }

  @Test
  void theTaintOfTheOnlyNodeForTheOtherKeepsThemApart() {
    String shop = pod("shop", NONE + ", nodeSelector: {pool: bank}");

    assertThat(sharing(shop, pod("bank", BANK), node("bank", BANK_TAINT))).isEmpty();
    assertThat(sharing(shop, pod("bank", BANK), node("bank", ""))).containsExactly("bank", "shop");
  }

  @Test
  void aTolerationAloneLeadsToNoNodeOfItsOwn() {
    assertThat(
            sharing(
                pod("shop", NONE), pod("bank", BANK), node("bank", BANK_TAINT), node("all", "")))
        .as("the pod that tolerates the taint can still come to the node of all")
        .containsExactly("bank", "shop");
  }

  @Test
  void effectsValuesAndWildcardsDecideAsInKubernetes() {
    String shop = pod("shop", "tolerations: [{operator: Exists}]");
    assertThat(sharing(shop, pod("bank", BANK), node("bank", BANK_TAINT)))
        .containsExactly("bank", "shop");
    String otherValue = pod("shop", "tolerations: [{key: tenant, value: shop}]");
    assertThat(sharing(otherValue, pod("bank", BANK), node("bank", BANK_TAINT))).isEmpty();
    String otherEffect =
        pod("shop", "tolerations: [{key: tenant, operator: Exists, effect: NoExecute}]");
    assertThat(sharing(otherEffect, pod("bank", BANK), node("bank", BANK_TAINT))).isEmpty();
    String preferred = "{key: tenant, value: bank, effect: PreferNoSchedule}";
    assertThat(sharing(pod("shop", NONE), pod("bank", NONE), node("bank", preferred)))
        .containsExactly("bank", "shop");
  }

  @Test
  void anUnknownTolerationHidesNothing() {
    String unknown = pod("shop", "tolerations: [{key: '${KEY}', operator: Exists}]");

    assertThat(sharing(unknown, pod("bank", BANK), node("bank", BANK_TAINT)))
        .containsExactly("bank", "shop");
  }

  @Test
  void thePairThatSharesTheKernelOfTheHostIsNamed() {
    String zoned = ZONED.formatted("zoned", "shop") + ZONED.formatted("apart", "bank");
    String host = named("bare", "shop") + named("exposed", "bank");

    assertThat(message(zoned)).contains("Pod zoned or of Pod apart of bank");
    assertThat(message(zoned, host)).contains("Pod bare or of Pod exposed of bank");
    assertThat(message(zoned, named("exposed", "bank")))
        .contains("Pod zoned or of Pod exposed of bank");
  }

  private static final String ZONED =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: %s, namespace: %s}
      spec: {runtimeClassName: edera, containers: [{name: main, image: 'x:1'}]}
      """;

  private static String named(String name, String tenant) {
    return pod(tenant, NONE).replace("name: main, namespace", "name: " + name + ", namespace");
  }

  private static String message(String... documents) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", String.join("", documents)))).findings().stream()
            .filter(f -> f.finding().control().id().equals("shared-node-pool"))
            .filter(f -> f.finding().tenant().orElse("").equals("shop"))
            .map(f -> f.finding().message())
            .findFirst()
            .orElseThrow();
  }
}
