package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins in a kubeconfig, wherever it stands and however it is written. */
class KubeconfigTest {
  private static final String TOKEN = "q8w7e6r5t4y3u2i1o0pasdfg";

  private static List<String> messages(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals("literal-credential"))
            .map(f -> f.message())
            .toList();
  }

  private static String config(String user) {
    return "apiVersion: v1\nkind: Config\nusers:\n  - name: a\n    user: %s\n".formatted(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{token: " + TOKEN + "}",
        "\n      token: " + TOKEN,
        "{username: a, password: Tr0ub4dor}",
        "{auth-provider: {name: oidc, config: {refresh-token: " + TOKEN + "}}}",
        "{exec: {command: aws, env: [{name: API_TOKEN, value: " + TOKEN + "}]}}",
      })
  void aLoginIsACredential(String user) {
    assertThat(messages(config(user))).hasSize(1).noneMatch(m -> m.contains(TOKEN));
    String text = config(user).indent(4);
    assertThat(
            messages(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  config: |\n"
                    + text))
        .hasSize(1)
        .allMatch(m -> m.startsWith("Line "))
        .noneMatch(m -> m.contains(TOKEN));
    assertThat(
            messages(
                "apiVersion: v1\nkind: Secret\nmetadata: {name: c}\nstringData:\n  config: |\n"
                    + text))
        .hasSize(1)
        .noneMatch(m -> m.contains("carries its values"));
  }

  @Test
  void aKeyIsFoundThoughItIsLong() {
    String key = "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpN".repeat(40);
    String config = config("{client-certificate-data: LS0tLS1CRUdJTg==, client-key-data: " + key);
    assertThat(messages(config.strip() + "}\n"))
        .singleElement()
        .asString()
        .startsWith("Here is a private key");
    assertThat(
            messages(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  config: |\n"
                    + (config.strip() + "}\n").indent(4)))
        .singleElement()
        .asString()
        .startsWith("Line 5 of this text (client-key-data) holds a private key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tokenFile: /var/run/secrets/token}",
        "{token: '${TOKEN}'}",
        "{token: ''}",
        "{client-certificate: a.crt, client-key: a.key}",
        "{exec: {command: aws, args: [eks, get-token]}}"
      })
  void whatOnlySaysWhereTheLoginIsIsNone(String user) {
    assertThat(messages(config(user))).isEmpty();
    assertThat(
            messages(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  config: |\n"
                    + config(user).indent(4)))
        .isEmpty();
  }
}
