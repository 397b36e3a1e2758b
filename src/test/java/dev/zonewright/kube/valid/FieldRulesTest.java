package dev.zonewright.kube.valid;

import static dev.zonewright.kube.valid.Refusals.broken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single fields, each with a value that the API server refuses and with one that it takes. */
class FieldRulesTest {
  private static List<String> ofSpec(String spec) {
    return broken(
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {%s, containers: [{name: c, image: c:1}]}}"
            .formatted(spec));
  }

  private static List<String> ofContainer(String container) {
    return broken(
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: c:1, %s}]}}"
            .formatted(container));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "volumes: [{name: s, secret: {secretName: s, defaultMode: 644}}]"
            + " | volumes: [{name: s, secret: {secretName: s, defaultMode: 0644}}]",
        "volumes: [{name: s, projected: {sources: [{configMap: {name: c, items: [{key: k, path: p,"
            + " mode: 777}]}}]}}] | volumes: [{name: s, projected: {sources: [{configMap: {name: c,"
            + " items: [{key: k, path: p, mode: 511}]}}]}}]",
        "volumes: [{name: s, configMap: {name: c, items: [{key: k, path: ../p}]}}]"
            + " | volumes: [{name: s, configMap: {name: c, items: [{key: k, path: ..p/q}]}}]",
        "volumes: [{name: s, secret: {optional: true}}]"
            + " | volumes: [{name: s, secret: '${SECRET}'}]",
        "volumes: [{name: s, hostPath: {path: /a/../b}}]"
            + " | volumes: [{name: s, hostPath: {path: /a..b, type: ''}}]",
        "volumes: [{name: s, hostPath: {path: /a, type: directory}}]"
            + " | volumes: [{name: s, hostPath: {path: /a, type: Directory}}]",
        "volumes: [{name: s, projected: {sources: [{serviceAccountToken: {path: t,"
            + " expirationSeconds: 60}}]}}] | volumes: [{name: s, projected: {sources:"
            + " [{serviceAccountToken: {path: t, expirationSeconds: 600}}]}}]",
        "tolerations: [{key: a, operator: Exists, value: b}]"
            + " | tolerations: [{key: a, operator: Exists, value: ''}]",
        "tolerations: [{value: b}] | tolerations: [{operator: Exists}]",
        "tolerations: [{key: a, effect: NoSchedul}] | tolerations: [{key: a, effect: NoSchedule}]",
        "runtimeClassName: Edera_1 | runtimeClassName: edera.v1",
        "nodeSelector: {a b: c} | nodeSelector: {a.b/c: ''}",
        "os: {name: Linux} | os: {name: linux}",
        "securityContext: {supplementalGroups: [-1]} | securityContext: {supplementalGroups: [0]}",
        "securityContext: {seccompProfile: {}} | securityContext: {seccompProfile: null}",
        "activeDeadlineSeconds: 0 | activeDeadlineSeconds: 1",
        "hostname: a_b | hostname: a-b"
      })
  void fieldsOfThePod(String refused, String taken) {
    assertThat(ofSpec(refused)).hasSize(1);
    assertThat(ofSpec(taken)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imagePullPolicy: always | imagePullPolicy: '${PULL}'",
        "terminationMessagePolicy: file | terminationMessagePolicy: File",
        "env: [{name: A=B, value: x}] | env: [{name: a.b-c D, value: x}]",
        "env: [{name: A, value: x, valueFrom: {secretKeyRef: {name: s, key: k}}}]"
            + " | env: [{name: A, value: '', valueFrom: {secretKeyRef: {name: s, key: k}}}]",
        "env: [{name: A, valueFrom: {secretKeyRef: {name: s}}}]"
            + " | env: [{name: A, valueFrom: '${FROM}'}]",
        "env: [{name: A, valueFrom: {}}] | env: [{name: A, valueFrom: null}]",
        "env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}] | env: [{name: A,"
            + " valueFrom: {fieldRef: {fieldPath: \"metadata.labels['a.b/C']\"}}}]",
        "env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.phase}}}] | env: [{name: A,"
            + " valueFrom: {fieldRef: {apiVersion: v1, fieldPath: status.podIPs}}}]",
        "env: [{name: A, valueFrom: {fieldRef: {apiVersion: v2, fieldPath: status.podIP}}}]"
            + " | env: [{name: A, valueFrom: {fieldRef: {fieldPath: '${PATH_OF}'}}}]",
        "env: [{name: A, valueFrom: {resourceFieldRef: {resource: cpu}}}]"
            + " | env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]",
        "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 2}}}]"
            + " | env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor:"
            + " 1Mi}}}]",
        "lifecycle: {preStop: {}} | lifecycle: {preStop: {sleep: {seconds: 3}}}",
        "lifecycle: {preStop: {exec: null}} | lifecycle: {preStop: '${STOP}'}",
        "lifecycle: {postStart: {exec: {}}} | lifecycle: {postStart: {exec: {command: [a]}}}",
        "lifecycle: {preStop: {sleep: {seconds: 3}, exec: {command: [a]}}} | lifecycle: {}",
        "lifecycle: {preStop: {httpGet: {path: /}}} | lifecycle: {preStop: {httpGet: {port: 80}}}",
        "livenessProbe: {exec: {}} | livenessProbe: {exec: {command: '${COMMAND}'}}",
        "livenessProbe: {grpc: {}} | livenessProbe: {grpc: {port: 80}}",
        "envFrom: [{secretRef: {name: -a}}] | envFrom: [{secretRef: {name: a-}}]",
        "envFrom: [{prefix: A_}] | envFrom: [{prefix: A_, configMapRef: {name: c}}]",
        "ports: [{containerPort: 80, name: longer-than-fifteen}]"
            + " | ports: [{containerPort: 80, name: fifteen-at-most}]",
        "ports: [{name: web}] | ports: ['${PORT}']",
        "livenessProbe: {httpGet: {path: /}} | livenessProbe: {httpGet: {port: http}}",
        "livenessProbe: {httpGet: {port: 80, scheme: https}}"
            + " | livenessProbe: {httpGet: {port: 80, scheme: HTTPS}}",
        "livenessProbe: {httpGet: {port: 80}, successThreshold: 2}"
            + " | readinessProbe: {httpGet: {port: 80}, successThreshold: 2}",
        "readinessProbe: {periodSeconds: 3} | readinessProbe: {exec: {command: [a]}}",
        "resources: {requests: {nvidia.com/gpu: 1}}"
            + " | resources: {limits: {nvidia.com/gpu: 1}}",
        "resources: {requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}}"
            + " | resources: {requests: {nvidia.com/gpu: 2}, limits: {nvidia.com/gpu: 2}}",
        "resources: {limits: {cpu: 1, hugepages-2Mi: 3Mi}}"
            + " | resources: {limits: {memory: 1Gi, hugepages-2Mi: 4Mi}}",
        "resources: {limits: {cpu: 1, hugepages-huge: 2Mi}}"
            + " | resources: {limits: {cpu: 1, hugepages-1Gi: 0}}",
        "resources: {limits: {nvidia.com/gpu: 500m}}"
            + " | resources: {limits: {nvidia.com/gpu: 2000m}}",
        "resources: {limits: {cpus: 1}} | resources: {limits: {cpu: 1}}",
        "volumeMounts: [{name: m, mountPath: /a, subPath: /b}]" + " | workingDir: ../c"
      })
  void fieldsOfAContainer(String refused, String taken) {
    assertThat(ofContainer(refused).stream().filter(b -> !b.contains("there is no volume")))
        .hasSize(1);
    assertThat(ofContainer(taken)).isEmpty();
  }

  private static List<String> ofWorkload(String kind, String group, String spec, String pod) {
    return broken(
        """
        apiVersion: %s
        kind: %s
        metadata: {name: w}
        spec: {%s, template: {metadata: {labels: {a: b}}, spec: {%scontainers: [{name: c, image: c:1}]}}}
        """
            .formatted(group, kind, spec, pod));
  }

  @Test
  void fieldsOfWorkloads() {
    String selector = "selector: {matchLabels: {a: b}}";
    String apps = "apps/v1";
    assertThat(ofWorkload("Deployment", apps, selector + ", replicas: -1", "")).hasSize(1);
    assertThat(ofWorkload("Deployment", apps, selector + ", replicas: 0", "")).isEmpty();
    String both = ", strategy: {rollingUpdate: {maxSurge: %s, maxUnavailable: %s}}";
    assertThat(ofWorkload("Deployment", apps, selector + both.formatted("0", "0%"), "")).hasSize(1);
    assertThat(ofWorkload("Deployment", apps, selector + both.formatted("0", "1"), "")).isEmpty();
    assertThat(
            ofWorkload(
                "DaemonSet", apps, selector, "ephemeralContainers: [{name: e, image: e:1}], "))
        .hasSize(1);
    assertThat(ofWorkload("Job", "batch/v1", "backoffLimit: -1", "restartPolicy: Never, "))
        .hasSize(1);
    assertThat(
            broken(
                "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {schedule: TZ=UTC"
                    + " * * * * *}}"))
        .anyMatch(b -> b.contains("timeZone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{image: c:1}] | [{name: c, image: c:1}]",
        "[{name: c, image: ''}] | [{name: c, image: '${IMAGE}'}]",
        "[{name: c, image: c:1}, {name: d}] | [{name: c, image: c:1}, '${SIDECAR}']"
      })
  void namesAndImagesOfContainers(String refused, String taken) {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: %s}}";
    assertThat(broken(pod.formatted(refused))).hasSize(1);
    assertThat(broken(pod.formatted(taken))).isEmpty();
    String deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d}
        spec: {%stemplate: {metadata: {labels: {a: b}}, spec: {containers: [{name: c}]}}}
        """;
    assertThat(broken(deployment.formatted("selector: {matchLabels: {a: b}}, ")))
        .containsExactly("spec.template.spec.containers[0].image: a container needs an image");
    // without a selector it is likely a patch, which leaves the image to what it is laid over
    assertThat(broken(deployment.formatted(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: p}, spec: {containers: [{name: c}]} | {name: p}, spec: {containers: [{name: c,"
            + " image: auto}]}",
        "{name: p, labels: {a: b}}, spec: {containers: [{name: c, args: [a]}]} | {name: p}, spec:"
            + " {containers: [{name: c, args: [a]}]}",
        "{generateName: p-}, spec: {containers: [{name: c, args: [a]}]} | {name: p}, spec: {$patch:"
            + " replace, containers: [{name: c}]}"
      })
  void aBarePodWithoutAnImageIsRefused(String refused, String taken) {
    Refusals.decides("{apiVersion: v1, kind: Pod, metadata: %s}", refused, taken);
  }

  @Test
  void jobsSayWhenTheyRunAndWhatBecomesOfThem() {
    String job =
        "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec:"
            + " {%scontainers: [{name: c, image: c:1}]}}}}";
    assertThat(broken(job.formatted("")))
        .containsExactly(
            "spec.template.spec.restartPolicy: a job needs restartPolicy: Never or OnFailure");
    assertThat(broken(job.formatted("restartPolicy: OnFailure, "))).isEmpty();
    assertThat(broken(job.formatted("restartPolicy: '${RESTART}', "))).isEmpty();
    String cron =
        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: j}, spec: {%sjobTemplate: {spec:"
            + " {template: {spec: {restartPolicy: Never, containers: [{name: c, image: c:1}]}}}}}}";
    assertThat(broken(cron.formatted("")))
        .containsExactly("spec.schedule: a CronJob needs a schedule");
    assertThat(broken(cron.formatted("schedule: 61 * * * *, "))).hasSize(1);
    assertThat(broken(cron.formatted("schedule: '{{ .Values.when }}', "))).isEmpty();
    assertThat(broken(cron.formatted("schedule: '@daily', timeZone: Local, "))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec:"
            + " {containers: [{name: c, ports: [{name: a}]}]}}}}",
        "{apiVersion: x.example/v1, kind: Tool, metadata: {name: t}, spec: {containers: [{name: c,"
            + " image: c:1, imagePullPolicy: always}], hostNetwork: true}}"
      })
  void neitherAPatchNorACustomResourceIsHeldToThem(String text) {
    assertThat(broken(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"größe, a", "a, b c", "-a, b", "a, -b"})
  void labelsOfPods(String key, String value) {
    String label = "labels: {'%s': '%s'}".formatted(key, value);
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p%s}, spec: {%s}}";
    String spec = "containers: [{name: c, image: c:1}]";
    assertThat(broken(pod.formatted(", " + label, spec))).hasSize(1);
    assertThat(broken(pod.formatted(", labels: {a.b/c: ''}", spec))).isEmpty();
    assertThat(
            broken(
                """
                apiVersion: v1
                kind: PodTemplate
                metadata: {name: p}
                template: {metadata: {%s}, spec: {%s}}
                """
                    .formatted(label, spec)))
        .hasSize(1);
  }

  private static List<String> ofTenant(String kind, String spec) {
    return broken(
        "{apiVersion: v1, kind: %s, metadata: {name: t}, spec: {%s}}".formatted(kind, spec));
  }

  @Test
  void quotasAndLimitRanges() {
    String hard = "hard: {pods: 1, limits.cpu: 1%s}, scopes: [%s]";
    assertThat(ofTenant("ResourceQuota", hard.formatted("", "Terminating"))).isEmpty();
    assertThat(ofTenant("ResourceQuota", hard.formatted(", services: 1", "Terminating")))
        .containsExactly(
            "spec.hard.services: a quota with the scope Terminating cannot bound services");
    assertThat(ofTenant("ResourceQuota", hard.formatted("", "BestEffort"))).hasSize(1);
    assertThat(ofTenant("ResourceQuota", "hard: {pods: 1.5}"))
        .containsExactly("spec.hard.pods: the number of pods must be whole");
    assertThat(ofTenant("ResourceQuota", "hard: {count/jobs.batch: 500m}")).hasSize(1);
    assertThat(ofTenant("ResourceQuota", "hard: {pods: -1}")).hasSize(1);
    for (String name : List.of("limits.cpus", "storage", "Pods", "count/a b", "ingresses")) {
      assertThat(ofTenant("ResourceQuota", "hard: {%s: 1}".formatted(name))).as(name).hasSize(1);
    }
    assertThat(
            ofTenant(
                "ResourceQuota",
                "hard: {pods: 1k, cpu: 1500m, requests.nvidia.com/gpu: 1, hugepages-2Mi: 4Mi,"
                    + " count/jobs.batch: 2, gold.storageclass.storage.k8s.io/requests.storage:"
                    + " 1Gi, '${NAME}': 1, secrets: '${SECRETS}'}"))
        .isEmpty();
    String limit = "limits: [{type: %s, default: {cpu: %s}, max: {cpu: 1}}]";
    assertThat(ofTenant("LimitRange", limit.formatted("Container", "500m"))).isEmpty();
    assertThat(ofTenant("LimitRange", limit.formatted("Container", "2"))).hasSize(1);
    assertThat(ofTenant("LimitRange", limit.formatted("Pod", "500m"))).hasSize(1);
    assertThat(broken("{apiVersion: v1, kind: Namespace, metadata: {name: Shop}}")).hasSize(1);
  }
}
