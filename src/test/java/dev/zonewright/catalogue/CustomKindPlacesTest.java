package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.control.FixSafety;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods of custom resources in places that are easily passed over, and what is none. */
class CustomKindPlacesTest {
  private static Reviewed review(String apiVersion, String kind, String spec) {
    return Reviewed.of(
        "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: b}\nspec: %s\n"
            .formatted(apiVersion, kind, spec));
  }

  private static List<String> found(Reviewed reviewed, String... controls) {
    return reviewed.analysis().findings().stream()
        .filter(f -> List.of(controls).contains(f.finding().control().id()))
        .map(f -> f.finding().control().id() + " " + f.finding().path())
        .toList();
  }

  private static CoverageItem.Status status(Reviewed reviewed) {
    return reviewed.analysis().coverage().items().getFirst().status();
  }

  @Test
  void aTemplateOfArgoThatStandsInsideItsStepIsRead() {
    String template = "{container: {image: a, securityContext: {privileged: true}}}";
    Reviewed workflow =
        review(
            "argoproj.io/v1alpha1",
            "Workflow",
            "{templates: [{dag: {tasks: [{name: a, inline: %1$s}]}}, {steps: [[{inline: %1$s}]]}]}"
                .formatted(template));
    assertThat(found(workflow, "privileged-container"))
        .containsExactlyInAnyOrder(
            "privileged-container"
                + " spec.templates[0].dag.tasks[0].inline.container.securityContext.privileged",
            "privileged-container"
                + " spec.templates[1].steps[0][0].inline.container.securityContext.privileged");
    assertThat(status(workflow)).isEqualTo(CoverageItem.Status.ANALYSED);
  }

  @Test
  void podsOfArgoEventsAreRead() {
    for (String kind : List.of("Sensor", "EventSource")) {
      Reviewed sensor =
          review(
              "argoproj.io/v1alpha1",
              kind,
              "{template: {securityContext: {runAsUser: 0}, volumes: [{name: d, hostPath: {path:"
                  + " /}}], container: {securityContext: {privileged: true}}}}");
      assertThat(found(sensor, "privileged-container", "host-path-volume", "root-user"))
          .containsExactlyInAnyOrder(
              "privileged-container spec.template.container.securityContext.privileged",
              "host-path-volume spec.template.volumes[0].hostPath",
              "root-user spec.template.securityContext.runAsUser");
      assertThat(status(sensor)).isEqualTo(CoverageItem.Status.ANALYSED);
      // what the operator sets in its container is not known
      assertThat(found(sensor, "privilege-escalation", "undropped-capabilities")).isEmpty();
    }
  }

  @Test
  void buildPodsAndAddedContainersOfOperatorsAreRead() {
    Reviewed connect =
        review(
            "kafka.strimzi.io/v1beta2",
            "KafkaConnect",
            "{template: {buildPod: {securityContext: {runAsUser: 0}}, buildContainer:"
                + " {securityContext: {privileged: true}}}}");
    assertThat(found(connect, "privileged-container", "root-user"))
        .containsExactlyInAnyOrder(
            "privileged-container spec.template.buildContainer.securityContext.privileged",
            "root-user spec.template.buildPod.securityContext.runAsUser");
    Reviewed collector =
        review(
            "opentelemetry.io/v1beta1",
            "OpenTelemetryCollector",
            "{initContainers: [{name: i, image: i, securityContext: {privileged: true}}]}");
    assertThat(found(collector, "privileged-container"))
        .containsExactly("privileged-container spec.initContainers[0].securityContext.privileged");
    assertThat(status(collector)).isEqualTo(CoverageItem.Status.ANALYSED);
  }

  @Test
  void theDisksOfAMachineAreNoVolumesOfAPod() {
    Reviewed machine =
        review(
            "kubevirt.io/v1",
            "VirtualMachineInstance",
            "{volumes: [{name: a, containerDisk: {image: a}}, {name: b, cloudInitNoCloud: {}}]}");
    assertThat(found(machine, "disallowed-volume-type")).isEmpty();
  }

  @Test
  void aContainerWithoutAnImageIsJudgedByWhatIsWritten() {
    String[] absent = {
      "privilege-escalation",
      "undropped-capabilities",
      "missing-seccomp-profile",
      "mounted-service-account-token",
      "root-user"
    };
    Reviewed search =
        review(
            "elasticsearch.k8s.elastic.co/v1",
            "Elasticsearch",
            "{nodeSets: [{podTemplate: {spec: {initContainers: [{name: s, securityContext:"
                + " {privileged: true}}], containers: [{name: elasticsearch, resources: {}}]}}}]}");
    assertThat(found(search, absent)).isEmpty();
    assertThat(found(search, "privileged-container", "missing-edera-runtime"))
        .containsExactlyInAnyOrder(
            "privileged-container"
                + " spec.nodeSets[0].podTemplate.spec.initContainers[0].securityContext.privileged",
            "missing-edera-runtime spec.nodeSets[0].podTemplate.spec.runtimeClassName");
    Reviewed added =
        review(
            "rabbitmq.com/v1beta1",
            "RabbitmqCluster",
            "{override: {statefulSet: {spec: {template: {spec: {containers: [{name: rabbitmq, env:"
                + " []}, {name: added, image: busybox}]}}}}}}");
    assertThat(found(added, "privilege-escalation", "undropped-capabilities"))
        .allMatch(f -> f.contains("containers[1]"))
        .hasSize(2);
    Reviewed step = review("tekton.dev/v1", "Task", "{steps: [{name: a, ref: {name: clone}}]}");
    assertThat(found(step, absent)).isEmpty();
    Reviewed given =
        review("tekton.dev/v1", "Task", "{stepTemplate: {image: a}, steps: [{name: a}]}");
    assertThat(found(given, "privilege-escalation")).hasSize(1);
  }

  @Test
  void whatTheAnnotationsOfATemplateLackIsNotJudgedWhereItsZoneIsNot() {
    String kernel = "unmanaged-zone-kernel";
    assertThat(
            found(
                review("x.example/v1", "Server", "{template: {spec: {serviceAccountName: a}}}"),
                kernel))
        .isEmpty();
    assertThat(
            found(
                review(
                    "x.example/v1",
                    "Server",
                    "{template: {spec: {containers: [{name: a, image: a}]}}}"),
                kernel))
        .hasSize(1);
  }

  @Test
  void anObjectInsideAnotherIsReadAsItsKind() {
    Reviewed trigger =
        review(
            "triggers.tekton.dev/v1beta1",
            "TriggerTemplate",
            "{resourcetemplates: [{apiVersion: tekton.dev/v1, kind: TaskRun, spec: {podTemplate:"
                + " {hostNetwork: true}, taskSpec: {steps: [{image: a, script: b}]}}}]}");
    assertThat(found(trigger, "host-network", "privilege-escalation"))
        .containsExactlyInAnyOrder(
            "host-network spec.resourcetemplates[0].spec.podTemplate.hostNetwork",
            "privilege-escalation spec.resourcetemplates[0].spec.taskSpec.steps[0]"
                + ".securityContext.allowPrivilegeEscalation");
    assertThat(status(trigger)).isEqualTo(CoverageItem.Status.ANALYSED);
    Reviewed sensor =
        review(
            "argoproj.io/v1alpha1",
            "Sensor",
            "{triggers: [{template: {k8s: {source: {resource: {apiVersion: argoproj.io/v1alpha1,"
                + " kind: Workflow, spec: {templates: [{script: {image: a, securityContext:"
                + " {privileged: true}}}]}}}}}}, {template: {k8s: {source: {resource:"
                + " {apiVersion: v1, kind: Pod, spec: {hostPID: true, containers: [{name: a,"
                + " image: a}]}}}}}}]}");
    String source = "template.k8s.source.resource.spec";
    assertThat(found(sensor, "privileged-container", "host-pid"))
        .containsExactlyInAnyOrder(
            "privileged-container spec.triggers[0].%s.templates[0].script.securityContext.privileged"
                .formatted(source),
            "host-pid spec.triggers[1].%s.hostPID".formatted(source));
  }

  @Test
  void aTemplateThatIsWrittenAsAnObjectIsReadOnce() {
    Reviewed flink =
        review(
            "flink.apache.org/v1beta1",
            "FlinkDeployment",
            "{podTemplate: {apiVersion: v1, kind: Pod, spec: {hostNetwork: true, containers:"
                + " [{name: a, image: a}]}}}");
    assertThat(flink.analysis().workloads()).hasSize(1);
    assertThat(found(flink, "host-network")).hasSize(1);
    assertThat(found(flink, "privilege-escalation")).isEmpty();
  }

  @Test
  void noFixOfAnObjectInsideAnotherIsSafe() {
    Reviewed held =
        review(
            "work.open-cluster-management.io/v1",
            "ManifestWork",
            "{workload: {manifests: [{apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec:"
                + " {template: {spec: {containers: [{name: a, image: a}]}}}}]}}");
    assertThat(held.analysis().findings())
        .flatExtracting(f -> f.finding().fixes())
        .isNotEmpty()
        .allMatch(fix -> fix.safety() == FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tekton.dev/v1; TaskRun; {podTemplate: {runtimeClassName: edera}}; metadata",
        "tekton.dev/v1; PipelineRun; {taskRunTemplate: {podTemplate: {runtimeClassName: edera}}};"
            + " metadata",
        "serving.kserve.io/v1beta1; InferenceService; {predictor: {runtimeClassName: edera}};"
            + " spec.predictor",
        "sparkoperator.k8s.io/v1beta2; SparkApplication; {driver: {runtimeClassName: edera}};"
            + " spec.driver",
        "serving.knative.dev/v1; Revision; {runtimeClassName: edera, containers: [{image: a}]};"
            + " metadata",
      })
  void theKernelIsAskedWhereTheKindHasAnnotations(
      String apiVersion, String kind, String spec, String at) {
    assertThat(found(review(apiVersion, kind, spec), "unmanaged-zone-kernel"))
        .containsExactly("unmanaged-zone-kernel " + at + ".annotations['dev.edera/kernel']");
  }

  @Test
  void templatesOfArgoTakeOverTheirDefaults() {
    Reviewed workflow =
        review(
            "argoproj.io/v1alpha1",
            "Workflow",
            """
            {securityContext: {runAsUser: 0}, templateDefaults: {securityContext: {runAsNonRoot: true},
              container: {securityContext: {allowPrivilegeEscalation: false,
              capabilities: {drop: [ALL]}}}},
              templates: [{container: {image: a}}, {script: {image: b, source: c}}]}\
            """);
    assertThat(found(workflow, "privilege-escalation", "undropped-capabilities", "root-user"))
        .containsExactlyInAnyOrder(
            "privilege-escalation"
                + " spec.templates[1].script.securityContext.allowPrivilegeEscalation",
            "undropped-capabilities spec.templates[1].script.securityContext.capabilities.drop",
            "root-user spec.securityContext.runAsUser");
  }

  @Test
  void aTaskOfAPipelineInsideAPipelineIsRead() {
    String pipeline =
        "{tasks: [{pipelineSpec: {tasks: [{taskSpec: {steps: [{image: a, securityContext:"
            + " {privileged: true}}]}}]}}]}";
    String at = "tasks[0].pipelineSpec.tasks[0].taskSpec.steps[0].securityContext.privileged";
    assertThat(found(review("tekton.dev/v1", "Pipeline", pipeline), "privileged-container"))
        .containsExactly("privileged-container spec." + at);
    assertThat(
            found(
                review("tekton.dev/v1", "PipelineRun", "{pipelineSpec: " + pipeline + "}"),
                "privileged-container"))
        .containsExactly("privileged-container spec.pipelineSpec." + at);
  }

  @Test
  void aKindOfTheWholeClusterBelongsToNoTenant() {
    assertThat(
            Reviewed.of(
                    """
                    apiVersion: argoproj.io/v1alpha1
                    kind: ClusterWorkflowTemplate
                    metadata: {name: a}
                    spec: {templates: [{container: {image: a}}]}
                    """)
                .analysis()
                .findings())
        .isNotEmpty()
        .allMatch(f -> f.finding().path().toString().startsWith("spec"));
  }

  @Test
  void theZoneOfATemplateHoldsForTheFieldsBesideIt() {
    Reviewed spark =
        review(
            "sparkoperator.k8s.io/v1beta2",
            "SparkApplication",
            "{driver: {cores: 1, template: {spec: {runtimeClassName: edera}}}, executor: {cores:"
                + " 1}}");
    assertThat(found(spark, "missing-edera-runtime"))
        .containsExactly("missing-edera-runtime spec.executor.runtimeClassName");
    assertThat(found(spark, "unmanaged-zone-kernel"))
        .contains("unmanaged-zone-kernel spec.executor.annotations['dev.edera/kernel']")
        .noneMatch(f -> f.contains("spec.driver.annotations"));
  }
}
