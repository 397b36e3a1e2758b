package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {name: a, labels: {a: b, c: 'true'}, annotations: {a: ''}}",
        "metadata: {creationTimestamp: null}",
        "metadata: {creationTimestamp: 2024-05-01T10:00:00Z}",
        "metadata: {creationTimestamp: '2024-05-01T10:00:00.5+02:00'}",
        "metadata: {managedFields: [{fieldsV1: {'f:spec': {'f:x': {}}}}]}",
        "metadata: {labels: }",
        "metadata: {labels: {a: }}",
        "metadata: {labels: {5: five}}",
        "spec: null",
        "spec: ${SPEC}",
        "spec: {containers: ${CONTAINERS}}",
        "spec: {containers: [{name: a, image: {{ .Values.image }}}]}",
        "spec: {securityContext: {{ toYaml .Values.pod }}}",
        "spec: {hostNetwork: ${HOST}}",
        "spec: {hostNetwork: '{{ .Values.host }}'}",
        "spec: {terminationGracePeriodSeconds: $(SECONDS)}",
        "spec: {${KEY}: 1}",
        "spec: {hostNetwork: yes, hostPID: off, hostIPC: N}",
        "spec: {priority: 2147483647}",
        "spec: {priority: -1}",
        "spec: {priority: 010}",
        "spec: {priority: 1.0}",
        "spec: {priority: 1e3}",
        "spec: {activeDeadlineSeconds: 9223372036854775807}",
        "spec: {overhead: {cpu: 1, memory: 1Gi}}",
        "spec: {overhead: {cpu: 0.5, memory: 1e3}}",
        "spec: {overhead: {cpu: '250m', memory: 1.5E}}",
        "spec: {overhead: {cpu: ' 1 ', memory: +.5Mi}}",
        "spec: {nodeSelector: {disk: ssd}}",
        "spec: {containers: [{ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: 80}}}]}",
        "spec: {containers: [{livenessProbe: {httpGet: {port: http}}}]}",
        "spec: {containers: [{command: [sh, -c, ], env: [{name: A, value: 'true'}]}]}",
        "spec: {containers: [null]}",
        "spec: {volumes: [{projected: {sources: [{serviceAccountToken: {expirationSeconds: 1}}]}}]}",
        "spec: {volumes: [{configMap: {defaultMode: 0644}}]}",
        "spec: {volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {}}}}]}",
        "status: {phase: Running, containerStatuses: [{ready: true}]}",
      })
  void isSilentOn(String yaml) {
    assertThat(found(POD + yaml)).as(yaml).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {hostNetwork: 'true'} | type spec.hostNetwork",
        "spec: {hostNetwork: \"yes\"} | type spec.hostNetwork",
        "spec: {hostNetwork: 1} | type spec.hostNetwork",
        "spec: {hostNetwork: [true]} | type spec.hostNetwork",
        "spec: {hostNetwork: {}} | type spec.hostNetwork",
        "spec: {priority: '5'} | type spec.priority",
        "spec: {priority: 1.5} | type spec.priority",
        "spec: {priority: 2147483648} | type spec.priority",
        "spec: {priority: 1e10} | type spec.priority",
        "spec: {priority: true} | type spec.priority",
        "spec: {activeDeadlineSeconds: 9223372036854775808} | type spec.activeDeadlineSeconds",
        "spec: {schedulerName: 5} | type spec.schedulerName",
        "spec: {schedulerName: no} | type spec.schedulerName",
        "spec: {schedulerName: 1.5} | type spec.schedulerName",
        "spec: {schedulerName: [a]} | type spec.schedulerName",
        "spec: text | type spec",
        "spec: [] | type spec",
        "spec: '' | type spec",
        "spec: {containers: {name: a}} | type spec.containers",
        "spec: {containers: a} | type spec.containers",
        "spec: {containers: [a]} | type spec.containers[0]",
        "spec: {containers: [{command: sh}]} | type spec.containers[0].command",
        "spec: {containers: [{command: [a, 1]}]} | type spec.containers[0].command[1]",
        "spec: {containers: [{env: [{value: true}]}]} | type spec.containers[0].env[0].value",
        "spec: {volumes: [{fc: {lun: \"1\"}}]} | type spec.volumes[0].fc.lun",
        "spec: {overhead: {cpu: lots}} | type spec.overhead.cpu",
        "spec: {overhead: {cpu: true}} | type spec.overhead.cpu",
        "spec: {overhead: {cpu: 1 Gi}} | type spec.overhead.cpu",
        "spec: {overhead: {cpu: 1gi}} | type spec.overhead.cpu",
        "spec: {overhead: {cpu: ''}} | type spec.overhead.cpu",
        "metadata: {labels: {a: true}} | type metadata.labels.a",
        "metadata: {annotations: {a/b: 5}} | type metadata.annotations['a/b']",
        "metadata: {labels: [a]} | type metadata.labels",
        "metadata: {creationTimestamp: 2024-05-01} | type metadata.creationTimestamp",
        "metadata: {creationTimestamp: 5} | type metadata.creationTimestamp",
        "spec: {nodeSelector: {a: {}}} | type spec.nodeSelector.a",
        "spec: {hostnetwork: true} | unknown spec.hostnetwork",
        "spec: {containers: [{nam: a}]} | unknown spec.containers[0].nam",
        "spec: {securityContext: {privileged: true}} | unknown spec.securityContext.privileged",
        "metadata: {lables: {a: b}} | unknown metadata.lables",
        "$patch: delete | unknown $patch",
        "data: {} | unknown data",
        "spec: {volumes: [{rbd: {imageformat: x}}]} | unknown spec.volumes[0].rbd.imageformat",
        "spec: {volumes: [{emptyDir: {size: 1}}]} | unknown spec.volumes[0].emptyDir.size",
        "spec: {hostAliases: [{ip: a, x: b}]} | unknown spec.hostAliases[0].x",
        "status: {fase: a} | unknown status.fase",
      })
  void finds(String yaml, String expected) {
    assertThat(found(POD + yaml.strip())).as(yaml).containsExactly(expected.strip());
  }

  @Test
  void oneFieldHidesNoOther() {
    assertThat(
            found(
                POD
                    + """
                    spec:
                      priority: high
                      hostnetwork: true
                      containers:
                        - name: 5
                          env: {A: b}
                        - image: a
                          imagePullpolicy: Always
                    """))
        .containsExactly(
            "type spec.priority",
            "unknown spec.hostnetwork",
            "type spec.containers[0].name",
            "type spec.containers[0].env",
            "unknown spec.containers[1].imagePullpolicy");
  }

  @Test
  void looksWhereAliasesAndMergeKeysLead() {
    assertThat(
            found(
                POD
                    + """
                    spec:
                      containers:
                        - &first {name: a, tty: "true", imge: x}
                        - <<: *first
                          name: b
                          tty: true
                      initContainers: [*first]
                    """))
        .containsExactly(
            "type spec.containers[0].tty",
            "unknown spec.containers[0].imge",
            "unknown spec.containers[1].imge",
            "type spec.initContainers[0].tty",
            "unknown spec.initContainers[0].imge");
  }

  @Test
  void looksAtTheLastOfRepeatedKeys() {
    assertThat(found(POD + "spec: {hostNetwork: 'x', hostNetwork: true}")).isEmpty();
    assertThat(found(POD + "spec: {odd: 1, odd: 2}")).containsExactly("unknown spec.odd");
  }

  @Test
  void looksIntoLists() {
    assertThat(
            found(
                """
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: Pod, spec: {odd: 1}}
                  - {apiVersion: example.org/v1, kind: Pod, spec: {odd: 1}}
                """))
        .containsExactly("unknown items[0].spec.odd");
    assertThat(found("{apiVersion: v1, kind: PodList, items: [{spec: {odd: 1}}]}"))
        .containsExactly("unknown items[0].spec.odd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: v1, kind: Secret, data: {a: aGVsbG8=}} | ",
        "{apiVersion: v1, kind: Secret, data: {a: \"aGVs\\nbG8=\\n\"}} | ",
        "{apiVersion: v1, kind: Secret, data: {a: ''}} | ",
        "{apiVersion: v1, kind: Secret, data: {a: hello}} | type data.a",
        "{apiVersion: v1, kind: Secret, data: {a: aGVsbG8}} | type data.a",
        "{apiVersion: v1, kind: Secret, data: {a: 12345678}} | type data.a",
        "{apiVersion: v1, kind: Secret, data: {a: ${TOKEN}}} | ",
        "{apiVersion: v1, kind: Secret, stringData: {a: hello}} | ",
        "{apiVersion: v1, kind: ConfigMap, data: {a: 5}} | type data.a",
        "{apiVersion: v1, kind: ConfigMap, data: {a: {b: c}}} | type data.a",
        "{apiVersion: v1, kind: ConfigMap, binaryData: {a: '!'}} | type binaryData.a",
        "{apiVersion: v1, kind: Service, spec: {ports: [{port: '80'}]}} | type spec.ports[0].port",
        "{apiVersion: v1, kind: Service, spec: {ports: [{targetPort: '80'}]}} | ",
        "{apiVersion: v1, kind: Service, spec: {ports: [{targetPort: true}]}}"
            + " | type spec.ports[0].targetPort",
        "{apiVersion: v1, kind: ServiceAccount, spec: {}} | unknown spec",
        "{apiVersion: apps/v1, kind: Deployment, patches: []} | unknown patches",
        "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: '2'}} | type spec.replicas",
        "{apiVersion: apps/v1, kind: ControllerRevision, data: {any: [thing]}} | ",
        "{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: {x: 1}}}}"
            + " | unknown spec.jobTemplate.spec.x",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, rules: [{verb: [get]}]}"
            + " | unknown rules[0].verb",
        "{apiVersion: example.org/v1, kind: Widget, anything: {goes: 1}} | ",
        "{apiVersion: apps/v1, kind: Widget, anything: {goes: 1}} | ",
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, spec: {versions: ["
            + "{schema: {openAPIV3Schema: {$ref: a, x-kubernetes-int-or-string: true, default: {a: 1},"
            + " enum: [1, a], properties: {p: {type: array, items: {type: string}}},"
            + " additionalProperties: false}}}]}} | ",
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, spec: {versions: ["
            + "{schema: {openAPIV3Schema: {properties: {p: {typ: string}}}}}]}}"
            + " | unknown spec.versions[0].schema.openAPIV3Schema.properties.p.typ",
      })
  void looksAtOtherKinds(String yaml, String expected) {
    assertThat(found(yaml.strip()))
        .as(yaml)
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip()));
  }

  private static List<String> found(String yaml) {
    return KubeObject.in(YamlParser.parse(yaml).cursor()).stream()
        .flatMap(object -> SchemaCheck.of(object).stream())
        .map(m -> (m instanceof Mismatch.UnknownField ? "unknown " : "type ") + m.path())
        .toList();
  }
}
