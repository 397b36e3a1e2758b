package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.policy.Labels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels that controllers put on the pods that they make. */
class AddedLabelsTest {
  private static Labels labels(String version, String kind, String name, String spec) {
    return OracleTest.model(
            """
            apiVersion: %s
            kind: %s
            metadata: {%s}
            spec: %s
            """
                .formatted(version, kind, name, spec))
        .pods()
        .values()
        .iterator()
        .next()
        .getFirst()
        .labels();
  }

  private static final String TEMPLATE =
      "{template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}%s}";

  @ParameterizedTest
  @CsvSource({
    "apps/v1,Deployment,pod-template-hash",
    "apps/v1,StatefulSet,controller-revision-hash",
    "apps/v1,StatefulSet,statefulset.kubernetes.io/pod-name",
    "apps/v1,StatefulSet,apps.kubernetes.io/pod-index",
    "apps/v1,DaemonSet,controller-revision-hash",
    "apps/v1,DaemonSet,pod-template-generation",
    "batch/v1,Job,controller-uid",
    "batch/v1,Job,batch.kubernetes.io/controller-uid"
  })
  void areThereWithAValueThatIsNotKnown(String version, String kind, String key) {
    Labels labels = labels(version, kind, "name: w", TEMPLATE.formatted(""));
    assertThat(labels.has(key).isYes()).isTrue();
    assertThat(labels.hasOneOf(key, Set.of("x")).isUnknown()).isTrue();
    assertThat(labels.hasOneOf("a", Set.of("b")).isYes()).isTrue();
  }

  @Test
  void areNotThereWhereNoControllerAddsThem() {
    for (String kind : List.of("ReplicaSet", "Deployment", "DaemonSet")) {
      Labels labels = labels("apps/v1", kind, "name: w", TEMPLATE.formatted(""));
      assertThat(labels.has("job-name").isNo()).isTrue();
      assertThat(labels.has("statefulset.kubernetes.io/pod-name").isNo()).isTrue();
    }
    for (String kind : List.of("ReplicaSet", "StatefulSet", "DaemonSet")) {
      Labels alone = labels("apps/v1", kind, "name: w", TEMPLATE.formatted(""));
      assertThat(alone.has("pod-template-hash").isNo()).isTrue();
    }
    Labels own = labels("batch/v1", "Job", "name: w", TEMPLATE.formatted(", manualSelector: true"));
    assertThat(own.has("job-name").isNo()).isTrue();
    assertThat(own.has("controller-uid").isNo()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"job-name", "batch.kubernetes.io/job-name"})
  void aJobGivesItsName(String key) {
    String job = TEMPLATE.formatted("");
    Labels named = labels("batch/v1", "Job", "name: w", job);
    assertThat(named.hasOneOf(key, Set.of("w")).isYes()).isTrue();
    assertThat(named.hasOneOf(key, Set.of("v")).isNo()).isTrue();
    Labels generated = labels("batch/v1", "Job", "generateName: w-", job);
    assertThat(generated.hasOneOf(key, Set.of("w-")).isUnknown()).isTrue();
    Labels timed =
        labels("batch/v1", "CronJob", "name: w", "{jobTemplate: {spec: %s}}".formatted(job));
    assertThat(timed.has(key).isYes()).isTrue();
    assertThat(timed.hasOneOf(key, Set.of("w")).isUnknown()).isTrue();
  }
}
