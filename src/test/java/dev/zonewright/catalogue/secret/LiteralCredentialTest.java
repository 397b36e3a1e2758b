package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import java.util.List;
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
