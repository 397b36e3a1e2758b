package dev.zonewright.kube.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where pods are found in kinds that are not known. */
class PodSearchTest {
  private static KubeObject object(String spec) {
    String text = "apiVersion: x.example/v1\nkind: Thing\nspec: " + spec + "\n";
    return KubeObject.in(YamlParser.parse(text).cursor()).getFirst();
  }

  private static List<String> pods(String spec) {
    return PodViews.of(object(spec)).stream().map(pod -> pod.spec().path().toString()).toList();
  }

  @Test
  void aTemplateMayHaveAnyName() {
    for (String name : List.of("template", "podTemplate", "workerTemplate", "podTemplateSpec")) {
      assertThat(pods("{a: {%s: {spec: {hostNetwork: true}}}}".formatted(name)))
          .containsExactly("spec.a.%s.spec".formatted(name));
    }
    assertThat(pods("{volumeClaimTemplate: {spec: {storageClassName: a}}}")).isEmpty();
    assertThat(pods("{router: {podSpec: {hostNetwork: true}}, other: {podSpec: {replicas: 1}}}"))
        .containsExactly("spec.router.podSpec");
  }

  @Test
  void aMachineIsReadAsOne() {
    String machine =
        "{vm: {template: {spec: {domain: {}, nodeSelector: {a: b}, volumes: [{name: c,"
            + " containerDisk: {image: a}}, {name: d, hostDisk: {path: /}}]}}}}";
    assertThat(pods(machine)).containsExactly("spec.vm.template.spec");
    assertThat(PodViews.of(object(machine)).getFirst().place().form().has("volumes")).isFalse();
    assertThat(UnreadFields.in(object(machine)))
        .extracting(Object::toString)
        .containsExactly("spec.vm.template.spec.volumes[1].hostDisk");
  }

  @Test
  void whatMustNotExistIsNoPod() {
    String pod = "objectDefinition: {apiVersion: v1, kind: Pod, spec: {hostNetwork: true}}";
    String forbidden = "{templates: [{complianceType: mustnothave, %s}]}".formatted(pod);
    assertThat(pods(forbidden)).isEmpty();
    assertThat(UnreadFields.in(object(forbidden))).isEmpty();
    String wanted =
        "{templates: [{complianceType: musthave, objectDefinition: {apiVersion: v1, kind: Pod,"
            + " spec: {containers: [{name: a, image: a}]}}}]}";
    assertThat(pods(wanted)).hasSize(1);
  }

  @Test
  void aSchemaHasNoFieldsOfItsOwn() {
    assertThat(
            UnreadFields.in(
                object(
                    "{versions: [{schema: {openAPIV3Schema: {properties: {hostPath: {type:"
                        + " string}}}}}]}")))
        .isEmpty();
  }

  @Test
  void anImageWithWhatToRunInItIsNamedWhereNoControlReadsIt() {
    assertThat(
            UnreadFields.in(
                object(
                    "{steps: [{name: a, image: a, script: b}], server: {image: a, args: [b]},"
                        + " image: a, other: {image: a}, text: {image: a, args: {b: c}}}")))
        .extracting(Object::toString)
        .containsExactly("spec.steps", "spec.server");
    assertThat(UnreadFields.in(object("{template: {spec: {containers: [{image: a, args: [b]}]}}}")))
        .isEmpty();
  }

  @Test
  void aStepThatIsReadIsNotNamed() {
    String text =
        """
        apiVersion: tekton.dev/v1
        kind: %s
        spec: %s
        """;
    for (String object :
        List.of(
            text.formatted("StepAction", "{image: a, script: b}"),
            text.formatted(
                "Task",
                "{stepTemplate: {image: a, command: [b]}, steps: [{image: a,"
                    + " script: b}], sidecars: [{image: a, args: [b]}]}"))) {
      assertThat(UnreadFields.in(KubeObject.in(YamlParser.parse(object).cursor()).getFirst()))
          .isEmpty();
    }
  }

  @Test
  void aPodThatAPolicyMakesIsRead() {
    String text =
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        spec:
          rules:
            - generate:
                apiVersion: apps/v1
                kind: DaemonSet
                data: {spec: {template: {spec: {hostPID: true, containers: [{name: a, image: a}]}}}}
            - validate: {pattern: {spec: {containers: [{name: a, image: a}], hostPID: true}}}
        """;
    KubeObject policy = KubeObject.in(YamlParser.parse(text).cursor()).getFirst();
    assertThat(PodViews.of(policy))
        .extracting(pod -> pod.spec().path().toString())
        .containsExactly("spec.rules[0].generate.data.spec.template.spec");
    assertThat(UnreadFields.in(policy)).isEmpty();
  }

  @Test
  void whatIsNoFieldOfAPodInATemplateIsLookedThrough() {
    assertThat(
            UnreadFields.in(
                object(
                    "{template: {spec: {hostNetwork: true, repository: a, sidecarContainers:"
                        + " [{name: b, image: b}], agent: {privileged: true}}}}")))
        .extracting(Object::toString)
        .containsExactly(
            "spec.template.spec.sidecarContainers", "spec.template.spec.agent.privileged");
  }

  @Test
  void whatAContainerMayDoIsNamedInTheContextOfAPod() {
    assertThat(
            UnreadFields.in(
                object(
                    "{store: {hostNetwork: true, containers: [{name: a, image: a}],"
                        + " securityContext: {runAsUser: 0, privileged: true, capabilities: {add:"
                        + " [SYS_ADMIN]}, allowPrivilegeEscalation: false}}}")))
        .extracting(Object::toString)
        .containsExactly(
            "spec.store.securityContext.privileged", "spec.store.securityContext.capabilities");
  }

  @Test
  void aSwitchMayStandBelowItsName() {
    assertThat(
            UnreadFields.in(
                object(
                    "{a: {hostNetwork: {enabled: true}, hostPID: {enabled: false}, monitoring:"
                        + " {enabled: true}}, b: {kubernetes.hostnetwork.enabled: 'true',"
                        + " hostNetworkEnabled: true}, c: {spiloRunAsUser: 0, runAsUser: 5,"
                        + " runAsRoot: true}, d: {hostPaths: {rootFS: /}}, e: {privileged:"
                        + " '${PRIVILEGED}'}}")))
        .extracting(Object::toString)
        .containsExactly(
            "spec.a.hostNetwork.enabled",
            "spec.b['kubernetes.hostnetwork.enabled']",
            "spec.b.hostNetworkEnabled",
            "spec.c.spiloRunAsUser",
            "spec.c.runAsRoot",
            "spec.d.hostPaths",
            "spec.e.privileged");
  }

  @Test
  void aCardOfTheNodeInAMachineIsNamed() {
    assertThat(
            UnreadFields.in(
                object("{template: {spec: {domain: {devices: {gpus: [{deviceName: a}]}}}}}")))
        .extracting(Object::toString)
        .containsExactly("spec.template.spec.domain.devices.gpus");
    assertThat(UnreadFields.in(object("{worker: {gpus: [a]}}"))).isEmpty();
  }

  @Test
  void whatIsTurnedOffIsNotNamed() {
    assertThat(
            UnreadFields.in(
                object(
                    "{a: {hostPort: 0}, b: {hostPort: false}, c: {hostPort: {enabled: false, ports:"
                        + " {http: 80}}}, d: {automountServiceAccountToken: false}, e:"
                        + " {podSecurityContext: {enabled: false, runAsUser: 0}}}")))
        .isEmpty();
    assertThat(
            UnreadFields.in(
                object(
                    "{a: {hostPort: 80}, c: {hostPort: {enabled: true}}, d:"
                        + " {automountServiceAccountToken: true}}")))
        .extracting(Object::toString)
        .containsExactly(
            "spec.a.hostPort", "spec.c.hostPort", "spec.d.automountServiceAccountToken");
  }
}
