package dev.zonewright.kube.valid;

import static dev.zonewright.kube.valid.Refusals.broken;
import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata of all kinds, with the answers of an API server. */
class MetadataRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1, kind: ConfigMap, metadata: {name: %s}} | my_config | my.config",
        "v1, kind: Secret, metadata: {name: %s}} | Secret | 1secret",
        "v1, kind: ServiceAccount, metadata: {name: %s}} | a- | a-b.c",
        "v1, kind: Service, metadata: {name: %s}, spec: {ports: [{port: 1}]}} | a.b | 1a",
        "apps/v1, kind: StatefulSet, metadata: {name: %s}, spec: {selector: {matchLabels: {a: b}},"
            + " template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}}"
            + " | a.b | a-b",
        "v1, kind: Namespace, metadata: {name: %s}} | a.b | a-b",
        "rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: %s}} | a/b | system:A_b",
        "policy/v1, kind: PodDisruptionBudget, metadata: {name: %s}} | a%%b | A_b",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: %s}, provisioner: a.b/c} | Fast |"
            + " fast",
        "batch/v1, kind: CronJob, metadata: {name: %s}, spec: {schedule: '0 0 * * *', jobTemplate:"
            + " {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image:"
            + " i}]}}}}}} |"
            + " a23456789012345678901234567890123456789012345678901234 |"
            + " a234567890123456789012345678901234567890123456789012",
        "v1, kind: Pod, metadata: {generateName: %s}, spec: {containers: [{name: c, image: i}]}} |"
            + " Job_ | job-",
        "v1, kind: LimitRange, metadata: {name: '%s'}} | the app | ${NAME}",
        "v1, kind: ConfigMap, metadata: {name: a, namespace: %s}} | Team_A | team-a",
        "v1, kind: ConfigMap, metadata: {name: a, labels: {%s: b}}} | a b | a.b/c",
        "v1, kind: Service, metadata: {name: a, labels: {a: '%s'}}, spec: {ports: [{port: 1}]}} |"
            + " a b | a_B.c",
        "v1, kind: Secret, metadata: {name: a, annotations: {%s: b}}} | a/b/c | A.b/C",
        "v1, kind: PersistentVolumeClaim, metadata: {name: a, finalizers: [%s]}} | mine | a.b/mine",
        "autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a, ownerReferences: [%s]}}"
            + " | {kind: A, name: b, uid: c} | {apiVersion: v1, kind: A, name: b, uid: c}",
        "v1, kind: Secret, metadata: {name: a, ownerReferences: [{apiVersion: v1, kind: A, name: b,"
            + " uid: c, controller: true}, {apiVersion: v1, kind: A, name: d, uid: e, controller:"
            + " %s}]}} | true | false",
        "v1, kind: ConfigMap, metadata: {%s}} | labels: {a: b} | generateName: a-",
        "v1, kind: ConfigMap, %s} | data: {a: b} | metadata: '${METADATA}'",
        "coordination.k8s.io/v1, kind: Lease, metadata: {name: a, finalizers: [%s]}} | a b | mine",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a, finalizers: [%s]}, handler: b} | a"
            + " b | mine"
      })
  void everyKind(String form, String refused, String taken) {
    decides("{apiVersion: " + form, refused, taken);
  }

  @Test
  void theNamespaceOfAnObjectOfTheClusterIsTakenAway() {
    assertThat(
            broken(
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a,"
                    + " namespace: B_c}}"))
        .isEmpty();
  }

  @Test
  void theNameOfAPartMayComeFromElsewhere() {
    assertThat(broken("{apiVersion: v1, kind: LimitRange}")).isEmpty();
    assertThat(broken("{apiVersion: v1, kind: ConfigMap, <<: *all}")).isEmpty();
    assertThat(broken("{apiVersion: v1, kind: ConfigMap, data: {a: null, $patch: replace}}"))
        .isEmpty();
    assertThat(
            broken(
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers:"
                    + " [{name: c}]}}}}"))
        .isEmpty();
  }

  @Test
  void ofCustomKindsNothingIsKnown() {
    assertThat(
            broken(
                "{apiVersion: example.com/v1, kind: Thing, metadata: {name: A_b, labels: {a b:"
                    + " c}}}"))
        .isEmpty();
    assertThat(broken("{apiVersion: v1, kind: Config, metadata: {name: A_b}}")).isEmpty();
  }
}
