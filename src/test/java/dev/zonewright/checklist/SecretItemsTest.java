package dev.zonewright.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows that credentials come from a store, are renewed, and that clouds need no key. */
class SecretItemsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        containers: [{name: api, image: 'registry.example/api:1'}]
        volumes: [{name: db, secret: {secretName: db}}]
      """;

  private static final String EXTERNAL =
      """
      apiVersion: external-secrets.io/v1
      kind: %s
      metadata: {name: db%s}
      spec: {%s}
      """;

  private static Analysis analyze(String... documents) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))));
  }

  private static ItemResult item(ChecklistItem item, String... documents) {
    return Checklist.of(analyze(documents)).stream()
        .filter(c -> c.tenant().equals("shop"))
        .flatMap(c -> c.items().stream())
        .filter(i -> i.item() == item)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(ItemResult result) {
    return result.evidence().stream().map(e -> e.text()).toList();
  }

  private static Severity mounted(String filledBy) {
    return analyze(POD, filledBy).findings().stream()
        .filter(f -> f.finding().control().id().equals("mounted-secret"))
        .map(f -> f.finding().severity())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`refreshInterval: 15m, target: {name: db}`, LOW, `, again every 15m`",
        "`target: {name: db}`, LOW, ``",
        "`refreshInterval: '0', target: {name: db}`, MEDIUM, `, once and never again`",
        "`refreshInterval: 0s, target: {name: db}`, MEDIUM, `, once and never again`",
        "`refreshPolicy: CreatedOnce, target: {name: db}`, MEDIUM, `, once and never again`",
      })
  void aStoreThatIsReadAgainIsFollowedAdvice(String spec, Severity severity, String words) {
    String external = EXTERNAL.formatted("ExternalSecret", ", namespace: shop", spec);
    assertThat(mounted(external)).isEqualTo(severity);
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, POD, external);
    assertThat(result.state())
        .isEqualTo(severity == Severity.LOW ? ItemState.SATISFIED : ItemState.UNDETERMINED);
    assertThat(texts(result))
        .containsExactly("Secret db is filled from an external store by ExternalSecret db" + words);
  }

  @ParameterizedTest
  @CsvSource({"2160h, LOW", "87600h, MEDIUM", "24h0m0s, LOW", "2160h1m, MEDIUM"})
  void aCertificateThatLastsIsNotShortRotation(String duration, Severity severity) {
    String certificate =
        """
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: db, namespace: shop}
        spec: {secretName: db, duration: %s, issuerRef: {name: ca}}
        """
            .formatted(duration);
    assertThat(mounted(certificate)).isEqualTo(severity);
  }

  @Test
  void anExternalSecretOfTheClusterFillsThatOfATenant() {
    String external =
        EXTERNAL.formatted(
            "ClusterExternalSecret",
            "",
            "externalSecretSpec: {refreshInterval: 1h, target: {name: db}}");
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, POD, external);
    assertThat(result.state()).isEqualTo(ItemState.SATISFIED);
    assertThat(result.evidence().getFirst().place().orElseThrow().line()).isEqualTo(11);
  }

  @Test
  void whatDecidesIsToldFirst() {
    String external =
        EXTERNAL.formatted(
            "ExternalSecret", ", namespace: shop", "refreshInterval: 1h, target: {name: other}");
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, POD, external);
    assertThat(result.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(texts(result))
        .containsExactly(
            "nothing opened shows where Secret db of api comes from",
            "Secret other is filled from an external store by ExternalSecret db, again every 1h");
  }

  @Test
  void whatSopsEncryptedIsSaidToBeASecretOnceItIsDecrypted() {
    String sops =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: shop}
        data:
          token: ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UA==,type:str]
        sops:
          mac: ENC[AES256_GCM,data:xx,iv:aa,tag:bb,type:str]
          version: 3.8.1
        """;
    assertThat(analyze(POD, sops).findings())
        .extracting(f -> f.finding().control().id())
        .contains("mounted-secret")
        .doesNotContain("unknown-field", "wrong-type", "invalid-object", "literal-credential");
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, POD, sops);
    assertThat(result.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(texts(result))
        .containsExactly(
            "Secret db is encrypted at rest in Git, and is a plain Secret once it is decrypted, by"
                + " SOPS");
    assertThat(analyze(sops.replace("  mac:", "  mark:")).findings())
        .extracting(f -> f.finding().control().id())
        .contains("unknown-field");
  }

  @Test
  void whatAWorkloadFetchesItselfComesFromAStore() {
    String vault =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: api
          namespace: shop
          annotations:
            vault.hashicorp.com/agent-inject: "true"
            vault.hashicorp.com/agent-inject-secret-db: database/creds/api
        spec:
          containers: [{name: api, image: 'registry.example/api:1'}]
          volumes:
            - name: db
              csi:
                driver: secrets-store.csi.k8s.io
                volumeAttributes: {secretProviderClass: shop-db}
        """;
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, vault);
    assertThat(result.state()).isEqualTo(ItemState.SATISFIED);
    assertThat(result.evidence())
        .extracting(e -> e.place().orElseThrow().line())
        .containsExactly(7, 15);
  }

  @Test
  void aVaultAgentThatIsNotToldWhatToFetchShowsNothing() {
    String pod =
        POD.replace(
                "namespace: shop}",
                "namespace: shop, annotations: {vault.hashicorp.com/agent-inject: 'true'}}")
            .replace("secret: {secretName: db}", "emptyDir: {}");
    ItemResult result = item(ChecklistItem.CREDENTIALS_FROM_A_STORE, pod);
    assertThat(result.state()).isEqualTo(ItemState.UNDETERMINED);
    assertThat(texts(result))
        .containsExactly("Vault's agent is added to api, and no annotation says what it fetches");
  }
}
