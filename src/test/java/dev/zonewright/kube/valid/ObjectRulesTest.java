package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule with a manifest that breaks it, and with one that only comes close. */
class ObjectRulesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
      """;

  private static List<String> broken(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> ObjectRules.of(object).stream())
        .map(v -> v.at().path() + ": " + v.message())
        .toList();
  }

  @Test
  void namesWhatIsNotThere() {
    String mounts =
        POD
            + """
              containers:
              - name: c
                image: c:1
                volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /a}]
              volumes: [{name: a, emptyDir: {}}]
            """
                .indent(0);
    assertThat(broken(mounts))
        .containsExactly(
            "spec.containers[0].volumeMounts[1].name: there is no volume b",
            "spec.containers[0].volumeMounts[1].mountPath: two mounts of the container are at"
                + " /a");
    assertThat(broken(mounts.replace("image: c:1", "tty: true")))
        .containsExactly(
            "spec.containers[0].volumeMounts[1].mountPath: two mounts of the container are at"
                + " /a");
  }

  @Test
  void containersKeepToWhatThePodIsGiven() {
    String text =
        POD
            + """
              restartPolicy: Never
              resources: {requests: {cpu: "1"}, limits: {memory: 1Gi}}
              initContainers:
              - {name: i, resources: {requests: {cpu: 400m}}, restartPolicy: Always}
              - {name: j, resources: {requests: {cpu: 600m}}}
              containers:
              - {name: a, resources: {limits: {cpu: 500m, memory: 512Mi}}}
              - {name: b, resources: {requests: {cpu: 100m}, limits: {cpu: "4"}}}
            """
                .indent(0);
    assertThat(broken(text)).isEmpty();
    assertThat(broken(text.replace("cpu: 100m", "cpu: 101m")))
        .containsExactly(
            "spec.resources.requests.cpu: the containers together request more cpu than the pod; a"
                + " limit without a request counts as a request");
    assertThat(broken(text.replace("cpu: 600m", "cpu: 601m"))).hasSize(1);
    assertThat(broken(text.replace("512Mi", "2Gi")))
        .containsExactly(
            "spec.containers[0].resources.limits.memory: the limit of memory is above that of the"
                + " pod");
    String resized =
        text.replace(
            "{name: a,",
            "{name: a, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}],");
    assertThat(broken(resized))
        .containsExactly(
            "spec.containers[0].resizePolicy[0].restartPolicy: a resize cannot restart a container"
                + " where restartPolicy of the pod is Never");
    assertThat(broken(resized.replace("restartPolicy: Never", "restartPolicy: OnFailure")))
        .isEmpty();
  }

  @Test
  void aJobTemplateHasNoSelector() {
    String job =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              selector: {matchLabels: {app: nightly}}
              template: {spec: {restartPolicy: Always, containers: [{name: c, image: c:1}]}}
        """;
    assertThat(broken(job))
        .hasSize(2)
        .anyMatch(m -> m.startsWith("spec.jobTemplate.spec.selector:"));
    String chosen = job.replace("selector: {", "manualSelector: true\n      selector: {");
    assertThat(broken(chosen))
        .hasSize(2)
        .anyMatch(m -> m.startsWith("spec.jobTemplate.spec.manualSelector:"));
  }

  @Test
  void theNameOfAJobIsALabelOfItsPods() {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: NAME}
        spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: c:1}]}}}
        """;
    assertThat(broken(job.replace("NAME", "a".repeat(63)))).isEmpty();
    assertThat(broken(job.replace("NAME", "a".repeat(64))))
        .singleElement()
        .asString()
        .startsWith("metadata.name:");
  }

  @Test
  void aRawDeviceIsAClaim() {
    String pod =
        POD
            + "  containers: [{name: c, image: c:1, volumeDevices: [{name: raw, devicePath:"
            + " /dev/x}]}]\n"
            + "  volumes: [{name: raw, hostPath: {path: /dev/sdb}}]\n";
    assertThat(broken(pod)).hasSize(1);
    assertThat(
            broken(
                pod.replace("hostPath: {path: /dev/sdb}", "persistentVolumeClaim: {claimName: d}")))
        .isEmpty();
    String claimed =
        pod.replace("hostPath: {path: /dev/sdb}", "persistentVolumeClaim: {claimName: d}");
    assertThat(broken(claimed.replace("  containers:", "  hostUsers: false\n  containers:")))
        .containsExactly(
            "spec.containers[0].volumeDevices: volumeDevices are not allowed with hostUsers: "
                + "false");
  }

  @Test
  void fieldAndAnnotationSayTheSame() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
          annotations: {container.apparmor.security.beta.kubernetes.io/c: localhost/mine}
        spec:
          containers: [{name: c, image: c:1, securityContext: {appArmorProfile: {type: Unconfined}}}]
        """;
    assertThat(broken(pod)).hasSize(1);
    assertThat(broken(pod.replace("Unconfined", "Localhost, localhostProfile: mine"))).isEmpty();
    assertThat(broken(pod.replace("spec:", "spec:\n  os: {name: windows}")))
        .noneMatch(m -> m.contains("say the same"));
  }

  @Test
  void whatAPlainPodsFieldDoesNotSayTheServerCopiesFromTheAnnotation() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
          annotations: {container.apparmor.security.beta.kubernetes.io/c: unconfined}
        spec:
          securityContext: {appArmorProfile: {type: RuntimeDefault}}
          containers: [{name: c, image: c:1}]
        """;
    assertThat(broken(pod)).isEmpty();
    String template =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d}
        spec:
          selector: {matchLabels: {app: d}}
          template:
        """
            + pod.lines().skip(2).map(l -> "    " + l + "\n").reduce("", String::concat);
    assertThat(broken(template.replace("name: p", "labels: {app: d}"))).hasSize(1);
  }

  @Test
  void seccompFieldAndAnnotationSayTheSame() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: docker/default
            container.seccomp.security.alpha.kubernetes.io/c: unconfined
        spec:
          securityContext: {seccompProfile: {type: RuntimeDefault}}
          containers: [{name: c, image: c:1}]
        """;
    assertThat(broken(pod)).isEmpty();
    assertThat(broken(pod.replace("docker/default", "localhost/a"))).hasSize(1);
    assertThat(
            broken(
                pod.replace(
                    "image: c:1",
                    "image: c:1, securityContext: {seccompProfile: {type: RuntimeDefault}}")))
        .hasSize(1);
  }

  @Test
  void onTheNodesNetworkEveryPortIsTheNodes() {
    String pod =
        POD
            + "  hostNetwork: true\n"
            + "  containers:\n"
            + "  - {name: a, image: a:1, ports: [{containerPort: 9100}]}\n"
            + "  - {name: b, image: b:1, ports: [{containerPort: 9100}]}\n";
    assertThat(broken(pod))
        .containsExactly(
            "spec.containers[1].ports[0].containerPort: port 9100 of the node is used twice");
    assertThat(broken(pod.replace("  hostNetwork: true\n", ""))).isEmpty();
    assertThat(
            broken(
                pod.replace(
                    "name: a, image: a:1, ports: [{",
                    "name: a, image: a:1, ports: [{protocol: UDP, ")))
        .isEmpty();
  }

  @Test
  void whatIsFalseAnywayIsNoLinuxFieldOfAWindowsPod() {
    String pod =
        POD + "  os: {name: windows}\n  hostPID: false\n  containers: [{name: c, image: c:1}]\n";
    assertThat(broken(pod)).isEmpty();
    assertThat(broken(pod.replace("false", "true"))).hasSize(1);
  }

  @Test
  void hostProcessesNeedTheHostsNetwork() {
    String pod =
        POD
            + "  os: {name: windows}\n  hostNetwork: true\n"
            + "  securityContext: {windowsOptions: {hostProcess: true}}\n"
            + "  containers: [{name: c, image: c:1}]\n";
    assertThat(broken(pod)).isEmpty();
    assertThat(broken(pod.replace("  hostNetwork: true\n", ""))).hasSize(1);
  }

  @Test
  void rootDoesNotStartBesideNonRoot() {
    String pod =
        POD
            + "  securityContext: {runAsNonRoot: true}\n"
            + "  containers: [{name: c, image: c:1, securityContext: {runAsUser: 0}}]\n";
    assertThat(broken(pod)).hasSize(1);
    assertThat(broken(pod.replace("User: 0", "User: 7"))).isEmpty();
  }
}
