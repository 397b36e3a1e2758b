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
        .isEmpty();
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Server
                spec: {podTemplate: {spec: {hostNetwork: true, volumes: [{hostPath: {path: /}}]}}}
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

  @Test
  void namesFieldsThatAnOperatorCallsOtherwise() {
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Database
                spec:
                  spiloPrivileged: true
                  spilo_allow_privilege_escalation: true
                  network: {hostNetworking: true}
                  dataDirHostPath: /var/lib/data
                  strategy: {customStrategy: {exposeDockerSocket: true}}
                  initSecurityContext: {runAsUser: 0}
                  disk: {type: hostPath, path: /x}
                """))
        .containsExactly(
            "spec.spiloPrivileged",
            "spec.spilo_allow_privilege_escalation",
            "spec.network.hostNetworking",
            "spec.dataDirHostPath",
            "spec.strategy.customStrategy.exposeDockerSocket",
            "spec.initSecurityContext",
            "spec.disk.type");
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Database
                spec:
                  unprivileged: true
                  nonPrivileged: true
                  disallowPrivileged: true
                  spiloPrivileged: false
                  set-security-context: true
                  dataDirHostPath: ""
                """))
        .isEmpty();
  }

  @Test
  void namesFieldsThatAPathLeadsTo() {
    assertThat(
            unread(
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                spec:
                  source:
                    helm:
                      parameters:
                        - {name: agent.securityContext.privileged, value: "true"}
                        - {name: hostNetwork, value: "true"}
                        - {name: hostPID, value: "false"}
                """))
        .containsExactly("spec.source.helm.parameters[0]", "spec.source.helm.parameters[1]");
    assertThat(
            unread(
                """
                apiVersion: helm.cattle.io/v1
                kind: HelmChart
                spec:
                  set: {hostNetwork: "true", agent.privileged: "true", agent.hostPID: "false"}
                """))
        .containsExactly("spec.set.hostNetwork", "spec.set['agent.privileged']");
    assertThat(
            unread(
                """
                apiVersion: install.istio.io/v1alpha1
                kind: IstioOperator
                spec:
                  overlays:
                    - kind: Deployment
                      patches:
                        - {path: "spec.template.spec.containers.[name:a].securityContext.privileged",
                           value: true}
                        - {path: spec.template.spec.hostNetwork, value: true}
                        - {path: spec.replicas, value: 2}
                """))
        .containsExactly("spec.overlays[0].patches[0]", "spec.overlays[0].patches[1]");
  }

  @Test
  void aVariableALabelAndAParameterAreNoFields() {
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Server
                spec:
                  env: [{name: PRIVILEGED, value: "true"}, {name: privileged, value: "true"}]
                  params: [{name: hostPath, value: /x}]
                  rules: [{key: privileged, operator: Equal, value: "true"}]
                """))
        .isEmpty();
  }

  @Test
  void looksIntoJsonOnOneLine() {
    assertThat(
            unread(
                """
                apiVersion: kubevirt.io/v1
                kind: KubeVirt
                spec:
                  customizeComponents:
                    patches:
                      - patch: '{"spec":{"template":{"spec":{"hostNetwork":true}}}}'
                      - patch: '[{"op":"add","path":"/spec/template/spec/hostPID","value":true}]'
                      - patch: '{{ .hostNetwork }}'
                """))
        .containsExactly(
            "spec.customizeComponents.patches[0].patch.spec.template.spec.hostNetwork",
            "spec.customizeComponents.patches[1].patch[0]");
  }

  @Test
  void whatAPolicyAllowsIsNoField() {
    assertThat(
            unread(
                """
                apiVersion: policies.kubewarden.io/v1
                kind: ClusterAdmissionPolicy
                spec: {settings: {privileged: true, hostNetwork: true}}
                """))
        .isEmpty();
  }
}
