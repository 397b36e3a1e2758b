package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is the smallest restricted pod with one thing changed. */
class PodSecurityStandardsTest {
  private static final String RESTRICTED =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: p
        annotations: {note: none}
      spec:
        restartPolicy: Always
        securityContext:
          runAsNonRoot: true
          seccompProfile: {type: RuntimeDefault}
          fsGroup: 2000
        volumes: []
        initContainers: []
        containers:
        - name: c
          image: registry.example/c:1
          tty: false
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
            readOnlyRootFilesystem: true
      """;

  /**
   * One line a case: the level, what is written instead of what, and which checks say so; a
   * question mark stands for a violation that is not certain.
   */
  private static final String CASES =
      """
      restricted   | tty: false | tty: false |
      privileged   | restartPolicy: Always | hostNetwork: true | hostNetwork
      privileged   | restartPolicy: Always | hostPID: yes | hostPID
      privileged   | restartPolicy: Always | hostIPC: true | hostIPC
      restricted   | restartPolicy: Always | hostIPC: false |
      restricted   | restartPolicy: Always | hostIPC: |
      undetermined | restartPolicy: Always | hostPID: "true" | hostPID?
      undetermined | restartPolicy: Always | hostPID: ${HOST_PID} | hostPID?
      privileged   | volumes: [] | volumes: [{name: v, hostPath: {path: /}}] | hostPath,hostPath
      undetermined | volumes: [] | volumes: [{name: v, hostPath: "${PATH}"}] | hostPath?,hostPath?
      baseline     | volumes: [] | volumes: [{name: v, nfs: {server: s, path: /}}] | nfs
      baseline     | volumes: [] | volumes: [{name: v, gitRepo: {repository: r}}] | gitRepo
      restricted   | volumes: [] | volumes: [{name: v}] |
      restricted   | volumes: [] | volumes: [{name: v, emptyDir: }] |
      restricted   | volumes: [] | volumes: [{name: v, image: {reference: r}}] |
      restricted   | volumes: [] | volumes: [{name: v, csi: {driver: d}}, {name: w, ephemeral: {}}] |
      privileged   | volumes: [] | volumes: [{name: v, emptyDir: {}, hostPath: {path: /}}] | hostPath
      undetermined | volumes: [] | volumes: [{name: v, hostpath: {path: /}}] | hostpath?
      undetermined | volumes: [] | volumes: ${VOLUMES} | hostPath?,0?
      restricted   | tty: false | ports: [{containerPort: 80, hostPort: 0}] |
      privileged   | tty: false | ports: [{containerPort: 80, hostPort: 80}] | hostPort
      undetermined | tty: false | ports: [{containerPort: 80, hostPort: "80"}] | hostPort?
      privileged   | tty: false | livenessProbe: {httpGet: {host: 10.0.0.1x, port: 80}} | host
      privileged   | tty: false | startupProbe: {tcpSocket: {host: node, port: 80}} | host
      privileged   | tty: false | lifecycle: {preStop: {httpGet: {host: node, port: 80}}} | host
      privileged   | tty: false | lifecycle: {postStart: {tcpSocket: {host: node, port: 80}}} | host
      restricted   | tty: false | readinessProbe: {httpGet: {host: "", port: 80}} |
      undetermined | tty: false | readinessProbe: {httpGet: {host: "{{ .Values.host }}"}} | host?
      privileged   | readOnlyRootFilesystem: true | privileged: true | privileged
      restricted   | readOnlyRootFilesystem: true | privileged: false |
      restricted   | readOnlyRootFilesystem: true | privileged: null |
      undetermined | readOnlyRootFilesystem: true | privileged: "true" | privileged?
      privileged   | drop: [ALL] | drop: [ALL], add: [SYS_ADMIN] | 0,0
      baseline     | drop: [ALL] | drop: [ALL], add: [CHOWN] | 0
      restricted   | drop: [ALL] | drop: [ALL], add: [NET_BIND_SERVICE] |
      privileged   | drop: [ALL] | drop: [ALL], add: [net_bind_service] | 0,0
      undetermined | drop: [ALL] | drop: [ALL], add: ["${CAP}"] | 0?,0?
      undetermined | drop: [ALL] | drop: [ALL], add: "${CAPS}" | add?,add?
      restricted   | drop: [ALL] | drop: [NET_RAW, ALL] |
      baseline     | drop: [ALL] | drop: [all] | drop
      baseline     | drop: [ALL] | drop: [] | drop
      baseline     | capabilities: {drop: [ALL]} | capabilities: | drop
      undetermined | drop: [ALL] | drop: ["${CAP}"] | drop?
      undetermined | capabilities: {drop: [ALL]} | capabilities: ${CAPS} | add?,drop?,add?
      privileged   | fsGroup: 2000 | appArmorProfile: {type: Unconfined} | type
      restricted   | fsGroup: 2000 | appArmorProfile: {type: Localhost, localhostProfile: a} |
      privileged   | readOnlyRootFilesystem: true | appArmorProfile: {} | type
      privileged   | {note: none} | {container.apparmor.security.beta.kubernetes.io/c: unconfined} | container.apparmor.security.beta.kubernetes.io/c
      restricted   | {note: none} | {container.apparmor.security.beta.kubernetes.io/c: localhost/a} |
      restricted   | {note: none} | {container.apparmor.security.beta.kubernetes.io/c: runtime/default} |
      undetermined | {note: none} | "${ANNOTATIONS}" | annotations?
      restricted   | fsGroup: 2000 | seLinuxOptions: {type: container_engine_t, level: "s0:c1"} |
      privileged   | fsGroup: 2000 | seLinuxOptions: {type: spc_t} | type
      privileged   | readOnlyRootFilesystem: true | seLinuxOptions: {user: system_u} | user
      privileged   | readOnlyRootFilesystem: true | seLinuxOptions: {role: system_r} | role
      privileged   | readOnlyRootFilesystem: true | procMount: Unmasked | procMount,procMount
      restricted   | readOnlyRootFilesystem: true | procMount: Default |
      restricted   | fsGroup: 2000 | sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}] |
      restricted   | fsGroup: 2000 | sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: "1"}] |
      privileged   | fsGroup: 2000 | sysctls: [{name: kernel.msgmax, value: "1"}] | name
      undetermined | fsGroup: 2000 | sysctls: [{name: "{{ .Values.name }}"}] | name?
      privileged   | fsGroup: 2000 | windowsOptions: {hostProcess: true} | hostProcess
      privileged   | readOnlyRootFilesystem: true | windowsOptions: {hostProcess: true} | hostProcess
      privileged   | {type: RuntimeDefault} | {type: Unconfined} | type,type,type
      privileged   | readOnlyRootFilesystem: true | seccompProfile: {type: Unconfined} | type,type
      privileged   | {type: RuntimeDefault} | {} | type,type,type
      baseline     | seccompProfile: {type: RuntimeDefault} | supplementalGroups: [] | type
      undetermined | {type: RuntimeDefault} | {type: "${PROFILE}"} | type?,type?,type?
      baseline     | allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | allowPrivilegeEscalation
      baseline     | allowPrivilegeEscalation: false | stdin: false | allowPrivilegeEscalation
      undetermined | allowPrivilegeEscalation: false | allowPrivilegeEscalation: "no" | allowPrivilegeEscalation?
      baseline     | runAsNonRoot: true | runAsNonRoot: false | runAsNonRoot,runAsNonRoot
      baseline     | runAsNonRoot: true | runAsGroup: 1 | runAsNonRoot
      baseline     | readOnlyRootFilesystem: true | runAsNonRoot: false | runAsNonRoot
      undetermined | runAsNonRoot: true | runAsNonRoot: ${X} | runAsNonRoot?,runAsNonRoot?
      baseline     | fsGroup: 2000 | runAsUser: 0 | runAsUser
      baseline     | readOnlyRootFilesystem: true | runAsUser: 0 | runAsUser
      restricted   | readOnlyRootFilesystem: true | runAsUser: 1000 |
      undetermined | readOnlyRootFilesystem: true | runAsUser: "0" | runAsUser?
      privileged   | initContainers: [] | initContainers: [{name: i, securityContext: {privileged: true}}] | privileged,drop,allowPrivilegeEscalation
      baseline     | initContainers: [] | ephemeralContainers: [{name: e}] | drop,allowPrivilegeEscalation
      baseline     | initContainers: [] | initContainers: [null] | drop,allowPrivilegeEscalation
      """;

  record Case(String level, String instead, String of, String said) {}

  static List<Case> cases() {
    return CASES
        .lines()
        .map(line -> line.split(" *\\|( |$)", -1))
        .map(cells -> new Case(cells[0].strip(), cells[1], cells[2], cells[3].strip()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheLevelOfAdmissionAndTheFieldThatDecides(Case given) {
    assertThat(RESTRICTED).contains(given.instead());
    PodView pod = pod(RESTRICTED.replace(given.instead(), given.of()));

    assertThat(PodSecurityStandards.levelOf(pod).word()).isEqualTo(given.level());
    assertThat(said(pod)).isEqualTo(given.said());
  }

  @Test
  void aUserNamespaceOfItsOwnExcusesRootAndBaselineProcMountOnly() {
    String root = RESTRICTED.replace("runAsNonRoot: true", "runAsNonRoot: false");
    String own = "hostUsers: false";

    assertThat(levelWith(root, "restartPolicy: Always", own)).isEqualTo(PssLevel.RESTRICTED);
    assertThat(levelWith(root, "restartPolicy: Always", "hostUsers: true"))
        .isEqualTo(PssLevel.BASELINE);
    assertThat(levelWith(root, "restartPolicy: Always", "hostUsers: ${X}"))
        .isEqualTo(PssLevel.UNDETERMINED);
    String unmasked = RESTRICTED.replace("readOnlyRootFilesystem: true", "procMount: Unmasked");
    assertThat(levelWith(unmasked, "restartPolicy: Always", own)).isEqualTo(PssLevel.BASELINE);
  }

  @Test
  void windowsExcusesWhatWindowsHasNot() {
    String bare =
        RESTRICTED
            .replace("allowPrivilegeEscalation: false", "stdin: false")
            .replace("capabilities: {drop: [ALL]}", "stdinOnce: false")
            .replace("seccompProfile: {type: RuntimeDefault}", "supplementalGroups: []");

    assertThat(levelWith(bare, "restartPolicy: Always", "os: {name: windows}"))
        .isEqualTo(PssLevel.RESTRICTED);
    assertThat(levelWith(bare, "restartPolicy: Always", "os: {name: linux}"))
        .isEqualTo(PssLevel.BASELINE);
    assertThat(levelWith(bare, "restartPolicy: Always", "os: {name: \"${OS}\"}"))
        .isEqualTo(PssLevel.UNDETERMINED);
    assertThat(
            levelWith(
                bare.replace("runAsNonRoot: true", "runAsNonRoot: false"),
                "restartPolicy: Always",
                "os: {name: windows}"))
        .isEqualTo(PssLevel.BASELINE);
    // restricted takes the place of baseline's check, and lets Windows off
    for (String own :
        List.of("capabilities: {add: [SYS_ADMIN]}", "seccompProfile: {type: Unconfined}")) {
      String adding =
          RESTRICTED.replace(
              own.startsWith("cap")
                  ? "capabilities: {drop: [ALL]}"
                  : "seccompProfile: {type: RuntimeDefault}",
              own);
      assertThat(levelWith(adding, "restartPolicy: Always", "os: {name: windows}"))
          .isEqualTo(PssLevel.RESTRICTED);
      assertThat(levelWith(adding, "restartPolicy: Always", "os: {name: linux}"))
          .isEqualTo(PssLevel.PRIVILEGED);
    }
  }

  @Test
  void aContainerMayGoItsOwnWayBelowThePod() {
    String silentPod = RESTRICTED.replace("runAsNonRoot: true", "fsGroupChangePolicy: Always");
    assertThat(levelWith(silentPod, "readOnlyRootFilesystem: true", "runAsNonRoot: true"))
        .isEqualTo(PssLevel.RESTRICTED);
    String refusingPod = RESTRICTED.replace("runAsNonRoot: true", "runAsNonRoot: false");
    assertThat(levelWith(refusingPod, "readOnlyRootFilesystem: true", "runAsNonRoot: true"))
        .isEqualTo(PssLevel.BASELINE);
    String noProfile =
        RESTRICTED.replace("seccompProfile: {type: RuntimeDefault}", "supplementalGroups: []");
    assertThat(
            levelWith(
                noProfile,
                "readOnlyRootFilesystem: true",
                "seccompProfile: {type: Localhost, localhostProfile: a.json}"))
        .isEqualTo(PssLevel.RESTRICTED);
  }

  @Test
  void whatIsUnknownMattersOnlyWhereItDecides() {
    String privileged = RESTRICTED.replace("readOnlyRootFilesystem: true", "privileged: true");
    assertThat(levelWith(privileged, "restartPolicy: Always", "hostPID: ${X}"))
        .isEqualTo(PssLevel.PRIVILEGED);
    String notDropped = RESTRICTED.replace("[ALL]", "[]");
    assertThat(levelWith(notDropped, "runAsNonRoot: true", "runAsNonRoot: ${X}"))
        .isEqualTo(PssLevel.BASELINE);
    assertThat(levelWith(notDropped, "restartPolicy: Always", "hostPID: ${X}"))
        .isEqualTo(PssLevel.UNDETERMINED);
    assertThat(levelWith(RESTRICTED, "tty: false", "tty: ${TTY}")).isEqualTo(PssLevel.RESTRICTED);
  }

  @Test
  void whatHasNoContainersMeetsNoLevelAndMayBreakOne() {
    String patch = RESTRICTED.substring(0, RESTRICTED.indexOf("  containers:"));
    assertThat(PodSecurityStandards.levelOf(pod(patch))).isEqualTo(PssLevel.UNDETERMINED);
    assertThat(PodSecurityStandards.levelOf(pod(patch + "  containers: []\n")))
        .isEqualTo(PssLevel.UNDETERMINED);
    assertThat(levelWith(patch, "restartPolicy: Always", "hostPID: true"))
        .isEqualTo(PssLevel.PRIVILEGED);
    String headOnly = RESTRICTED.substring(0, RESTRICTED.indexOf("spec:"));
    assertThat(PodSecurityStandards.levelOf(pod(headOnly))).isEqualTo(PssLevel.UNDETERMINED);
    assertThat(PodSecurityStandards.violations(pod(headOnly))).isEmpty();
  }

  @Test
  void aListThatIsNoListSaysNothingGood() {
    PodView pod = pod(RESTRICTED.replace("initContainers: []", "initContainers: ${INIT}"));
    assertThat(PodSecurityStandards.levelOf(pod)).isEqualTo(PssLevel.UNDETERMINED);
    assertThat(PodSecurityStandards.violations(pod))
        .isNotEmpty()
        .noneMatch(PssViolation::certain)
        .allMatch(v -> v.at().path().toString().startsWith("spec.initContainers[0]"));
    assertThat(levelWith(RESTRICTED, "initContainers: []", "initContainers: {a: b}"))
        .isEqualTo(PssLevel.UNDETERMINED);
  }

  private static PssLevel levelWith(String text, String instead, String of) {
    assertThat(text).contains(instead);
    return PodSecurityStandards.levelOf(pod(text.replace(instead, of)));
  }

  private static String said(PodView pod) {
    return PodSecurityStandards.violations(pod).stream()
        .map(v -> field(v.at().path()) + (v.certain() ? "" : "?"))
        .collect(Collectors.joining(","));
  }

  private static String field(YamlPath path) {
    return switch (path.segments().getLast()) {
      case YamlPath.Key(String name) -> name;
      case YamlPath.Index(int index) -> Integer.toString(index);
    };
  }

  private static PodView pod(String text) {
    Manifest manifest = Manifest.of("pod.yaml", text);
    return PodViews.of(
            KubeObject.in(manifest.stream().parts().getFirst().document().cursor()).getFirst())
        .getFirst();
  }
}
