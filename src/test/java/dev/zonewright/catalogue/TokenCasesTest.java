package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Verdict;
import org.junit.jupiter.api.Test;

/** What the pages of the controls on tokens leave out because it is rare. */
class TokenCasesTest {
  private static final String POD =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: a, namespace: shop}
      spec: {containers: []}
      """;

  private static String fixed(String id, String text) {
    return new Reviewed(Reviewed.of(text).fixed(ControlCatalogue.byId(id).orElseThrow()).after())
        .text();
  }

  @Test
  void aPlaceholderOnAnAccountIsLeftToTheControlOfUnknownValues() {
    String text = "apiVersion: v1\nkind: ServiceAccount\nautomountServiceAccountToken: ${X}\n";
    assertThat(find("automounting-service-account", text)).isEmpty();
    assertThat(find("undetermined-value", text)).hasSize(1);
    assertThat(find("automounting-service-account", text.replace("${X}", "\"false\"")))
        .extracting(f -> f.finding().verdict())
        .containsExactly(Verdict.UNDETERMINED);
  }

  @Test
  void aNamespaceNeedsItsAccountOnlyForPodsThatNameNoOther() {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    assertThat(find("automounting-service-account", namespace)).isEmpty();
    assertThat(find("automounting-service-account", namespace + POD)).hasSize(1);
    assertThat(
            find(
                "automounting-service-account",
                namespace + POD.replace("spec: {", "spec: {serviceAccountName: own, ")))
        .isEmpty();
    assertThat(
            find("automounting-service-account", (namespace + POD).replace("shop", "kube-system")))
        .isEmpty();
  }

  @Test
  void aNamespaceWrittenTwiceIsReportedOnce() {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n";
    assertThat(find("automounting-service-account", namespace + namespace + POD.substring(4)))
        .hasSize(1);
  }

  @Test
  void theAccountJoinsTheListThatHoldsTheNamespace() {
    String text =
        """
        {
          "apiVersion": "v1",
          "kind": "List",
          "items": [
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}
          ]
        }
        """;
    assertThat(fixed("automounting-service-account", text + POD))
        .contains(
            """
            "metadata": {"name": "shop"}},
                {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default",\
             "namespace": "shop"}, "automountServiceAccountToken": false}
              ]
            """);
  }

  @Test
  void oneMistakeOnANamespaceIsOneFinding() {
    String text =
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\nspec:"
            + " {automountServiceAccountToken: false}\n"
            + POD;
    assertThat(find("automount-on-namespace", text)).hasSize(1);
    assertThat(find("automounting-service-account", text)).isEmpty();
    assertThat(find("unknown-field", text)).isEmpty();
    String after = fixed("automount-on-namespace", text);
    assertThat(after).contains("spec: {}\n---\napiVersion: v1\nkind: ServiceAccount\n");
    assertThat(find("automounting-service-account", after)).isEmpty();
  }

  @Test
  void whereTheSettingWouldBeFoundNowhereElseItIsAnUnknownField() {
    String text =
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          ownerReferences:
            - {name: a, automountServiceAccountToken: false}
        """;
    assertThat(find("automount-on-namespace", text)).isEmpty();
    assertThat(find("unknown-field", text)).hasSize(1);
  }
}
