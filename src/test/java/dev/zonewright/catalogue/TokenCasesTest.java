package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.Manifest;
import java.util.List;
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
  void aBindingThatCannotBeReadLeavesNoTokenFixSafe() {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop}
        spec:
          serviceAccountName: w
          containers: [{name: a, image: 'registry.example/a:1'}]
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: w, namespace: shop}
        ---
        apiVersion: %s
        kind: %s
        metadata: {name: w, namespace: shop}
        broken: [
        """;
    for (String id : List.of("mounted-service-account-token", "automounting-service-account")) {
      String binding = text.formatted("rbac.authorization.k8s.io/v1", "RoleBinding");
      assertThat(find(id, binding))
          .singleElement()
          .satisfies(f -> {
            assertThat(f.finding().safeFix()).isEmpty();
            assertThat(f.finding().fixes().getFirst().reason())
                .contains("document 3 of", "cannot be read, and may give the account permissions");
          });
      assertThat(find(id, text.formatted("apps/v1", "Deployment")))
          .singleElement()
          .satisfies(f -> assertThat(f.finding().safeFix()).isPresent());
    }
  }

  @Test
  void aNamespaceThatIsNotOpenedIsReportedAtTheFirstWorkloadThatNamesIt() {
    String text = POD.substring(4) + POD.replace("name: a,", "name: b,");
    assertThat(find("automounting-service-account", text))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.document()).isEqualTo(1);
          assertThat(f.finding().path()).hasToString("metadata.namespace");
          assertThat(f.finding().fixes().getFirst().safety()).isEqualTo(FixSafety.REVIEW);
        });
    String system = text.replace("namespace: shop", "namespace: kube-system");
    assertThat(find("automounting-service-account", system)).isEmpty();
    String unnamed = text.replace("namespace: shop", "labels: {x: y}");
    assertThat(find("automounting-service-account", unnamed)).isEmpty();
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

  private static String projected(String volume, String token) {
    return """
    apiVersion: v1
    kind: Pod
    spec:
      volumes:
        - name: %s
          projected:
            sources:
              - serviceAccountToken: %s
    """
        .formatted(volume, token);
  }

  @Test
  void aTokenIsJudgedByItsAudienceAndItsLife() {
    String id = "unbound-service-account-token";
    assertThat(find(id, projected("t", "{path: t, audience: \"\", expirationSeconds: 3607}")))
        .extracting(f -> f.finding().message())
        .satisfiesExactly(
            m -> assertThat(m).contains("no audience"), m -> assertThat(m).contains("a year"));
    assertThat(find(id, projected("t", "{path: t, audience: a, expirationSeconds: 3607}")))
        .extracting(f -> f.finding().message())
        .satisfiesExactly(m -> assertThat(m).contains("3607 seconds, more than the 3600"));
    assertThat(find(id, projected("t", "{path: t, audience: a, expirationSeconds: \"60\"}")))
        .extracting(f -> f.finding().verdict())
        .containsExactly(Verdict.UNDETERMINED);
    assertThat(find(id, projected("t", "{path: t, audience: a}"))).isEmpty();
  }

  @Test
  void whatKubernetesPutIntoAnExportedPodIsNotLookedAt() {
    String id = "unbound-service-account-token";
    String token = "{path: token, expirationSeconds: 3607}";
    assertThat(find(id, projected("kube-api-access-x7k2p", token))).isEmpty();
    assertThat(find(id, projected("kube-api-access", token))).hasSize(2);
  }

  @Test
  void aPlaceholderOfATokenIsLeftToTheControlOfUnknownValues() {
    String text = projected("t", "{path: t, audience: \"${A}\", expirationSeconds: \"${B}\"}");
    assertThat(find("unbound-service-account-token", text)).isEmpty();
    assertThat(find("undetermined-value", text)).hasSize(2);
    assertThat(find("undetermined-value", projected("t", "${T}"))).hasSize(1);
  }

  @Test
  void aSecretIsFollowedInItsOwnNamespaceAndInEveryPlace() {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: t, namespace: shop}
        type: kubernetes.io/service-account-token
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop}
        spec:
          volumes:
            - {name: b, projected: {sources: [{secret: {name: t}}]}}
          containers:
            - {name: c, envFrom: [{secretRef: {name: t}}, {secretRef: {name: other}}]}
        """;
    assertThat(find("legacy-token-secret", secret))
        .extracting(f -> f.finding().path() + " " + f.finding().container())
        .containsExactly(
            "type ",
            "spec.volumes[0].projected.sources[0].secret.name ",
            "spec.containers[0].envFrom[0].secretRef.name c");
    assertThat(find("legacy-token-secret", secret.replace("a, namespace: shop", "a"))).hasSize(1);
    assertThat(find("undetermined-value", secret.replace("kubernetes.io/s", "${X}"))).hasSize(1);
  }

  @Test
  void aNamespaceIsLookedAtAgainWhenItsAccountOrItsWorkloadsChange() {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    String account =
        "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default, namespace: shop}\n";
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    Manifest file = Manifest.of("a.yaml", namespace + POD);
    Analysis before = analyzer.analyze(List.of(file));
    for (String now :
        List.of(
            namespace + POD + account,
            namespace + POD.replace("spec: {", "spec: {serviceAccountName: own, "),
            namespace + POD)) {
      Manifest edited = file.withText(now);
      Analysis after = analyzer.analyze(List.of(edited), List.of(), before);
      assertThat(after.findings())
          .extracting(LocatedFinding::fingerprint)
          .isEqualTo(
              analyzer.analyze(List.of(edited)).findings().stream()
                  .map(LocatedFinding::fingerprint)
                  .toList());
      file = edited;
      before = after;
    }
  }

  @Test
  void whatAnAccountSaysInSoManyWordsIsTakenBackByNobodyUnasked() {
    String account =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: a, namespace: shop}
        automountServiceAccountToken: true
        """;
    String inherits =
        POD.replace(
            "spec: {containers: []}",
            "spec: {serviceAccountName: a, containers: [{name: c, image: x/c:1}]}");
    String asks = inherits.replace("spec: {", "spec: {automountServiceAccountToken: true, ");
    for (String pod : List.of(inherits, asks)) {
      for (String id : List.of("automounting-service-account", "mounted-service-account-token")) {
        assertThat(safety(id, account + pod)).as(id + " " + pod).isEqualTo(FixSafety.REVIEW);
      }
    }
    String silent = account.replace("automountServiceAccountToken: true\n", "");
    assertThat(safety("automounting-service-account", silent + inherits)).isEqualTo(FixSafety.SAFE);
    assertThat(safety("mounted-service-account-token", silent + inherits))
        .isEqualTo(FixSafety.SAFE);
  }

  private static FixSafety safety(String id, String text) {
    return find(id, text).getFirst().finding().fixes().getFirst().safety();
  }
}
