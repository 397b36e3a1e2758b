package dev.zonewright.kube.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadFieldsTest {
  private static List<String> unread(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> UnreadFields.in(object).stream())
        .map(Object::toString)
        .toList();
  }

  @Test
  void namesWhatLooksLikeAPodsFieldWhereNoPodIsKnown() {
    assertThat(
            unread(
                """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                spec:
                  values:
                    podSecurityContext: {}
                    securityContext: {runAsUser: 0}
                    agent:
                      privileged: true
                      hostNetwork: false
                    extra: {mounts: [{hostPath: /var/run}]}
                """))
        .containsExactly(
            "spec.values.securityContext",
            "spec.values.agent.privileged",
            "spec.values.extra.mounts[0].hostPath");
  }

  @Test
  void looksIntoYamlThatIsWrittenAsAText() {
    assertThat(
            unread(
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                spec:
                  source:
                    helm:
                      values: |
                        hostNetwork: true
                        agent:
                          securityContext: {privileged: true}
                          note: |
                            none
                """))
        .containsExactly(
            "spec.source.helm.values.hostNetwork", "spec.source.helm.values.agent.securityContext");
    assertThat(
            unread(
                """
                apiVersion: helm.cattle.io/v1
                kind: HelmChart
                spec:
                  valuesContent: |-
                    podSecurityContext: {}
                    hostNetwork: false
                  script: |
                    echo 'privileged: {{ true'
                    : hostPath
                """))
        .isEmpty();
  }

  @Test
  void leavesOutWhatControlsLookAt() {
    assertThat(
            unread(
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                spec:
                  hostNetwork: true
                  volumes: [{name: a, hostPath: {path: /}}]
                  templates:
                    - container: {image: a, securityContext: {privileged: true}}
                      sidecars: [{name: b, image: b, securityContext: {privileged: true}}]
                      podSpecPatch: 'hostPID: true'
                """))
        .containsExactly("spec.templates[0].podSpecPatch");
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Server
                spec: {podTemplate: {spec: {hostNetwork: true, anything: {privileged: true}}}}
                """))
        .isEmpty();
  }

  @Test
  void leavesOutKindsThatDescribePods() {
    assertThat(
            unread(
                """
                apiVersion: kyverno.io/v1
                kind: Policy
                spec: {rules: [{validate: {pattern: {spec: {hostNetwork: true}}}}]}
                """))
        .isEmpty();
    assertThat(unread("apiVersion: v1\nkind: Service\nspec: {hostNetwork: true}\n")).isEmpty();
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Definition
                spec: {schema: {securityContext: {properties: {a: {type: string}}}}}
                """))
        .isEmpty();
  }

  @Test
  void aMachinesDisksAndDevicesOfTheNodeAreNamed() {
    assertThat(
            unread(
                """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                spec:
                  domain: {devices: {hostDevices: [{name: a, deviceName: x.example/card}]}}
                  volumes:
                    - {name: a, containerDisk: {image: r.example/disk:1}}
                    - {name: b, hostDisk: {path: /data/disk.img, type: Disk}}
                """))
        .containsExactly("spec.domain.devices.hostDevices", "spec.volumes[1].hostDisk");
  }

  @Test
  void namesAProfileThatIsUnconfined() {
    String cluster =
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        spec: {instances: 3, seccompProfile: {type: %s}}
        """;
    assertThat(unread(cluster.formatted("Unconfined"))).containsExactly("spec.seccompProfile");
    assertThat(unread(cluster.formatted("RuntimeDefault"))).isEmpty();
  }
}
