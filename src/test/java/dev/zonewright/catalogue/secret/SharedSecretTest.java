package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When two tenants hold the same secret, and when that is not known. */
class SharedSecretTest {
  private static final Analyzer ANALYZER =
      new Analyzer(List.of(new SharedSecret()), Profile.EDERA_REFERENCE);

  private static List<LocatedFinding> findings(String... documents) {
    return ANALYZER
        .analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))))
        .findings();
  }

  private static List<String> verdicts(String... documents) {
    return findings(documents).stream()
        .map(f -> f.finding().tenant().orElse("") + " " + f.finding().verdict().word())
        .toList();
  }

  private static String pod(String namespace, String secret) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: api, namespace: %s}
    spec:
      containers: [{name: api, image: api, envFrom: [{secretRef: {name: %s}}]}]
      volumes: [{name: again, secret: {secretName: %s}}]
    """
        .formatted(namespace, secret, secret);
  }

  private static final String WEB =
      pod("shop", "db").replace("metadata: {name: api", "metadata: {name: web");

  private static String secret(String namespace, String key, String value) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: db, namespace: %s}
    stringData: {%s: "%s"}
    """
        .formatted(namespace, key, value);
  }

  @Test
  void theSameNameAloneIsUndeterminedAndToldOnceATenant() {
    assertThat(verdicts(pod("shop", "db"), WEB, pod("bank", "db")))
        .containsExactly("shop undetermined", "bank undetermined");
    assertThat(verdicts(pod("shop", "db"), pod("shop", "db"))).isEmpty();
    assertThat(verdicts(pod("shop", "db"), pod("bank", "database"))).isEmpty();
    assertThat(verdicts(pod("shop", "db"), pod("kube-system", "db"))).isEmpty();
    assertThat(verdicts(pod("shop", "db"), pod("\"\"", "db"))).isEmpty();
    assertThat(verdicts(pod("shop", "${SECRET}"), pod("bank", "${SECRET}"))).isEmpty();
  }

  @Test
  void openedSecretsOfDifferentContentAreNotShared() {
    assertThat(
            verdicts(
                pod("shop", "db"),
                pod("bank", "db"),
                secret("shop", "password", "Tr0ub4dor-and-3"),
                secret("bank", "password", "correct-horse-9")))
        .isEmpty();
  }

  @Test
  void theSameCredentialIsSharedWhateverItsKey() {
    assertThat(
            verdicts(
                secret("shop", "password", "Tr0ub4dor-and-3"),
                secret("bank", "db-password", "Tr0ub4dor-and-3")))
        .containsExactly("shop violated", "bank violated");
  }

  @Test
  void settingsAndValuesThatKeepAPlaceAreNotShared() {
    for (String value : List.of("changeme", "true", "${PASSWORD}", "/run/secrets/password")) {
      assertThat(verdicts(secret("shop", "password", value), secret("bank", "password", value)))
          .as(value)
          .isEmpty();
    }
    assertThat(verdicts(secret("shop", "user", "reader"), secret("bank", "user", "reader")))
        .isEmpty();
  }

  @Test
  void nothingOfTheValueIsShown() {
    assertThat(
            findings(
                secret("shop", "password", "Tr0ub4dor-and-3"),
                secret("bank", "password", "Tr0ub4dor-and-3")))
        .hasSize(2)
        .noneMatch(f -> f.finding().toString().contains("Tr0u"));
  }

  @Test
  void aCopyOfASecretIsSharedWithWhereItComesFrom() {
    String copy =
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: db
          namespace: bank
          annotations: {replicator.v1.mittwald.de/replicate-from: shop/db}
        """;
    assertThat(verdicts(secret("shop", "password", "Tr0ub4dor-and-3"), copy))
        .containsExactly("shop violated", "bank violated");
    assertThat(
            verdicts(secret("shop", "password", "Tr0ub4dor-and-3"), copy.replace("bank", "shop")))
        .isEmpty();
  }
}
