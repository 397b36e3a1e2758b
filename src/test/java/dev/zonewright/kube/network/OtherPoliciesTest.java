package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import org.junit.jupiter.api.Test;

/** Policies of administrators are evaluated; those of network plugins are only recognised. */
class OtherPoliciesTest {
  private static final String PODS =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: shop}}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: bank, labels: {team: bank}}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: bank, labels: {app: db}}
      spec: {containers: [{name: a, image: a, ports: [{name: pg, containerPort: 5432}]}]}
      ---
      """;

  private static final String ISOLATED =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: none, namespace: bank}
      spec: {podSelector: {}, policyTypes: [Ingress]}
      """;

  private static String outcome(String text, String to, int port) {
    NetworkModel model = OracleTest.model(PODS + text);
    Endpoint from = new Endpoint.OfPod(model.find("shop/Pod/api").getFirst());
    Endpoint end =
        to.contains("/")
            ? new Endpoint.OfPod(model.find(to).getFirst())
            : Destinations.typed(to).orElseThrow();
    return new Reachability(model, Readings.DOCUMENTED)
        .answer(new Question(from, end, Protocol.TCP, port))
        .outcome()
        .words();
  }

  private static String admin(String name, int priority, String rules) {
    return "---\n"
        + "apiVersion: policy.networking.k8s.io/v1alpha1\n"
        + "kind: AdminNetworkPolicy\n"
        + "metadata: {name: "
        + name
        + "}\n"
        + "spec:\n  priority: "
        + priority
        + "\n  subject: {namespaces: {}}\n"
        + rules;
  }

  private static final String DENY_BANK =
      "  egress: [{action: Deny, to: [{namespaces: {matchLabels: {team: bank}}}]}]\n";
  private static final String ALLOW_PG =
      "  ingress: [{action: Allow, from: [{namespaces: {}}], ports: [{namedPort: pg}]}]\n";
  private static final String PASS = "  egress: [{action: Pass, to: [{namespaces: {}}]}]\n";

  @Test
  void anAdministratorsDenialWins() {
    assertThat(outcome("", "bank/Pod/db", 5432)).isEqualTo("allowed");
    assertThat(outcome(admin("a", 10, DENY_BANK), "bank/Pod/db", 5432)).isEqualTo("denied");
    assertThat(outcome(admin("a", 10, DENY_BANK), "10.0.0.1", 5432)).isEqualTo("allowed");
  }

  @Test
  void anAdministratorsPermissionOpensWhatIsIsolated() {
    assertThat(outcome(ISOLATED, "bank/Pod/db", 5432)).isEqualTo("denied");
    assertThat(outcome(ISOLATED + admin("a", 10, ALLOW_PG), "bank/Pod/db", 5432))
        .isEqualTo("allowed");
    assertThat(outcome(ISOLATED + admin("a", 10, ALLOW_PG), "bank/Pod/db", 80)).isEqualTo("denied");
  }

  @Test
  void theLowerPriorityIsTriedFirstAndPassSkipsTheRest() {
    String first = admin("a", 1, PASS) + admin("b", 2, DENY_BANK);
    assertThat(outcome(first, "bank/Pod/db", 80)).isEqualTo("allowed");
    assertThat(outcome(first + ISOLATED, "bank/Pod/db", 80)).isEqualTo("denied");
    String last = admin("a", 3, PASS) + admin("b", 2, DENY_BANK);
    assertThat(outcome(last, "bank/Pod/db", 80)).isEqualTo("denied");
  }

  @Test
  void theBaselineHoldsWhereNoPolicyIsolates() {
    String baseline =
        """
        ---
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: BaselineAdminNetworkPolicy
        metadata: {name: default}
        spec:
          subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}}
          ingress: [{action: Deny, from: [{namespaces: {}}]}]
        """;
    String open = ISOLATED.replace("policyTypes: [Ingress]", "ingress: [{ports: [{port: 5432}]}]");
    assertThat(outcome(baseline, "bank/Pod/db", 5432)).isEqualTo("denied");
    assertThat(outcome(baseline + open, "bank/Pod/db", 5432)).isEqualTo("allowed");
  }

  @Test
  void clusterNetworkPoliciesAreReadInTheirOwnWords() {
    String policy =
        """
        ---
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: c}
        spec:
          tier: Admin
          priority: 5
          subject: {namespaces: {matchLabels: {team: shop}}}
          egress:
            - action: Accept
              to: [{networks: [10.0.0.0/9]}]
              protocols: [{tcp: {destinationPort: {range: {start: 80, end: 90}}}}]
            - {action: Deny, to: [{networks: [10.0.0.0/8]}]}
        """;
    assertThat(outcome(policy, "10.1.0.1", 85)).isEqualTo("allowed");
    assertThat(outcome(policy, "10.1.0.1", 91)).isEqualTo("denied");
    assertThat(outcome(policy, "10.200.0.1", 85)).isEqualTo("denied");
    assertThat(outcome(policy, "11.0.0.1", 85)).isEqualTo("allowed");
  }

  @Test
  void domainNamesLeaveAnswersOpen() {
    String names = "  egress: [{action: Deny, to: [{domainNames: ['*.example.com']}]}]\n";
    assertThat(outcome(admin("a", 1, names), "8.8.8.8", 80)).isEqualTo("undetermined");
  }

  @Test
  void whatPluginsAddIsNeverGuessed() {
    String cilium =
        """
        ---
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: c, namespace: bank}
        spec:
          endpointSelector: {matchLabels: {k8s:app: db}}
          ingress: [{}]
        """;
    assertThat(outcome(cilium, "bank/Pod/db", 80)).isEqualTo("undetermined");
    assertThat(outcome(cilium + ISOLATED, "bank/Pod/db", 80)).isEqualTo("undetermined");
    assertThat(outcome(cilium.replace("app: db", "app: web"), "bank/Pod/db", 80))
        .isEqualTo("allowed");
    assertThat(outcome(cilium.replace("ingress:", "egress:"), "bank/Pod/db", 80))
        .isEqualTo("allowed");
    String calico =
        """
        ---
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: g}
        spec:
          selector: app == 'api' && has(app)
          types: [Egress]
        """;
    assertThat(outcome(calico, "8.8.8.8", 80)).isEqualTo("undetermined");
    assertThat(outcome(calico.replace("'api'", "'web'"), "8.8.8.8", 80)).isEqualTo("allowed");
    assertThat(outcome(calico.replace("Egress", "Ingress"), "8.8.8.8", 80)).isEqualTo("allowed");
  }

  @Test
  void whatIsFilledInLaterIsUndetermined() {
    String policy =
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: "${APP}"}}
          policyTypes: [Egress]
          egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
        """;
    assertThat(outcome(policy, "8.8.8.8", 80)).isEqualTo("undetermined");
    // whether it is isolated or not, this is open
    assertThat(outcome(policy, "10.0.0.1", 80)).isEqualTo("allowed");
    String sure = policy.replace("\"${APP}\"", "api");
    assertThat(outcome(sure, "8.8.8.8", 80)).isEqualTo("denied");
    assertThat(outcome(sure.replace("10.0.0.0/8", "\"${NET}\""), "8.8.8.8", 80))
        .isEqualTo("undetermined");
  }
}
