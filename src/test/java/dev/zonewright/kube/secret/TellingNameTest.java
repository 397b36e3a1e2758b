package dev.zonewright.kube.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"TS_KUBE_SECRET", "KUBERNETES_SECRET", "IMAGE_PULL_SECRET", "tlsSecret"})
  void theNameOfASecretOfTheClusterIsNoCredential(String name) {
    assertThat(TellingName.kindOf(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CLIENT_SECRET", "WEBHOOK_SECRET", "SECRET", "KUBE_TOKEN", "TLS_KEY_PASS"})
  void aCredentialIsStillOne(String name) {
    assertThat(TellingName.kindOf(name)).isPresent();
  }
}
