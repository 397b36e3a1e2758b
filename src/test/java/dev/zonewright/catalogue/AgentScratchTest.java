package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an agent is seen to write, and what bounds it there. */
class AgentScratchTest {
  private static List<Finding> found(String control, String container, String volumes) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: ai, labels: {zonewright.dev/workload: agent}}
        spec:
          containers: [{name: main, image: x, %s}]
          volumes: [%s]
        """
            .formatted(container, volumes);
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals(control))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "args: [--log-file=/var/log/agent.log]|/tmp, /var/log",
        "args: [--output, /out/result.json, --verbose]|/tmp, /out",
        "args: [--cache-dir=/cache]|/tmp, /cache",
        "args: ['echo > /state/x']|/tmp, /state",
        "args: [--config=/etc/agent.yaml, --model-dir, /models]|/tmp",
        "command: [python, /app/run.py], args: [--output=/app/result.json]|/tmp",
        "workingDir: /work, args: [--out=/work]|/tmp",
      })
  void theFixAddsTheFoldersThatAreWrittenTo(String container, String folders) {
    assertThat(found("writable-root-filesystem", container, ""))
        .singleElement()
        .satisfies(
            f -> assertThat(f.fixes().getFirst().title()).endsWith("emptyDir for " + folders));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|cpu: 1, memory: 1Gi|1",
        "{sizeLimit: 1Gi}|cpu: 1, memory: 1Gi|0",
        "{}|cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi|0",
        "{medium: Memory}|cpu: 1, memory: 1Gi|0",
        "{sizeLimit: '${SIZE}'}|cpu: 1, memory: 1Gi|0",
      })
  void anEmptyDirOfAnAgentIsBounded(String volume, String limits, int expected) {
    assertThat(
            found(
                "missing-resource-limits",
                "resources: {limits: {%s}}".formatted(limits),
                "{name: v, emptyDir: %s}".formatted(volume)))
        .hasSize(expected);
  }
}
