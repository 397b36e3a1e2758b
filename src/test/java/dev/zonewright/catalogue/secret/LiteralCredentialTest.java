package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variables are a credential by their name and value. */
class LiteralCredentialTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PGPASSWORD, Tr0ub4dor",
        "DB_PASSWORD2, Tr0ub4dor",
        "REDIS_AUTH, Tr0ub4dor",
        "REDIS_AUTH, correct-horse-battery",
        "NEO4J_AUTH, neo4j/Tr0ub4dor",
        "AUTH_USERPASS, shop:Tr0ub4dor",
        "FLOWER_BASIC_AUTH, shop:Tr0ub4dor",
        "HTTP_AUTH_STRING, c2hvcDpUcjB1YjRkb3I0NTY3",
        "DB_CREDS, Tr0ub4dor",
        "REDIS_REQUIREPASS, Tr0ub4dor",
        "SECRET_KEY_BASE, 9f8a7sd98f7asd98f7as9d8f7a9s8d7f",
        "SETTINGS, `{\"user\": \"a\", \"password\": \"Tr0ub4dor\"}`"
      })
  void isACredential(String name, String value) {
    assertThat(severities("literal-credential", name, value)).containsExactly(Severity.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"DB_PASSWORD, changeme", "DB_PASSWORD, Please-Change-Me", "DB_PASSWORD, 11111111"})
  void aPasswordThatEverybodyKnowsIsLow(String name, String value) {
    assertThat(severities("literal-credential", name, value)).containsExactly(Severity.LOW);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "DB_PASSWORD, xxxxx",
        "DB_PASSWORD, ********",
        "REDIS_AUTH, scram-sha-256",
        "REDIS_AUTH, redis.shop.svc:6379",
        "NEO4J_AUTH, none",
        "MONGO_AUTH, admin",
        "POSTGRES_HOST_AUTH, trust",
        "KONG_ADMIN_GUI_AUTH, basic-auth",
        "AUTH, http://auth.shop.svc:9000/verify",
        "SHOP_AUTH, auth:9000",
        "AUTH_HEADER, X-Forwarded-User",
        "AUTH_METHOD, Tr0ub4dor123456789",
        "COOKIE_SECRET, SECRET",
        "API_KEY, API_KEY_VALUE",
        "HCLOUD_TOKEN, REDACTED",
        "KEY_BASE, 9f8a7sd98f7asd98f7as9d8f7a9s8d7f",
        "SETTINGS, `{\"passwordFile\": \"/run/secrets/db\"}`",
        "SSH_PUBLIC_KEY, ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ"
      })
  void aPlaceholderIsNone(String name, String value) {
    assertThat(severities("literal-credential", name, value)).isEmpty();
    assertThat(severities("long-lived-cloud-credential", name, value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirepass Tr0ub4dor",
        "masterauth Tr0ub4dor",
        "sentinel auth-pass shop Tr0ub4dor",
        "machine git.shop.example login bot password Tr0ub4dor"
      })
  void aLineOfRedisOrNetrcHoldsACredential(String line) {
    assertThat(inText("maxmemory 2mb\n    " + line)).containsExactly(Severity.HIGH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"requirepass ${PASSWORD}", "# requirepass foobared", "masterauth"})
  void aLineWithoutOneIsNone(String line) {
    assertThat(inText(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REDIS_PASSWORD_SECRET, redis-auth", "existingSecret, shop-db9"})
  void theNameOfASecretIsNone(String name, String value) {
    assertThat(severities("literal-credential", name, value)).isEmpty();
    assertThat(inText("%s: %s".formatted(name, value))).isEmpty();
  }

  @Test
  void aTokenSecretIsNoNameOfASecret() {
    assertThat(severities("literal-credential", "ACCESS_TOKEN_SECRET", "correct-horse-battery"))
        .containsExactly(Severity.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a private key as the bytes of a ConfigMap
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop, namespace: shop}
        binaryData:
          shop.pem: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lHOXcwCi0tLS0tRU5EIFBSSVZBVEUgS0VZLS0tLS0K
        """,
        // what a SealedSecret does not encrypt
        """
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: shop, namespace: shop}
        spec:
          encryptedData: {token: AgBy3i4OJSWKPiTySYZZA9rO43cGDEqAgBy3i4OJSWK}
          template:
            data: {password: Tr0ub4dor}
        """,
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: shop, namespace: shop}
        spec:
          values:
            auth: {existingSecret: shop-db, tlsSecret: shop-tls, password: Tr0ub4dor}
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          source:
            helm:
              parameters:
                - {name: auth.password, value: Tr0ub4dor}
                - {name: auth.secret, value: shop-db}
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          sources:
            - helm:
                values: |
                  auth:
                    password: Tr0ub4dor
        """,
        """
        apiVersion: helm.cattle.io/v1
        kind: HelmChart
        metadata: {name: shop, namespace: kube-system}
        spec:
          set: {adminPassword: Tr0ub4dor}
        """
      })
  void isFoundWhereverAnObjectCarriesIt(String text) {
    assertThat(found("literal-credential", text)).containsExactly(Severity.HIGH);
  }

  private static List<Severity> inText(String lines) {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop, namespace: shop}
        data:
          app.conf: |
            %s
            port 6379
        """
            .formatted(lines);
    return found("literal-credential", text);
  }

  private static List<Severity> severities(String control, String name, String value) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: shop, namespace: shop}
        spec:
          containers:
            - name: shop
              image: registry.example/shop:7.0
              env:
                - name: %s
                  value: '%s'
        """
            .formatted(name, value);
    return found(control, text);
  }

  private static List<Severity> found(String control, String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("shop.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .map(f -> f.finding().severity())
            .toList();
  }
}
