package dev.zonewright.kube.valid;

import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.valid.field.Violation;
import dev.zonewright.yaml.parse.YamlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of workloads and of what bounds them, with the answers of an API server. */
class WorkloadValuesTest {
  private static final String POD =
      "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i%s}]}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {serviceName: %s, selector:"
            + " {matchLabels: {a: b}}, POD} | The_DB | db",
        "apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b},"
            + " matchExpressions: [{key: a, operator: %s}]}, POD} | exists | Exists",
        "apps/v1, kind: Deployment, metadata: {name: d}, spec: {minReadySeconds: %s, selector:"
            + " {matchLabels: {a: b}}, POD} | 600 | 599",
        "apps/v1, kind: Deployment, metadata: {name: d}, spec: {minReadySeconds: 30,"
            + " progressDeadlineSeconds: %s, selector: {matchLabels: {a: b}}, POD} | 30 | 31",
        "batch/v1, kind: CronJob, metadata: {name: d}, spec: {schedule: '0 0 * * *', timeZone: %s,"
            + " jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c,"
            + " image: i}]}}}}} | Europe/berlin | Europe/Berlin",
        "autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {maxReplicas: 2,"
            + " scaleTargetRef: {kind: Deployment, name: d%s}} | '' | , apiVersion: apps/v1",
        "autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {maxReplicas: 2,"
            + " scaleTargetRef: {name: d, apiVersion: v1, kind: %s}} | Deployment |"
            + " ReplicationController",
        "v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: '1'}, scopes: [%s]} |"
            + " notTerminating | NotTerminating",
        "v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: '1'}, scopeSelector:"
            + " {matchExpressions: [{scopeName: PriorityClass, operator: In%s}]}} | '' | , values:"
            + " [high]",
        "v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: '1'}, scopeSelector:"
            + " {matchExpressions: [{scopeName: NotBestEffort, operator: %s}]}} | In | Exists",
        "v1, kind: Pod, metadata: {name: p}, spec: {%scontainers: [{name: c, image: i}]} |"
            + " 'runtimeClassName: \"\", ' | 'priorityClassName: \"\", '",
        "v1, kind: Pod, metadata: {name: p}, spec: {os: {name: %s}, resources: {limits: {cpu: 1}},"
            + " containers: [{name: c, image: i}]} | windows | linux",
        "v1, kind: Pod, metadata: {name: p}, spec: {hostNetwork: true, containers: [{name: c,"
            + " image: i%s} | , ports: [{containerPort: 80, hostPort: 81}]}] | }], initContainers:"
            + " [{name: a, image: i, ports: [{containerPort: 80, hostPort: 81}]}]",
        "v1, kind: ReplicationController, metadata: {name: p}, spec: {template: {%sspec:"
            + " {containers: [{name: c, image: i}]}}} | '' | 'metadata: {labels: {a: b}}, '",
        "apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: %s}, POD} |"
            + " {} | '{a: b}'",
        "apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {selector: {matchLabels: %s}, POD} |"
            + " null | '{a: b}'",
        "v1, kind: PodTemplate, metadata: {name: p}, template: {metadata: {annotations: {%s: b}},"
            + " spec: {containers: [{name: c, image: i}]}} | a/b/c | a/b",
        "v1, kind: ConfigMap, metadata: {name: %s} | null | a",
        "v1, kind: ServiceAccount, metadata: {%s} | namespace: a | generateName: a-",
        "rbac.authorization.k8s.io/v1, kind: ClusterRole, rules: [], metadata: {%s} | labels: {a:"
            + " b} | name: 'a:b'",
        "policy/v1, kind: PodDisruptionBudget, spec: {minAvailable: 1, selector: {matchLabels: {a:"
            + " b}}}, metadata: {%s} | namespace: n | name: a",
        "v1, kind: LimitRange, metadata: {name: ''}, spec: {limits: [{type: %s}]} | container |"
            + " Container",
        "v1, kind: PodTemplate, metadata: {name: p}, template: {spec: {%s: [{name: a, image: i}],"
            + " containers: [{name: c, image: i}]}} | ephemeralContainers | initContainers",
        "v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: %s, max: {cpu: 1}}]} |"
            + " container | Container",
        "v1, kind: Pod, metadata: {name: p}, spec: {resourceClaims: [{name: gpu, resourceClaimName:"
            + " a}], containers: [{name: c, image: i, resources: {claims: [{name: %s}]}}]} | gpus |"
            + " gpu",
        "v1, kind: Pod, metadata: {name: p}, spec: {%scontainers: [{name: c, image: i, resources:"
            + " {claims: [{name: gpu}]}}]} | '' | 'resourceClaims: ${CLAIMS}, '",
        "resource.k8s.io/v1, kind: DeviceClass, metadata: {generateName: A_%s}, spec: {} | '' | ',"
            + " name: a'",
        "v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{max: {cpu: 1}%s}]} | '' | ,"
            + " type: Pod",
        "v1, kind: ReplicationController, metadata: {name: r}, spec: {template: {metadata: {labels:"
            + " {a: b}}, spec: {containers: [{name: c, image: i, resources: {limits:"
            + " {hugepages-2Mi: 4Mi%s}}}]}}} | '' | , cpu: 1",
        "v1, kind: PersistentVolume, metadata: {name: p}, spec: {capacity: {storage: 1Gi},"
            + " accessModes: [ReadWriteOnce], local: {path: /a}, nodeAffinity: {required:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: [%s]}]}]}}}"
            + " | '' | node-1",
        "networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {%s} | '' |"
            + " controller: a.b/c",
        "v1, kind: Endpoints, metadata: {name: a}, subsets: [{addresses: [{ip: 10.0.0.1, nodeName:"
            + " %s}]}] | Node_1 | node-1",
        "v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: '%s'}]} | 'i:1 '"
            + " | i:1"
      })
  void values(String form, String refused, String taken) {
    decides(
        "{apiVersion: " + form.replace("POD", POD.formatted("")) + "}",
        refused.replace("'", ""),
        taken);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = "date | data")
  void mountsOfAStatefulSetNameItsClaims(String refused, String taken) {
    decides(
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {selector:"
            + " {matchLabels: {a: b}}, "
            + POD.formatted(", volumeMounts: [{name: %s, mountPath: /a}]")
            + ", volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes:"
            + " [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}",
        refused,
        taken);
  }

  @Test
  void ofATemplateOnlyThePodsAreRefusedForASpaceAfterTheImage() {
    String text =
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector:"
            + " {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers:"
            + " [{name: c, image: 'i:1 '}]}}}}";
    assertThat(
            KubeObject.in(YamlParser.parse(text).cursor()).stream()
                .flatMap(object -> ObjectRules.of(object).stream()))
        .extracting(Violation::when)
        .containsExactly(Violation.When.STARTED);
  }
}
