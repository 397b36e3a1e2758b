package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldAdviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pod | spec: {hostnetwork: true} | case hostNetwork",
        "Pod | sp\u200bec\u202e: {a: b} | rename spec",
        "Pod | spec: {hostNetwrok: true} | rename hostNetwork",
        "Pod | spec: {tolerations: [{oprator: Exists}]} | rename operator",
        "Pod | spec: {containers: [{port: []}]} | rename ports",
        "Pod | spec: {containers: [{foo: 1}]} | none",
        "Pod | $patch: delete | none",
        "Pod | metadata: {$patch: delete} | none",
        "Pod | labels: {a: b} | metadata.labels",
        "Pod | hostNetwork: true | spec.hostNetwork",
        "Pod | spec: {runAsNonRoot: true} | spec.securityContext.runAsNonRoot",
        "Pod | spec: {readOnlyRootFilesystem: true, containers: [{}, {}], initContainers: [{}]}"
            + " | spec.containers[0].securityContext.readOnlyRootFilesystem"
            + " spec.containers[1].securityContext.readOnlyRootFilesystem"
            + " spec.initContainers[0].securityContext.readOnlyRootFilesystem",
        "Pod | spec: {securityContext: {capabilities: {}}, containers: [{}]}"
            + " | spec.containers[0].securityContext.capabilities",
        "Pod | spec: {image: a, containers: [{}]} | spec.containers[0].image",
        "Pod | spec: {image: a, containers: [{}, {}]} | belongs nowhere yet",
        "Pod | spec: {containers: [{privileged: true}]} |"
            + " spec.containers[0].securityContext.privileged",
        "Pod | spec: {containers: [{runtimeClassName: edera}]} | spec.runtimeClassName",
        "Pod | spec: {containers: [{fsGroup: 5}]} | spec.securityContext.fsGroup",
        "Pod | spec: {containers: [{securityContext: {fsGroup: 5}}]} |"
            + " spec.securityContext.fsGroup",
        "Pod | metadata: {hostUsers: false} | spec.hostUsers",
        "Deployment | replicas: 2 | spec.replicas",
        "Deployment | spec: {hostNetwork: true} | spec.template.spec.hostNetwork",
        "Deployment | spec: {containers: []} | spec.template.spec.containers",
        "Deployment | spec: {template: {containers: []}} | spec.template.spec.containers",
        "Deployment | spec: {template: {spec: {replicas: 2}}} | spec.replicas",
        "Deployment | spec: {template: {spec: {labels: {}}}} | spec.template.metadata.labels",
        "Deployment | spec: {selector: {app: a}} | spec.selector.matchLabels.app",
        "CronJob | spec: {selector: {matchLabels: {app: a}}, jobTemplate: {spec: {}}} | none",
        "Job | selector: {matchLabels: {app: a}} | none",
        "Ingress | spec: {backend: {}} | rename defaultBackend",
        "Ingress | spec: {defaultBackend: {serviceName: a}} | spec.defaultBackend.service.name",
        "Ingress | spec: {defaultBackend: {servicePort: 80}} |"
            + " spec.defaultBackend.service.port.number",
        "Ingress | spec: {defaultBackend: {servicePort: http}} |"
            + " spec.defaultBackend.service.port.name",
      })
  void says(String kind, String yaml, String expected) {
    String version =
        switch (kind.strip()) {
          case "Pod" -> "v1";
          case "Ingress" -> "networking.k8s.io/v1";
          case "Job", "CronJob" -> "batch/v1";
          default -> "apps/v1";
        };
    String text = "apiVersion: " + version + "\nkind: " + kind.strip() + "\n" + yaml.strip();
    assertThat(advice(text)).as(text).isEqualTo(expected.strip());
  }

  private static String advice(String text) {
    YamlCursor document = YamlParser.parse(text).cursor();
    Mismatch found = SchemaCheck.of(KubeObject.in(document).getFirst()).getFirst();
    return switch (FieldAdvice.on((Mismatch.UnknownField) found, document)) {
      case FieldAdvice.Rename(String name, boolean onlyCase) ->
          (onlyCase ? "case " : "rename ") + name;
      case FieldAdvice.Belongs(String _, var to) when to.isEmpty() -> "belongs nowhere yet";
      case FieldAdvice.Belongs(String _, var to) ->
          String.join(" ", to.stream().map(YamlPath::toString).toList());
      case FieldAdvice.None _ -> "none";
    };
  }
}
