package dev.zonewright.kube.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods that stand as a text in a field, or are set in the pods of others. */
class UnreadTextsTest {
  private static List<String> unread(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> UnreadFields.in(object).stream())
        .map(Object::toString)
        .toList();
  }

  private static List<String> patched(String patch) {
    return unread(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        spec:
          templates:
            - container: {image: a}
              podSpecPatch: %s
        """
            .formatted(patch));
  }

  @Test
  void aPatchOfAWorkflowIsNamedWhereItIsNoYamlYet() {
    String at = "spec.templates[0].podSpecPatch";
    assertThat(patched("'{{workflow.parameters.patch}}'")).containsExactly(at);
    assertThat(patched("'{hostNetwork: tr{{=x}}ue, [}'")).containsExactly(at);
    assertThat(patched("'{\"hostNetwork\": true}'")).isEmpty();
  }

  @Test
  void aManifestThatIsFilledInLaterIsNamedAsAWhole() {
    assertThat(
            unread(
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                spec:
                  template:
                    spec:
                      source:
                        helm:
                          values: |
                            host: {{ name }}.example.com
                            agent:
                              hostNetwork: true
                """))
        .containsExactly("spec.template.spec.source.helm.values");
    assertThat(
            unread(
                """
                apiVersion: core.oam.dev/v1beta1
                kind: ComponentDefinition
                spec:
                  schematic:
                    cue:
                      template: |
                        output: {
                          kind: "Deployment"
                          spec: template: spec: {
                            hostNetwork: true
                          }
                        }
                """))
        .containsExactly("spec.schematic.cue.template");
  }

  @Test
  void aScriptAndATemplateThatOpensNothingAreNotNamed() {
    assertThat(
            unread(
                """
                apiVersion: x.example/v1
                kind: Job
                spec:
                  values: |
                    host: {{ name }}.example.com
                    hostNetwork: false
                    securityContext: {}
                  script: |
                    if [ -n "$A" ]; then echo "privileged: true"; fi
                    docker run --privileged: {{ a }}
                  text: |
                    hostNetwork: true lets a pod {use} the network: of its node]
                """))
        .isEmpty();
  }

  @Test
  void aWorkloadInAConfigMapIsNamed() {
    assertThat(
            unread(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data:
                  helperPod.yaml: |
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: helper}
                    spec: {containers: [{name: helper, image: busybox}]}
                  dashboard.json: '{"kind": "Dashboard", "apiVersion": "v1", "containers": []}'
                  quota.yaml: |
                    # for containers
                    apiVersion: v1
                    kind: ResourceQuota
                  template.yaml: |
                    apiVersion: apps/v1
                    kind: Deployment
                    {{- if .Values.a }}
                    spec: {template: {spec: {containers: [{name: a, image: a}]}}}
                    {{- end }}
                """))
        .containsExactly("data['helperPod.yaml'].spec");
    assertThat(
            unread(
                """
                apiVersion: v1
                kind: ConfigMap
                data: {note: 'apiVersion, kind and containers: words in a text'}
                """))
        .isEmpty();
  }

  @Test
  void whatAPolicySetsInPodsIsNamedWhereItOpensSomething() {
    String policy =
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        spec: {rules: [{mutate: {%s}}]}
        """;
    String at = "spec.rules[0].mutate.";
    assertThat(
            unread(
                policy.formatted(
                    "patchStrategicMerge: {spec: {+(hostNetwork): true, volumes: [{name: a,"
                        + " hostPath: {path: /}}]}}")))
        .containsExactly(
            at + "patchStrategicMerge.spec['+(hostNetwork)']",
            at + "patchStrategicMerge.spec.volumes[0].hostPath");
    assertThat(
            unread(
                policy.formatted(
                    "foreach: [{patchesJson6902: \"- {op: add, path: /spec/hostPID, value:"
                        + " true}\\n\"}]")))
        .containsExactly(at + "foreach[0].patchesJson6902[0]");
    assertThat(
            unread(
                policy.formatted(
                    "patchStrategicMerge: {spec: {+(automountServiceAccountToken): false,"
                        + " securityContext: {+(runAsNonRoot): true}, containers: [{(name): '*',"
                        + " image: '{{ image }}', securityContext: {privileged: false}}]}}")))
        .isEmpty();
    assertThat(
            unread(
                """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                spec: {rules: [{validate: {pattern: {spec: {hostNetwork: true}}}}]}
                """))
        .isEmpty();
    String assign =
        """
        apiVersion: mutations.gatekeeper.sh/v1
        kind: Assign
        spec:
          location: "spec.containers[name:*].securityContext.privileged"
          parameters: {assign: {value: %s}}
        """;
    assertThat(unread(assign.formatted("true"))).containsExactly("spec.parameters.assign.value");
    assertThat(unread(assign.formatted("false"))).isEmpty();
  }
}
