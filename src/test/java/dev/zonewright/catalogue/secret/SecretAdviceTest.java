package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is advised for a mounted Secret, by its names, its keys and what the opened Secret holds.
 */
class SecretAdviceTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a, namespace: shop}
      spec:
        containers: [{name: main, image: x}]
        volumes: [{name: %s, secret: {secretName: settings%s}}]
      ---
      """;

  private static Finding mounted(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals("mounted-secret"))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v|''|x: y|ConfigMap",
        "db|''|x: y|database users",
        "v|', items: [{key: encryption-key, path: k}]'|x: y|KMS",
        "v|', items: [{key: tls.key, path: k}]'|x: y|cert-manager",
        "v|''|db-password: y|database users",
        "v|''|x: AKIAQ7ZLK4M2N3P5R6ST|workload identity",
        "db|''|x: ghp_Q7zlK4m2N3p5R6stQ7zlK4m2N3p5R6stQ7zl|Vault",
      })
  void namesKeysAndShapesTellTheKind(String volume, String items, String data, String advice) {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: settings, namespace: shop}
        stringData: {%s}
        """
            .formatted(data);
    assertThat(mounted(POD.formatted(volume, items) + secret).guidance()).contains(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "runtimeClassName: edera, true",
    "runtimeClassName: runc, false",
    "hostNetwork: false, false",
    "runtimeClassName: '${CLASS}', false"
  })
  void aZoneIsSpokenOfOnlyWhereThePodIsInOne(String runtime, boolean inZone) {
    String pod = POD.formatted("v", "''").replace("spec:\n", "spec:\n  %s\n".formatted(runtime));
    assertThat(mounted(pod).message().contains("while the zone exists")).isEqualTo(inZone);
  }

  @ParameterizedTest
  @CsvSource({"1h, LOW", "720h, LOW", "8760h, MEDIUM", "0, MEDIUM"})
  void whatIsFetchedAgainSeldomIsAsGoodAsLasting(String interval, Severity severity) {
    String external =
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: settings, namespace: shop}
        spec: {refreshInterval: "%s", secretStoreRef: {name: store}}
        """
            .formatted(interval);
    assertThat(mounted(POD.formatted("v", "") + external).severity()).isEqualTo(severity);
  }
}
