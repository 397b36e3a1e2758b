package dev.zonewright.kube.custom;

import static dev.zonewright.kube.ContainerView.Kind.APP;
import static dev.zonewright.kube.ContainerView.Kind.INIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Kinds that run a pod for each of their steps. Source: the types of Argo Workflows (WorkflowSpec,
 * Template), of Argo Events (Template) and of Tekton (TaskSpec, Step, pod.Template).
 */
final class Pipelines {
  // the account of the containers that Argo adds
  private static final String EXECUTOR = "executor.serviceAccountName";
  private static final String DEFAULTS = "templateDefaults";

  private Pipelines() {}

  static List<CustomKind> all() {
    List<CustomKind> out = new ArrayList<>();
    argo(out);
    tekton(out);
    return out;
  }

  private static void argo(List<CustomKind> out) {
    String why =
        "Argo Workflows adds containers to the pod, which report with the account's token and share"
            + " its volumes";
    PodForm workflow =
        PodForm.beside(
                Set.of(
                    "hostNetwork",
                    "securityContext",
                    "serviceAccountName",
                    "automountServiceAccountToken",
                    "volumes",
                    "nodeSelector",
                    "tolerations"),
                why)
            .asking("automountServiceAccountToken")
            .refusedWithoutToken(EXECUTOR)
            .withZone(
                "Argo Workflows has no field for the runtime class: only podSpecPatch, or what the"
                    + " cluster adds, puts these pods into a zone");
    PodForm template =
        PodForm.beside(
                Set.of("securityContext", "volumes", "automountServiceAccountToken"),
                why,
                ContainerField.one("container"),
                ContainerField.one("script"),
                ContainerField.list(APP, "containerSet", "containers"),
                ContainerField.list(APP, "sidecars"),
                ContainerField.list(INIT, "initContainers"))
            .asking("securityContext")
            .refusedWithoutToken(EXECUTOR);
    Map<String, String> kinds =
        new TreeMap<>(
            Map.of(
                "Workflow", "spec",
                "WorkflowTemplate", "spec",
                "ClusterWorkflowTemplate", "spec",
                "CronWorkflow", "spec.workflowSpec"));
    kinds.forEach((kind, at) ->
        out.add(
            new CustomKind(
                "Argo Workflows",
                "argoproj.io",
                kind,
                List.of(
                    Spot.fields(at, workflow).inAnyCase().annotatedAt("podMetadata"),
                    Spot.fields(at + "." + DEFAULTS, template).below(at),
                    Spot.fields(at + ".templates[]", template)
                        .below(at)
                        .takingOver(at + "." + DEFAULTS),
                    Spot.fields(at + ".templates[].steps[][].inline", template)
                        .below(at)
                        .takingOver(at + "." + DEFAULTS),
                    Spot.fields(at + ".templates[].dag.tasks[].inline", template)
                        .below(at)
                        .takingOver(at + "." + DEFAULTS)))));
    argoEvents(out);
  }

  private static void argoEvents(List<CustomKind> out) {
    PodForm form =
        PodForm.beside(
                Set.of(
                    "securityContext",
                    "serviceAccountName",
                    "volumes",
                    "nodeSelector",
                    "tolerations"),
                "Argo Events makes the pod, and merges these fields into it",
                ContainerField.one("container").part())
            .withZone(
                "Argo Events has no field for the runtime class: only what the cluster adds puts"
                    + " these pods into a zone");
    for (String kind : List.of("EventSource", "Sensor")) {
      out.add(
          new CustomKind(
              "Argo Events",
              "argoproj.io",
              kind,
              List.of(Spot.fields("spec.template", form).inAnyCase())));
    }
  }

  private static void tekton(List<CustomKind> out) {
    String why = "Tekton adds its own containers and volumes to the pod";
    String group = "tekton.dev";
    PodForm task =
        PodForm.beside(
                Set.of("volumes"),
                why,
                ContainerField.list(APP, "steps"),
                ContainerField.list(APP, "sidecars"),
                ContainerField.one("stepTemplate").part())
            .withDefaults("stepTemplate");
    PodForm run =
        PodForm.beside(
            Set.of(
                "hostNetwork",
                "securityContext",
                "runtimeClassName",
                "automountServiceAccountToken",
                "volumes",
                "nodeSelector",
                "tolerations"),
            why);
    PodForm asking = run.asking("runtimeClassName", "automountServiceAccountToken");
    for (String kind : List.of("Task", "ClusterTask")) {
      out.add(new CustomKind("Tekton", group, kind, List.of(Spot.fields("spec", task))));
    }
    out.add(
        new CustomKind(
            "Tekton",
            group,
            "StepAction",
            List.of(
                Spot.fields(
                    "spec",
                    PodForm.beside(Set.of(), why, ContainerField.one()).withoutResources()))));
    out.add(
        new CustomKind(
            "Tekton",
            group,
            "Pipeline",
            List.of(
                Spot.fields("spec.tasks[].taskSpec", task),
                Spot.fields("spec.tasks[].pipelineSpec.tasks[].taskSpec", task),
                Spot.fields("spec.finally[].taskSpec", task))));
    out.add(
        new CustomKind(
            "Tekton",
            group,
            "TaskRun",
            List.of(
                Spot.fields("spec.podTemplate", asking)
                    .below("spec")
                    .annotatedAsObject()
                    .alsoWithout("v1", "v1beta1"),
                Spot.fields("spec.taskSpec", task))));
    out.add(
        new CustomKind(
            "Tekton",
            group,
            "PipelineRun",
            List.of(
                Spot.fields("spec.podTemplate", asking)
                    .below("spec")
                    .annotatedAsObject()
                    .alsoWithout("v1beta1"),
                Spot.fields("spec.taskRunTemplate.podTemplate", asking)
                    .below("spec.taskRunTemplate")
                    .annotatedAsObject()
                    .alsoWithout("v1"),
                Spot.fields("spec.taskRunSpecs[].podTemplate", run).annotatedAsObject(),
                Spot.fields("spec.taskRunSpecs[].taskPodTemplate", run).annotatedAsObject(),
                Spot.fields("spec.pipelineSpec.tasks[].taskSpec", task),
                Spot.fields("spec.pipelineSpec.tasks[].pipelineSpec.tasks[].taskSpec", task),
                Spot.fields("spec.pipelineSpec.finally[].taskSpec", task))));
  }
}
