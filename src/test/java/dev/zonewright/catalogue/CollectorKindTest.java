package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collectors of OpenTelemetry, which run on every node as often as not. */
class CollectorKindTest {
  private static final Set<String> WRITTEN =
      Set.of("privileged-container", "host-network", "host-path-volume");

  @Test
  void aCollectorOfOpenTelemetryIsRead() {
    Reviewed reviewed =
        Reviewed.of(
            """
            apiVersion: opentelemetry.io/v1beta1
            kind: OpenTelemetryCollector
            metadata: {name: a, namespace: b}
            spec:
              mode: daemonset
              hostNetwork: true
              volumes: [{name: v, hostPath: {path: /var/log}}]
              securityContext: {privileged: true}
            """);
    assertThat(
            reviewed.analysis().findings().stream()
                .filter(f -> WRITTEN.contains(f.finding().control().id()))
                .map(f -> f.finding().control().id() + " " + f.finding().path()))
        .containsExactlyInAnyOrder(
            "host-network spec.hostNetwork",
            "host-path-volume spec.volumes[0].hostPath",
            "privileged-container spec.securityContext.privileged");
  }
}
