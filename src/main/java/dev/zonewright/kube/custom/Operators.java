package dev.zonewright.kube.custom;

import static dev.zonewright.kube.ContainerView.Kind.APP;
import static dev.zonewright.kube.ContainerView.Kind.INIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Kinds of operators that make pods of whole pod templates, or of fields beside their own. Source:
 * the types of each project (Argo Rollouts, KubeRay, Knative Serving, KServe, Prometheus operator,
 * CloudNativePG, the Spark and Flink operators of Kubernetes, OpenTelemetry, Agent Sandbox).
 */
final class Operators {
  private Operators() {}

  static List<CustomKind> all() {
    List<CustomKind> out = new ArrayList<>();
    out.add(
        new CustomKind(
            "Argo Rollouts",
            "argoproj.io",
            "Rollout",
            List.of(Spot.template("spec.template", PodForm.AS_WRITTEN))));
    sandboxes(out);
    knative(out);
    kserve(out);
    prometheus(out);
    ray(out);
    spark(out);
    flink(out);
    out.addAll(Strimzi.all());
    cloudNative(out);
    collector(out);
    return out;
  }

  private static void sandboxes(List<CustomKind> out) {
    for (String kind : List.of("Sandbox", "SandboxTemplate")) {
      String group = kind.equals("Sandbox") ? "agents.x-k8s.io" : "extensions.agents.x-k8s.io";
      out.add(
          new CustomKind(
              "Agent Sandbox",
              group,
              kind,
              List.of(Spot.template("spec.podTemplate", PodForm.AS_WRITTEN))));
    }
  }

  private static void knative(List<CustomKind> out) {
    PodForm form =
        PodForm.completed(
            "Knative adds its own container, and refuses runtimeClassName, host namespaces and"
                + " other fields of a pod unless their feature (kubernetes.podspec-…) is on");
    String group = "serving.knative.dev";
    for (String kind : List.of("Service", "Configuration")) {
      out.add(
          new CustomKind("Knative", group, kind, List.of(Spot.template("spec.template", form))));
    }
    out.add(
        new CustomKind(
            "Knative", group, "Revision", List.of(Spot.fields("spec", form).annotatedAsObject())));
  }

  private static void kserve(List<CustomKind> out) {
    List<ContainerField> containers = new ArrayList<>();
    containers.add(ContainerField.list(APP, "containers"));
    containers.add(ContainerField.list(INIT, "initContainers"));
    for (String server :
        List.of(
            "model",
            "sklearn",
            "xgboost",
            "tensorflow",
            "pytorch",
            "triton",
            "onnx",
            "huggingface",
            "pmml",
            "lightgbm",
            "paddle",
            "art")) {
      containers.add(ContainerField.one(server).part());
    }
    PodForm form =
        PodForm.beside(
                Set.of(
                    "runtimeClassName",
                    "automountServiceAccountToken",
                    "hostNetwork",
                    "hostPID",
                    "hostIPC",
                    "hostUsers",
                    "securityContext",
                    "serviceAccountName",
                    "volumes",
                    "nodeSelector",
                    "tolerations"),
                "KServe completes the pod, and in serverless mode hands it to Knative, which"
                    + " refuses runtimeClassName and host namespaces unless their feature is on",
                containers.toArray(ContainerField[]::new))
            .asking("runtimeClassName", "automountServiceAccountToken", "securityContext");
    List<Spot> spots = new ArrayList<>();
    for (String part : List.of("predictor", "predictor.workerSpec", "transformer", "explainer")) {
      Spot spot = Spot.fields("spec." + part, form).inAnyCase();
      // a worker has no annotations of its own: those of the object are passed on
      boolean worker = part.endsWith("workerSpec");
      spots.add(worker ? spot.annotatedAsObject() : spot.annotatedBeside());
    }
    String group = "serving.kserve.io";
    out.add(new CustomKind("KServe", group, "InferenceService", spots));
    PodForm part = PodForm.partial("KServe merges these fields into the pods that it makes");
    for (String kind : List.of("ServingRuntime", "ClusterServingRuntime")) {
      out.add(
          new CustomKind(
              "KServe",
              group,
              kind,
              List.of(
                  Spot.fields("spec", part).annotatedBeside(),
                  Spot.fields("spec.workerSpec", part).annotatedBeside())));
    }
    for (String kind : List.of("LLMInferenceService", "LLMInferenceServiceConfig")) {
      out.add(
          new CustomKind(
              "KServe",
              group,
              kind,
              Stream.of(
                      "template",
                      "worker",
                      "prefill.template",
                      "prefill.worker",
                      "router.scheduler.template")
                  .map(path -> Spot.fields("spec." + path, part))
                  .toList()));
    }
  }

  private static void prometheus(List<CustomKind> out) {
    PodForm form =
        PodForm.beside(
                Set.of(
                    "automountServiceAccountToken",
                    "hostNetwork",
                    "securityContext",
                    "serviceAccountName",
                    "volumes",
                    "nodeSelector",
                    "tolerations"),
                "the Prometheus operator makes the pod, and merges these fields into it",
                ContainerField.list(APP, "containers").part(),
                ContainerField.list(INIT, "initContainers").part())
            .withZone(
                "The kinds of the Prometheus operator have no field for the runtime class: whether"
                    + " these pods get a zone is decided elsewhere");
    for (String kind : List.of("Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler")) {
      out.add(
          new CustomKind(
              "Prometheus operator",
              "monitoring.coreos.com",
              kind,
              List.of(Spot.fields("spec", form).inAnyCase().annotatedAt("podMetadata"))));
    }
  }

  private static void ray(List<CustomKind> out) {
    PodForm form =
        PodForm.completed("KubeRay adds its own init containers and settings to this pod");
    Map<String, String> clusters =
        new TreeMap<>(
            Map.of(
                "RayCluster", "spec.",
                "RayJob", "spec.rayClusterSpec.",
                "RayService", "spec.rayClusterConfig."));
    clusters.forEach((kind, at) -> {
      List<Spot> spots = new ArrayList<>();
      spots.add(Spot.template(at + "headGroupSpec.template", form));
      spots.add(Spot.template(at + "workerGroupSpecs[].template", form));
      if (kind.equals("RayJob")) {
        spots.add(Spot.template("spec.submitterPodTemplate", form));
      }
      out.add(new CustomKind("KubeRay", "ray.io", kind, spots));
    });
  }

  private static void spark(List<CustomKind> out) {
    String why = "Spark makes the pod, and adds its own containers and settings to it";
    PodForm pod =
        PodForm.beside(
                Set.of("hostNetwork", "runtimeClassName", "nodeSelector", "tolerations"),
                why,
                ContainerField.one().part(),
                ContainerField.list(APP, "sidecars"),
                ContainerField.list(INIT, "initContainers"))
            .asking("runtimeClassName")
            .withContext("podSecurityContext");
    PodForm volumes = PodForm.beside(Set.of("volumes"), why);
    Map<String, String> kinds =
        new TreeMap<>(
            Map.of("SparkApplication", "spec", "ScheduledSparkApplication", "spec.template"));
    kinds.forEach((kind, at) ->
        out.add(
            new CustomKind(
                "Spark operator",
                "sparkoperator.k8s.io",
                kind,
                List.of(
                    Spot.fields(at, volumes),
                    Spot.fields(at + ".driver", pod)
                        .annotatedBeside()
                        .takingOver(at + ".driver.template.spec"),
                    Spot.fields(at + ".executor", pod)
                        .annotatedBeside()
                        .takingOver(at + ".executor.template.spec"),
                    Spot.template(at + ".driver.template", PodForm.partial(why)),
                    Spot.template(at + ".executor.template", PodForm.partial(why))))));
  }

  private static void flink(List<CustomKind> out) {
    PodForm form =
        PodForm.partial("the Flink operator merges this template into the pods that it makes");
    out.add(
        new CustomKind(
            "Flink operator",
            "flink.apache.org",
            "FlinkDeployment",
            List.of(
                Spot.template("spec.podTemplate", form),
                Spot.template("spec.jobManager.podTemplate", form),
                Spot.template("spec.taskManager.podTemplate", form))));
  }

  private static void cloudNative(List<CustomKind> out) {
    PodForm form =
        PodForm.beside(
                Set.of(),
                "CloudNativePG makes the pod, and merges these fields with its own",
                ContainerField.one().part())
            .withContext("podSecurityContext");
    out.add(
        new CustomKind(
            "CloudNativePG", "postgresql.cnpg.io", "Cluster", List.of(Spot.fields("spec", form))));
  }

  private static void collector(List<CustomKind> out) {
    PodForm form =
        PodForm.beside(
                Set.of(
                    "hostNetwork",
                    "hostPID",
                    "shareProcessNamespace",
                    "volumes",
                    "nodeSelector",
                    "tolerations"),
                "the OpenTelemetry operator makes the pod, and merges these fields into it",
                ContainerField.one().part(),
                ContainerField.list(APP, "additionalContainers"),
                ContainerField.list(INIT, "initContainers"))
            .withContext("podSecurityContext");
    Spot spot = Spot.fields("spec", form);
    String group = "opentelemetry.io";
    out.add(new CustomKind("OpenTelemetry", group, "OpenTelemetryCollector", List.of(spot)));
  }
}
