package dev.zonewright.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is filled in later never satisfies an item of the checklist, nor violates it. */
class ChecklistUnknownTest {
  private static final String GOOD =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: default, namespace: shop}
      automountServiceAccountToken: false # account
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, annotations: {dev.edera/kernel: "k/zone-kernel:latest"}}
      spec:
        runtimeClassName: edera
        automountServiceAccountToken: false # pod
        volumes: []
        containers:
        - name: web
          image: x:1
          env: []
          envFrom: []
          securityContext: {capabilities: {drop: [ALL]}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Egress, Ingress]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: extra, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress: [{to: [{podSelector: {}}]}]
      """;

  private static TenantChecklist checklist(String text) {
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", text)));
    return Checklist.of(analysis).stream()
        .filter(t -> t.tenant().equals("shop"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(TenantChecklist checklist, ItemState state) {
    return checklist.items().stream()
        .filter(i -> i.state() == state)
        .map(i -> i.item().id())
        .collect(Collectors.toSet());
  }

  @Test
  void allThatIsFilledInIsSatisfied() {
    assertThat(ids(checklist(GOOD), ItemState.SATISFIED)).hasSize(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enforce: restricted|enforce: ${X}|host-path-refused host-network-refused host-pid-refused"
            + " host-ipc-refused privileged-refused",
        "volumes: []|volumes: ${X}|host-path-refused no-lasting-credentials"
            + " credentials-from-a-store tokens-scoped-and-short",
        "volumes: []|hostNetwork: ${X}|host-network-refused egress-denied-by-default"
            + " node-ports-closed other-namespaces-closed",
        "volumes: []|hostPID: ${X}|host-pid-refused",
        "volumes: []|hostIPC: ${X}|host-ipc-refused",
        "{capabilities: {drop: [ALL]}}|{capabilities: '${X}'}|capabilities-dropped",
        "{capabilities: {drop: [ALL]}}|{privileged: '${X}', capabilities: {drop: [ALL]}}"
            + "|privileged-refused",
        "false # account|${X}|no-token-by-default",
        "false # pod|${X}|no-token-by-default tokens-scoped-and-short",
        "env: []|env: ${X}|credentials-from-a-store",
        "envFrom: []|envFrom: ${X}|credentials-from-a-store",
        "zone-kernel:latest|zone-kernel:${X}|zone-kernel-current",
        "[{to: [{podSelector: {}}]}]|${X}|node-ports-closed other-namespaces-closed"
            + " internet-where-needed",
        "[{to: [{podSelector: {}}]}]|[{to: '${X}'}]|node-ports-closed other-namespaces-closed"
            + " internet-where-needed",
        "[{to: [{podSelector: {}}]}]|[{to: [{ipBlock: {cidr: '${X}'}}]}]|node-ports-closed"
            + " internet-where-needed",
      })
  void aPlaceholderLeavesItsItemsOpen(String from, String to, String items) {
    assertThat(GOOD).contains(from);
    TenantChecklist found = checklist(GOOD.replace(from, to));
    Set<String> open = ids(found, ItemState.UNDETERMINED);
    assertThat(open).contains(items.split(" "));
    assertThat(ids(found, ItemState.VIOLATED)).isEmpty();
  }

  @Test
  void ofThePodsOwnNodeNoPolicyCanSayThatItIsClosed() {
    List<Evidence> evidence =
        checklist(GOOD).items().stream()
            .filter(i -> i.item() == ChecklistItem.NODE_PORTS_CLOSED)
            .flatMap(i -> i.evidence().stream())
            .toList();
    assertThat(evidence)
        .singleElement()
        .extracting(Evidence::text)
        .asString()
        .contains("own node stays reachable");
  }
}
