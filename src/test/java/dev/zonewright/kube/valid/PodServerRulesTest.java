package dev.zonewright.kube.valid;

import static dev.zonewright.kube.valid.Refusals.broken;
import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sources of variables, probes, hooks, DNS and policies of jobs, with the answers of an API server.
 */
class PodServerRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "env: [{value: a}] ; env: [{name: '${N}', value: a}]",
        "env: [{name: A, valueFrom: {secretKeyRef: {key: k}}}] ; env: [{name: A, valueFrom:"
            + " {secretKeyRef: {name: a.b, key: k}}}]",
        "env: [{name: A, valueFrom: {secretKeyRef: {name: My_Secret, key: k}}}] ; env: [{name: A,"
            + " valueFrom: {secretKeyRef: {name: '${S}', key: k}}}]",
        "env: [{name: A, valueFrom: {configMapKeyRef: {name: My_Map, key: k}}}] ; env: [{name: A,"
            + " valueFrom: {configMapKeyRef: {name: a, key: '${K}'}}}]",
        "env: [{name: A, valueFrom: {configMapKeyRef: {name: a, key: 'a b'}}}] ; env: [{name: A,"
            + " valueFrom: {configMapKeyRef: {name: a, key: .a_B-c.}}}]",
        "env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: a/b}}}] ; env: [{name: A,"
            + " valueFrom: {secretKeyRef: {name: a, key: .a}}}]",
        "env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: ..a}}}] ; env: [{name: A,"
            + " valueFrom: {secretKeyRef: {name: a, key: a..}}}]",
        "envFrom: [{configMapRef: {}}] ; envFrom: [{configMapRef: '${REF}'}]",
        "envFrom: [{secretRef: {name: ''}}] ; envFrom: [{secretRef: {name: a, optional: true}}]",
        "envFrom: [{secretRef: {name: My_Secret}}] ; envFrom: [{secretRef: {name: a.b-c}}]",
        "envFrom: [{secretRef: {name: a}, configMapRef: {name: b}}] ; envFrom: [{secretRef: {name:"
            + " a}}, {configMapRef: {name: b}}]",
        "envFrom: [{prefix: A=, configMapRef: {name: b}}] ; envFrom: [{prefix: 1-., configMapRef:"
            + " {name: b}}]",
        "livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: 'X_A', value: b}]}} ;"
            + " livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: X-A, value: b}]}}",
        "readinessProbe: {httpGet: {port: 80, httpHeaders: [{value: b}]}} ; readinessProbe:"
            + " {httpGet: {port: 80, httpHeaders: [{name: '${H}', value: b}]}}",
        "lifecycle: {preStop: {httpGet: {port: 80, httpHeaders: [{name: 'X:', value: b}]}}} ;"
            + " lifecycle: {preStop: {httpGet: {port: 80, httpHeaders: [{name: Host, value: b}]}}}",
        "livenessProbe: {tcpSocket: {port: my_port}} ; livenessProbe: {tcpSocket: {port: http}}",
        "livenessProbe: {httpGet: {port: '80'}} ; livenessProbe: {httpGet: {port: a80}}",
        "startupProbe: {httpGet: {port: Http}} ; startupProbe: {httpGet: {port: '${PORT}'}}",
        "lifecycle: {postStart: {httpGet: {port: 0}}} ; lifecycle: {postStart: {httpGet: {port:"
            + " 1}}}",
        "lifecycle: {preStop: {tcpSocket: {port: '80'}}} ; lifecycle: {preStop: {tcpSocket: {port:"
            + " web}}}",
        "livenessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 0} ; livenessProbe:"
            + " {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 1}",
        "lifecycle: {preStop: {sleep: {seconds: 31}}} ; lifecycle: {preStop: {sleep: {seconds:"
            + " 30}}}",
        "volumeMounts: [{name: v, mountPath: /a, subPathExpr: /b}] ; volumeMounts: [{name: v,"
            + " mountPath: /a, subPathExpr: $(B)}]",
        "volumeMounts: [{name: v, mountPath: /a, subPathExpr: b, subPath: c}] ; volumeMounts:"
            + " [{name: v, mountPath: /a, subPathExpr: b, subPath: ''}]",
        "volumeMounts: [{mountPath: /a}] ; volumeMounts: [{name: v, mountPath: a}]",
        "volumeMounts: [{name: v, mountPath: /a, recursiveReadOnly: Enabled}] ; volumeMounts:"
            + " [{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}]",
        "volumeMounts: [{name: v, mountPath: /a, readOnly: false, recursiveReadOnly: IfPossible}] ;"
            + " volumeMounts: [{name: v, mountPath: /a, recursiveReadOnly: Disabled}]",
        "volumeMounts: [{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled,"
            + " mountPropagation: HostToContainer}] ; volumeMounts: [{name: v, mountPath: /a,"
            + " readOnly: '${RO}', recursiveReadOnly: Enabled}]",
        "securityContext: {seccompProfile: {type: Localhost, localhostProfile: /a}} ;"
            + " securityContext: {seccompProfile: {type: Localhost, localhostProfile: a/b}}"
      })
  void containers(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {volumes: [{name:"
            + " v, emptyDir: {}}], containers: [{name: c, image: c:1, %s}]}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "dnsConfig: {nameservers: [a.b]} ; dnsConfig: {nameservers: ['::1']}",
        "dnsConfig: {nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4]} ; dnsConfig: {nameservers:"
            + " [1.1.1.1, 1.1.1.2, 1.1.1.3]}",
        "dnsConfig: {searches: [a b]} ; dnsConfig: {searches: [a.b.]}",
        "dnsConfig: {searches: [A.b]} ; dnsConfig: {searches: [_a._b.c]}",
        "dnsConfig: {searches: ['http://a']} ; dnsConfig: {searches: ['.', '${S}']}",
        "dnsConfig: {options: [{value: '2'}]} ; dnsConfig: {options: [{name: ndots}]}",
        "dnsConfig: {options: [{name: ''}]} ; dnsConfig: {options: [{name: '${O}'}]}",
        "os: {} ; os: '${OS}'",
        "securityContext: {seccompProfile: {type: Localhost, localhostProfile: ../a}} ;"
            + " securityContext: {seccompProfile: {type: Localhost, localhostProfile: a..b}}",
        "volumes: [{emptyDir: {}}] ; volumes: ['${VOLUME}']"
      })
  void pods(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {%s, containers:"
            + " [{name: c, image: c:1}]}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "podFailurePolicy: {rules: [{onExitCodes: {operator: In, values: [1]}}]} ;"
            + " podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values:"
            + " [1]}}]}",
        "podFailurePolicy: {rules: [{action: Fail, onExitCodes: {operator: In, values: [1]}}]} ;"
            + " podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type:"
            + " DisruptionTarget}]}]}",
        "podFailurePolicy: {rules: [{action: FailIndex, onExitCodes: {operator: In, values: [1]}}]}"
            + " ; podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: NotIn, values:"
            + " [0]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob}]} ; podFailurePolicy: {rules: [{action:"
            + " FailJob, onPodConditions: '${C}'}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1]},"
            + " onPodConditions: [{type: A, status: 'True'}]}]} ; podFailurePolicy: {rules:"
            + " [{action: FailJob, onPodConditions: [{type: A, status: 'True'}]}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {values: [1]}}]} ;"
            + " podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: '${OP}',"
            + " values: [1]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: Exists, values:"
            + " [1]}}]} ; podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In,"
            + " values: '${V}'}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: []}}]} ;"
            + " podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values:"
            + " [1, 2]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [0]}}]} ;"
            + " podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: NotIn, values:"
            + " [0, 1]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [2,"
            + " 1]}}]} ; podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In,"
            + " values: [1, '${V}']}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1,"
            + " 1]}}]} ; podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In,"
            + " values: [1000000]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {containerName: d, operator: In,"
            + " values: [1]}}]} ; podFailurePolicy: {rules: [{action: FailJob, onExitCodes:"
            + " {containerName: c, operator: In, values: [1]}}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onPodConditions: [{type: A, status:"
            + " Maybe}]}]} ; podFailurePolicy: {rules: [{action: FailJob, onPodConditions: [{type:"
            + " A, status: Unknown}]}]}",
        "podFailurePolicy: {rules: [{action: FailJob, onPodConditions: [{status: 'True'}]}]} ;"
            + " podFailurePolicy: {rules: [{action: FailJob, onPodConditions: [{type: a.b/c,"
            + " status: 'False'}]}]}",
        "parallelism: 3, completionMode: Indexed ; completionMode: Indexed, completions: 3",
        "completionMode: Indexed, completions: '${C}', backoffLimitPerIndex: -1 ; completionMode:"
            + " Indexed, completions: 2, backoffLimitPerIndex: 0",
        "backoffLimitPerIndex: 1 ; completionMode: '${MODE}', backoffLimitPerIndex: 1",
        "completionMode: Indexed, completions: 2, maxFailedIndexes: 1 ; completionMode: Indexed,"
            + " completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 1",
        "completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 3 ;"
            + " completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes:"
            + " 2",
        "successPolicy: {rules: [{succeededCount: 1}]} ; completionMode: Indexed, completions: 2,"
            + " successPolicy: {rules: [{succeededCount: 1}]}",
        "completionMode: Indexed, completions: 2, successPolicy: {rules: []} ; completionMode:"
            + " Indexed, completions: 2, successPolicy: '${POLICY}'",
        "completionMode: Indexed, completions: 2, successPolicy: {rules: [{}]} ; completionMode:"
            + " Indexed, completions: 2, successPolicy: {rules: [{succeededIndexes: '0,1'}]}",
        "podReplacementPolicy: TerminatingOrFailed, podFailurePolicy: {rules: []} ;"
            + " podReplacementPolicy: Failed, podFailurePolicy: {rules: []}"
      })
  void jobs(String refused, String taken) {
    decides(
        "{apiVersion: batch/v1, kind: Job, metadata: {name: p, namespace: shop}, spec: {%s,"
            + " template: {spec: {restartPolicy: Never, containers: [{name: c, image: c:1}]}}}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "maxUnavailable: '1' ; maxUnavailable: 1",
        "maxUnavailable: -1 ; maxUnavailable: 25%",
        "maxUnavailable: half ; maxUnavailable: '${M}'",
        "maxSurge: '2', maxUnavailable: 0 ; maxSurge: 2, maxUnavailable: 0",
        "maxSurge: -1, maxUnavailable: 0 ; maxSurge: 100%, maxUnavailable: 0"
      })
  void amountsOfAnUpdate(String refused, String taken) {
    String whole =
        "{apiVersion: apps/v1, kind: %s, metadata: {name: p}, spec: {%s: {type: RollingUpdate,"
            + " rollingUpdate: {%%s}}, selector: {matchLabels: {a: b}}, template: {metadata:"
            + " {labels: {a: b}}, spec: {containers: [{name: c, image: c:1}]}}}}";
    decides(whole.formatted("Deployment", "strategy"), refused, taken);
    decides(whole.formatted("DaemonSet", "updateStrategy"), refused, taken);
    assertThat(broken(whole.formatted("StatefulSet", "updateStrategy").formatted(refused)))
        .noneMatch(found -> found.contains("maxUnavailable"));
  }
}
