package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.PssLevel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small object of each kind of an operator, and what is found in it, on which key. */
class CustomKindCasesTest {
  /** The controls whose findings rest on what is written. */
  private static final Set<String> WRITTEN =
      Set.of(
          "privileged-container",
          "host-network",
          "host-pid",
          "host-path-volume",
          "added-capability");

  private static Reviewed review(String apiVersion, String kind, String spec) {
    return Reviewed.of(
        "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: b}\nspec: %s\n"
            .formatted(apiVersion, kind, spec));
  }

  /** Findings in the object's fields; what its namespace lacks is another matter. */
  private static List<LocatedFinding> inSpec(Reviewed reviewed) {
    return reviewed.analysis().findings().stream()
        .filter(f -> f.finding().path().toString().startsWith("spec"))
        .filter(f -> !f.finding().control().id().equals("missing-resource-limits"))
        .toList();
  }

  private static List<String> found(Reviewed reviewed, Set<String> controls) {
    return reviewed.analysis().findings().stream()
        .filter(f -> controls.contains(f.finding().control().id()))
        .map(f -> f.finding().control().id() + " " + f.finding().path())
        .toList();
  }

  @Test
  void aMisspelledGroupHidesNoPod() {
    String template = "{template: {spec: {hostPID: true, containers: [{name: c, image: 'c:1'}]}}}";
    for (String group : List.of("app/v1", "Apps/v1", "extension/v1beta1")) {
      Reviewed reviewed = review(group, "Deployment", template);
      assertThat(found(reviewed, Set.of("host-pid", "invalid-object")))
          .containsExactlyInAnyOrder("host-pid spec.template.spec.hostPID", "invalid-object kind");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "argoproj.io/v1alpha1; Workflow; {templates: [{script: <P>}]}; templates[0].script",
        "argoproj.io/v1alpha1; WorkflowTemplate; {templates: [{container: <P>}]};"
            + " templates[0].container",
        "argoproj.io/v1alpha1; ClusterWorkflowTemplate; {templateDefaults: {initContainers:"
            + " [<P>]}}; templateDefaults.initContainers[0]",
        "argoproj.io/v1alpha1; CronWorkflow; {workflowSpec: {templates: [{sidecars: [<P>]}]}};"
            + " workflowSpec.templates[0].sidecars[0]",
        "argoproj.io/v1alpha1; Workflow; {templates: [{containerSet: {containers: [<P>]}}]};"
            + " templates[0].containerSet.containers[0]",
        "argoproj.io/v1alpha1; Rollout; {template: {spec: {containers: [<P>]}}};"
            + " template.spec.containers[0]",
        "tekton.dev/v1; Task; {steps: [<P>]}; steps[0]",
        "tekton.dev/v1beta1; ClusterTask; {sidecars: [<P>]}; sidecars[0]",
        "tekton.dev/v1; Task; {stepTemplate: <P>, steps: [{image: i}]}; stepTemplate",
        "tekton.dev/v1beta1; StepAction; <P>; ''",
        "tekton.dev/v1; Pipeline; {tasks: [{taskSpec: {steps: [<P>]}}]};"
            + " tasks[0].taskSpec.steps[0]",
        "tekton.dev/v1; TaskRun; {taskSpec: {steps: [<P>]}}; taskSpec.steps[0]",
        "tekton.dev/v1; PipelineRun; {pipelineSpec: {finally: [{taskSpec: {steps: [<P>]}}]}};"
            + " pipelineSpec.finally[0].taskSpec.steps[0]",
        "serving.kserve.io/v1beta1; InferenceService; {predictor: {model: <P>}}; predictor.model",
        "serving.kserve.io/v1beta1; InferenceService; {transformer: {containers: [<P>]}};"
            + " transformer.containers[0]",
        "serving.kserve.io/v1alpha1; ServingRuntime; {containers: [<P>]}; containers[0]",
        "serving.kserve.io/v1alpha1; LLMInferenceService; {prefill: {worker: {containers: [<P>]}}};"
            + " prefill.worker.containers[0]",
        "serving.knative.dev/v1; Service; {template: {spec: {containers: [<P>]}}};"
            + " template.spec.containers[0]",
        "serving.knative.dev/v1; Configuration; {template: {spec: {containers: [<P>]}}};"
            + " template.spec.containers[0]",
        "serving.knative.dev/v1; Revision; {containers: [<P>]}; containers[0]",
        "monitoring.coreos.com/v1; Prometheus; {containers: [<P>]}; containers[0]",
        "monitoring.coreos.com/v1; Alertmanager; {initContainers: [<P>]}; initContainers[0]",
        "monitoring.coreos.com/v1; ThanosRuler; {containers: [<P>]}; containers[0]",
        "monitoring.coreos.com/v1alpha1; PrometheusAgent; {containers: [<P>]}; containers[0]",
        "ray.io/v1; RayCluster; {headGroupSpec: {template: {spec: {containers: [<P>]}}}};"
            + " headGroupSpec.template.spec.containers[0]",
        "ray.io/v1; RayJob; {submitterPodTemplate: {spec: {containers: [<P>]}}};"
            + " submitterPodTemplate.spec.containers[0]",
        "ray.io/v1; RayService; {rayClusterConfig: {workerGroupSpecs: [{template: {spec:"
            + " {containers: [<P>]}}}]}};"
            + " rayClusterConfig.workerGroupSpecs[0].template.spec.containers[0]",
        "sparkoperator.k8s.io/v1beta2; SparkApplication; {driver: <P>}; driver",
        "sparkoperator.k8s.io/v1beta2; ScheduledSparkApplication; {template: {executor: {sidecars:"
            + " [<P>]}}}; template.executor.sidecars[0]",
        "flink.apache.org/v1beta1; FlinkDeployment; {podTemplate: {spec: {containers: [<P>]}}};"
            + " podTemplate.spec.containers[0]",
        "kafka.strimzi.io/v1beta2; Kafka; {kafka: {template: {kafkaContainer: <P>}}};"
            + " kafka.template.kafkaContainer",
        "kafka.strimzi.io/v1beta2; KafkaNodePool; {template: {kafkaContainer: <P>}};"
            + " template.kafkaContainer",
        "postgresql.cnpg.io/v1; Cluster; <P>; ''",
        "agents.x-k8s.io/v1alpha1; Sandbox; {podTemplate: {spec: {containers: [<P>]}}};"
            + " podTemplate.spec.containers[0]",
        "x.example/v1; Server; {pool: {containers: [<P>], nodeSelector: {a: b}}};"
            + " pool.containers[0]",
      })
  void findsAPrivilegedContainer(String apiVersion, String kind, String spec, String at) {
    Reviewed reviewed =
        review(
            apiVersion,
            kind,
            spec.replace("<P>", "{image: i, securityContext: {privileged: true}}"));
    String path = "spec" + (at.isEmpty() ? "" : "." + at) + ".securityContext.privileged";
    assertThat(found(reviewed, Set.of("privileged-container")))
        .containsExactly("privileged-container " + path);
    assertThat(reviewed.analysis().coverage().items().getFirst().status())
        .isEqualTo(CoverageItem.Status.ANALYSED);
    assertThat(reviewed.analysis().workloads()).anyMatch(w -> w.pss() == PssLevel.PRIVILEGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "argoproj.io/v1alpha1; Workflow; {H, V}; spec",
        "argoproj.io/v1alpha1; CronWorkflow; {workflowSpec: {H, V}}; spec.workflowSpec",
        "tekton.dev/v1; TaskRun; {podTemplate: {H, V}}; spec.podTemplate",
        "tekton.dev/v1; PipelineRun; {taskRunTemplate: {podTemplate: {H, V}}};"
            + " spec.taskRunTemplate.podTemplate",
        "tekton.dev/v1; PipelineRun; {taskRunSpecs: [{podTemplate: {H, V}}]};"
            + " spec.taskRunSpecs[0].podTemplate",
        "serving.kserve.io/v1beta1; InferenceService; {explainer: {H, V}}; spec.explainer",
        "monitoring.coreos.com/v1; Prometheus; {H, V}; spec",
        "flink.apache.org/v1beta1; FlinkDeployment; {taskManager: {podTemplate: {spec: {H, V}}}};"
            + " spec.taskManager.podTemplate.spec",
        "apps.openshift.io/v1; DeploymentConfig; {template: {spec: {H, V}}}; spec.template.spec",
        "x.example/v1; Server; {template: {spec: {H, V}}}; spec.template.spec",
        "x.example/v1; Server; {podTemplate: {spec: {H, V}}}; spec.podTemplate.spec",
      })
  void findsHostNetworkAndHostPathWithoutContainers(
      String apiVersion, String kind, String spec, String at) {
    Reviewed reviewed =
        review(
            apiVersion,
            kind,
            spec.replace("H, V", "hostNetwork: true, volumes: [{name: v, hostPath: {path: /}}]"));
    assertThat(found(reviewed, WRITTEN))
        .containsExactly(
            "host-network " + at + ".hostNetwork",
            "host-path-volume " + at + ".volumes[0].hostPath");
  }

  @Test
  void asksNoKindForAFieldThatItLacks() {
    Reviewed workflow =
        review("argoproj.io/v1alpha1", "Workflow", "{templates: [{container: {image: a}}]}");
    assertThat(found(workflow, Set.of("missing-edera-runtime")))
        .containsExactly("missing-edera-runtime spec");
    assertThat(
            workflow.analysis().findings().stream()
                .filter(f -> f.finding().control().id().equals("missing-edera-runtime")))
        .allMatch(f -> f.finding().fixes().isEmpty());
    assertThat(workflow.analysis().workloads()).allMatch(w -> w.pss() == PssLevel.UNDETERMINED);

    Reviewed prometheus =
        review("monitoring.coreos.com/v1", "Prometheus", "{containers: [{name: prometheus}]}");
    assertThat(inSpec(prometheus))
        .extracting(f -> f.finding().control().id())
        .containsExactly("missing-edera-runtime");
  }

  @Test
  void asksATaskForNothingThatItsRunDecides() {
    Reviewed task = review("tekton.dev/v1", "Task", "{steps: [{name: s, image: a}]}");
    assertThat(inSpec(task))
        .extracting(f -> f.finding().control().id() + " " + f.finding().path())
        .containsExactlyInAnyOrder(
            "privilege-escalation spec.steps[0].securityContext.allowPrivilegeEscalation",
            "undropped-capabilities spec.steps[0].securityContext.capabilities.drop");
  }

  @Test
  void knowsWhatStepsTakeOver() {
    Reviewed task =
        review(
            "tekton.dev/v1",
            "Task",
            """
            {stepTemplate: {securityContext: {allowPrivilegeEscalation: false,
              capabilities: {drop: [ALL]}, runAsUser: 0}},
              steps: [{name: a, image: a}, {name: b, image: b, securityContext: {runAsGroup: 5}}]}\
            """);
    assertThat(inSpec(task))
        .extracting(f -> f.finding().control().id() + " " + f.finding().path())
        .containsExactly("root-user spec.stepTemplate.securityContext.runAsUser");
  }

  @Test
  void asksWhereStepsTakeOverFrom() {
    Reviewed task =
        review(
            "tekton.dev/v1",
            "Task",
            "{stepTemplate: {securityContext: {runAsUser: 5}}, steps: [{image: a}, {image: b}]}");
    assertThat(found(task, Set.of("privilege-escalation", "undropped-capabilities")))
        .containsExactlyInAnyOrder(
            "privilege-escalation spec.stepTemplate.securityContext.allowPrivilegeEscalation",
            "undropped-capabilities spec.stepTemplate.securityContext.capabilities.drop");
  }

  @Test
  void knowsWhatTemplatesTakeOverFromTheirWorkflow() {
    Reviewed workflow =
        review(
            "argoproj.io/v1alpha1",
            "Workflow",
            """
            {securityContext: {runAsNonRoot: true, runAsUser: 0},
              templates: [{container: {image: a}}, {script: {image: b}}]}\
            """);
    assertThat(found(workflow, Set.of("root-user", "missing-seccomp-profile")))
        .containsExactlyInAnyOrder(
            "root-user spec.securityContext.runAsUser",
            "missing-seccomp-profile spec.securityContext.seccompProfile");
  }

  @Test
  void readsTheAccountWhereTheKindHasIt() {
    Reviewed run =
        review(
            "tekton.dev/v1",
            "TaskRun",
            "{serviceAccountName: ci, podTemplate: {hostNetwork: true}}");
    assertThat(Reviewed.labels(run.analysis().findings().stream()))
        .contains("mounted-service-account-token ");
    assertThat(run.analysis().findings())
        .extracting(f -> f.finding().message())
        .anyMatch(message -> message.contains("as ci"));
  }

  @Test
  void offersNothingSafeWhereAnOperatorMakesThePod() {
    for (LocatedFinding finding :
        review(
                "serving.knative.dev/v1",
                "Service",
                "{template: {spec: {containers: [{image: a}]}}}")
            .analysis()
            .findings()) {
      assertThat(finding.finding().fixes()).allMatch(f -> f.safety() == FixSafety.REVIEW);
    }
    assertThat(
            review(
                    "serving.knative.dev/v1",
                    "Service",
                    "{template: {spec: {containers: [{image: a}]}}}")
                .analysis()
                .findings())
        .filteredOn(f -> f.finding().control().id().equals("missing-edera-runtime"))
        .flatExtracting(f -> f.finding().fixes())
        .extracting(Fix::reason)
        .allMatch(reason -> reason.contains("Knative refuses runtimeClassName"))
        .isNotEmpty();
    assertThat(
            review(
                    "argoproj.io/v1alpha1",
                    "Rollout",
                    "{template: {spec: {containers: [{name: a, image: a}]}}}")
                .analysis()
                .findings())
        .flatExtracting(f -> f.finding().fixes())
        .extracting(Fix::safety)
        .contains(FixSafety.SAFE);
  }
}
