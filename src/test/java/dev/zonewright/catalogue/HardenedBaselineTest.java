package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A pod as Edera's architecture wants it has no finding, whatever it is wrapped in. */
class HardenedBaselineTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: agent
        labels:
          zonewright.dev/workload: agent
        annotations:
          dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
      spec:
        runtimeClassName: edera
        automountServiceAccountToken: false
        restartPolicy: Never
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        initContainers:
          - name: fetch
            image: registry.example/fetch:1.0
            securityContext:
              privileged: false
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities:
                drop: ["ALL"]
        containers:
          - name: agent
            image: registry.example/agent:1.0
            securityContext:
              privileged: false
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities:
                drop: ["ALL"]
            volumeMounts:
              - name: scratch
                mountPath: /tmp
        volumes:
          - name: scratch
            emptyDir: {}
          - name: settings
            configMap:
              name: settings
      """;

  /**
   * An agent in a Deployment runs without an end, and a Deployment may not have its restartPolicy.
   */
  private static final Set<String> OF_THE_WRAPPER = Set.of("long-lived-agent", "invalid-object");

  @Test
  void hasNoFindingAtAll() {
    assertThat(ofTheWorkload(Reviewed.of(POD))).isEmpty();
  }

  /** What its tenant lacks is not the workload's. */
  private static List<LocatedFinding> ofTheWorkload(Reviewed reviewed) {
    return reviewed.analysis().findings().stream()
        .filter(f ->
            WorkloadControls.all().stream()
                .anyMatch(c -> c.info().id().equals(f.finding().control().id())))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> norInAnyWrapper() {
    Wrappings.Pod pod = Wrappings.podsIn(POD).getFirst();
    return Wrappings.all().entrySet().stream()
        .map(wrapper ->
            DynamicTest.dynamicTest(
                wrapper.getKey(),
                () -> {
                  String text = wrapper.getValue().apply(pod.metadata(), pod.spec()).block();
                  Reviewed reviewed = Reviewed.of(text);
                  assertThat(reviewed.analysis().workloads()).as(text).hasSize(1);
                  assertThat(ofTheWorkload(reviewed))
                      .as(text)
                      .allMatch(f -> OF_THE_WRAPPER.contains(f.finding().control().id()));
                }));
  }
}
