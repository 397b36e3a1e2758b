package dev.zonewright.catalogue.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which storage of a sandbox outlives its zone. */
class PersistentAgentStateTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`volumeClaimTemplates: [{metadata: {name: home}, spec: {accessModes: [ReadWriteOnce]}}]`,"
            + " 1",
        "shutdownPolicy: Delete, 0"
      })
  void aClaimOfASandboxOutlivesThePod(String field, int count) {
    String text =
        """
        apiVersion: agents.x-k8s.io/v1alpha1
        kind: Sandbox
        metadata: {name: coder, namespace: shop}
        spec:
          podTemplate:
            spec:
              containers: [{name: coder, image: registry.example/coder:1.0}]
          %s
        """
            .formatted(field);
    assertThat(
            new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                .analyze(List.of(Manifest.of("coder.yaml", text))).findings().stream()
                    .filter(f -> f.finding().control().id().equals("persistent-agent-state")))
        .hasSize(count);
  }
}
