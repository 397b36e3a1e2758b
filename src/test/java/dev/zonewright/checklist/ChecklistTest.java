package dev.zonewright.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecklistTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private static final String CAREFUL_POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
        annotations:
          dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
      spec:
        runtimeClassName: edera
        automountServiceAccountToken: false
        containers:
          - name: api
            image: registry.example/api:1
            securityContext:
              capabilities:
                drop: ["ALL"]
      """;

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: %s
      """;

  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
        namespace: shop
      automountServiceAccountToken: false
      """;

  private static Analysis analyze(String... documents) {
    return ANALYZER.analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))));
  }

  private static ItemResult item(ChecklistItem item, String... documents) {
    List<TenantChecklist> tenants = Checklist.of(analyze(documents));
    assertThat(tenants).extracting(TenantChecklist::tenant).containsExactly("shop");
    assertThat(tenants.getFirst().items())
        .extracting(ItemResult::item)
        .containsExactly(ChecklistItem.values());
    tenants.getFirst().items().forEach(i -> assertThat(i.evidence()).isNotEmpty());
    return tenants.getFirst().items().get(item.ordinal());
  }

  @Test
  void theSourceHasTwentyTwoItems() {
    assertThat(ChecklistItem.values()).hasSize(22);
    assertThat(List.of(ChecklistGroup.values()))
        .extracting(
            g -> List.of(ChecklistItem.values()).stream().filter(i -> i.group() == g).count())
        .containsExactly(7L, 4L, 4L, 3L, 4L);
  }

  @Test
  void whatAdmissionEnforcesIsSatisfiedWithTheLabelsLine() {
    ItemResult item =
        item(ChecklistItem.HOST_PATH_REFUSED, NAMESPACE.formatted("baseline"), CAREFUL_POD);
    assertThat(item.state()).isEqualTo(ItemState.SATISFIED);
    assertThat(item.place()).map(Evidence.Place::line).contains(6);
  }

  @Test
  void aWorkloadThatBreaksItViolatesWhateverAdmissionSays() {
    String pod = CAREFUL_POD.replace("spec:\n", "spec:\n  hostPID: true\n");
    ItemResult item = item(ChecklistItem.HOST_PID_REFUSED, NAMESPACE.formatted("baseline"), pod);
    assertThat(item.state()).isEqualTo(ItemState.VIOLATED);
    assertThat(item.place()).map(Evidence.Place::line).contains(16);
  }

  @Test
  void aNamespaceThatEnforcesNothingViolates() {
    ItemResult item =
        item(ChecklistItem.HOST_PATH_REFUSED, NAMESPACE.formatted("privileged"), CAREFUL_POD);
    assertThat(item.state()).isEqualTo(ItemState.VIOLATED);
    assertThat(item.evidence().getFirst().text()).contains("enforces privileged");
  }

  @Test
  void withoutTheNamespaceItIsUndeterminedAndSaysWhatWouldShowIt() {
    ItemResult item = item(ChecklistItem.HOST_PATH_REFUSED, CAREFUL_POD);
    assertThat(item.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(item.evidence().getFirst().text()).contains("the Namespace shop is not opened");
  }

  @Test
  void anAdmissionPolicyThatIsNotEvaluatedLeavesItUndetermined() {
    String policy =
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata:
          name: hardening
        spec:
          rules: []
        """;
    String plain = NAMESPACE.formatted("x").replaceAll("(?s)  labels:.*", "");
    ItemResult item = item(ChecklistItem.HOST_PATH_REFUSED, plain, policy, CAREFUL_POD);
    assertThat(item.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(item.evidence().getFirst().text()).contains("hardening");
  }

  @Test
  void noTokenByDefaultNeedsTheAccount() {
    String namespace = NAMESPACE.formatted("restricted");
    assertThat(item(ChecklistItem.NO_TOKEN_BY_DEFAULT, namespace, ACCOUNT, CAREFUL_POD).state())
        .isEqualTo(ItemState.SATISFIED);
    assertThat(item(ChecklistItem.NO_TOKEN_BY_DEFAULT, namespace, CAREFUL_POD).state())
        .isEqualTo(ItemState.VIOLATED);
    assertThat(item(ChecklistItem.NO_TOKEN_BY_DEFAULT, CAREFUL_POD).state())
        .isEqualTo(ItemState.VIOLATED);
  }

  @Test
  void credentialsFromAStoreNameTheStore() {
    String pod =
        CAREFUL_POD
            + """
                  env:
                    - name: PGPASSWORD
                      valueFrom:
                        secretKeyRef: {name: db, key: password}
            """;
    String store =
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: db
          namespace: shop
        spec:
          target:
            name: db
        """;
    assertThat(item(ChecklistItem.CREDENTIALS_FROM_A_STORE, pod).state())
        .isEqualTo(ItemState.UNDETERMINED);
    ItemResult item = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, pod, store);
    assertThat(item.state()).isEqualTo(ItemState.SATISFIED);
    assertThat(item.evidence().getFirst().text()).contains("ExternalSecret db");
  }

  @Test
  void cloudIdentityIsSeenOnTheAccount() {
    String account =
        ACCOUNT.replace(
            "  namespace: shop\n",
            """
              namespace: shop
              annotations:
                eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/shop
            """);
    assertThat(item(ChecklistItem.CLOUD_ACCESS_BY_IDENTITY, account, CAREFUL_POD).state())
        .isEqualTo(ItemState.SATISFIED);
    assertThat(item(ChecklistItem.CLOUD_ACCESS_BY_IDENTITY, CAREFUL_POD).state())
        .isEqualTo(ItemState.UNDETERMINED);
  }

  @Test
  void onlyWhatNoManifestDecidesIsAttested() {
    Evidence given = new Evidence(Evidence.State.ATTESTED, "J. Doe, 2 Oct 2026", Optional.empty());
    List<ItemResult> items =
        Checklist.of(
                analyze(NAMESPACE.formatted("privileged"), CAREFUL_POD),
                (_, _) -> Optional.of(given))
            .getFirst()
            .items();
    ItemResult dom0 = items.get(ChecklistItem.DOM0_RESTRICTED.ordinal());
    assertThat(dom0.state()).isEqualTo(ItemState.ATTESTED);
    assertThat(dom0.evidence().getFirst()).isEqualTo(given);
    assertThat(items.get(ChecklistItem.HOST_PATH_REFUSED.ordinal()).state())
        .isEqualTo(ItemState.VIOLATED);
  }

  @Test
  void aTenantWithoutWorkloadsIsNeverSatisfiedByThat() {
    List<ItemResult> items =
        Checklist.of(analyze(NAMESPACE.formatted("restricted"))).getFirst().items();
    assertThat(items.get(ChecklistItem.NO_LASTING_CREDENTIALS.ordinal()).state())
        .isEqualTo(ItemState.UNDETERMINED);
    assertThat(items.get(ChecklistItem.INTERNET_WHERE_NEEDED.ordinal()).state())
        .isEqualTo(ItemState.UNDETERMINED);
  }

  private static final String FALCO =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: falco, namespace: shop}
      data:
        falco.yaml: |
          plugins: [{name: edera, library_path: /x/libedera_falco_plugin.so}]
          load_plugins: [%s]
        zones.yaml: |
          - rule: Xen
            source: edera_zone
            enabled: %s
            condition: evt.type = openat and fd.name startswith /dev/xen/
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: falco, namespace: shop}
      spec:
        volumes: [{name: edera, hostPath: {path: /var/lib/edera/protect}}]
        containers:
        - name: falco
          image: falcosecurity/falco
          volumeMounts: [{name: edera, mountPath: /var/lib/edera/protect}]
      """;

  @Test
  void falcoAndItsRulesAreShownByWhatTheySay() {
    String all = FALCO.formatted("edera", "true");
    assertThat(item(ChecklistItem.FALCO_WITH_PLUGIN, all).state()).isEqualTo(ItemState.SATISFIED);
    ItemResult rules = item(ChecklistItem.XEN_DEVICE_RULES, all);
    assertThat(rules.state()).isEqualTo(ItemState.SATISFIED);
    assertThat(rules.place()).map(Evidence.Place::line).contains(8);
  }

  @Test
  void aRuleThatIsNotEnabledAndAPluginThatIsNotLoadedShowNothing() {
    String off = FALCO.formatted("json", "false");
    assertThat(item(ChecklistItem.FALCO_WITH_PLUGIN, off).state()).isEqualTo(ItemState.VIOLATED);
    ItemResult rules = item(ChecklistItem.XEN_DEVICE_RULES, off);
    assertThat(rules.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(rules.evidence().getFirst().text()).contains("not enabled");
  }

  @Test
  void aFalcoThatCannotSeeTheZonesIsNoneWhateverItLoads() {
    String all = FALCO.formatted("edera", "true");
    String zoned = all.replace("spec:\n", "spec:\n  runtimeClassName: edera\n");
    ItemResult inZone = item(ChecklistItem.FALCO_WITH_PLUGIN, zoned);
    assertThat(inZone.state()).isEqualTo(ItemState.VIOLATED);
    assertThat(inZone.evidence())
        .anySatisfy(e -> assertThat(e.text()).contains("Falco runs in a zone of its own"));

    String unmounted = all.replace("hostPath:", "x:");
    assertThat(item(ChecklistItem.FALCO_WITH_PLUGIN, unmounted).state())
        .isEqualTo(ItemState.VIOLATED);
  }
}
