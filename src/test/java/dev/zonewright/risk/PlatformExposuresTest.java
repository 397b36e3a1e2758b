package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform opens of the nodes counts for the tenants on them. */
class PlatformExposuresTest {
  private static final String TENANT =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        runtimeClassName: edera
        nodeSelector: {pool: a}
        containers: [{name: web, image: x}]
      ---
      """;

  private static final String PLATFORM =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: exporter, namespace: monitoring}
      spec:
        selector: {matchLabels: {a: b}}
        template:
          metadata: {labels: {a: b}}
          spec:
            %s
            containers: [{name: c, image: x}]
      """;

  private static RiskRow row(String text, String id) {
    return ResidualRisk.of(
            new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                .analyze(List.of(Manifest.of("a.yaml", text))))
        .stream()
        .filter(t -> t.tenant().equals("shop"))
        .flatMap(t -> t.rows().stream())
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ofThePlatform(String fields, String id) {
    return row(TENANT + PLATFORM.formatted(fields), id).evidence().stream()
        .filter(e -> e.state() == Evidence.State.EXPOSURE)
        .map(Evidence::text)
        .filter(t -> t.contains("of the platform"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dom0-kernel|volumes: [{name: r, hostPath: {path: /}}]|mounts files of the node",
        "dom0-kernel|volumes: []|runs on the host kernel",
        "network-fabric|hostNetwork: true|uses the node's network",
        "node-kubelet|hostNetwork: true|reaches the kubelet",
        "node-kubelet|volumes: [{name: r, hostPath: {path: /}}]|mounts files of the node",
      })
  void anExposureOfThePlatformIsOneOfTheTenant(String row, String fields, String words) {
    String platform = "priorityClassName: system-node-critical\n      " + fields;
    assertThat(ofThePlatform(platform, row)).singleElement().asString().contains("exporter", words);
    assertThat(row(TENANT + PLATFORM.formatted(platform), row).level())
        .isEqualTo(ResidualLevel.OPEN);
  }

  @Test
  void onOtherNodesItIsNone() {
    String elsewhere = "priorityClassName: system-node-critical\n      nodeSelector: {pool: b}";
    assertThat(ofThePlatform(elsewhere, "dom0-kernel")).isEmpty();
  }

  @Test
  void anotherTenantIsNoPlatform() {
    assertThat(ofThePlatform("nodeSelector: {pool: a}", "dom0-kernel")).isEmpty();
  }
}
