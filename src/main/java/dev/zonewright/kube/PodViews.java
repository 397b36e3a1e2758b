package dev.zonewright.kube;

import dev.zonewright.kube.custom.CustomKinds;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.custom.PodForm;
import dev.zonewright.kube.custom.PodPlace;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the pods of an object: by field for the kinds of Kubernetes and of known operators, by
 * shape for all other custom resources.
 */
public final class PodViews {
  // where the built-in kinds keep the thing that has `metadata` and `spec` of a pod
  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "Pod", List.of(),
          "DeploymentConfig", List.of("spec", "template"),
          "PodTemplate", List.of("template"),
          "Deployment", List.of("spec", "template"),
          "ReplicaSet", List.of("spec", "template"),
          "StatefulSet", List.of("spec", "template"),
          "DaemonSet", List.of("spec", "template"),
          "ReplicationController", List.of("spec", "template"),
          "Job", List.of("spec", "template"),
          "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

  /** The kinds that hold pods: those of Kubernetes itself, and the sandboxes of agents. */
  public static final List<String> KINDS =
      Stream.concat(TEMPLATES.keySet().stream(), Stream.of("Sandbox", "SandboxTemplate"))
          .sorted()
          .toList();

  private static final Memo.Key<KubeObject, List<PodView>> PODS = new Memo.Key<>(PodViews::find);

  private PodViews() {}

  /**
   * The pods of an object, in the order of the text; none for an object that runs nothing. A
   * built-in workload without a pod template, such as a patch that changes only its replicas, gives
   * a pod whose spec does not exist.
   */
  public static List<PodView> of(KubeObject object) {
    return object.facts().get(PODS, object);
  }

  private static List<PodView> find(KubeObject object) {
    List<String> template = TEMPLATES.get(object.kind());
    if (template != null && isBuiltIn(object)) {
      YamlCursor at = object.root();
      for (String key : template) {
        at = at.get(key);
      }
      if (Patch.deletes(object.root())) {
        return List.of();
      }
      PodForm form = Patch.of(object).map(PodForm::ofPatch).orElse(PodForm.AS_WRITTEN);
      return List.of(new PodView(object, PodPlace.of(at.get("metadata"), at.get("spec"), form)));
    }
    if (object.kind().equals("CustomResourceDefinition")) {
      return List.of();
    }
    return CustomKinds.podsIn(object).stream().map(place -> new PodView(object, place)).toList();
  }

  /**
   * The keys down to the pod spec of a kind that Kubernetes itself has; empty for every other
   * object.
   */
  public static Optional<List<String>> specPath(KubeObject object) {
    List<String> template = TEMPLATES.get(object.kind());
    if (template == null || !isBuiltIn(object)) {
      return Optional.empty();
    }
    List<String> path = new ArrayList<>(template);
    path.add("spec");
    return Optional.of(List.copyOf(path));
  }

  private static boolean isBuiltIn(KubeObject object) {
    String group = object.group();
    if (object.kind().equals("DeploymentConfig")) {
      // OpenShift's own, in its old and its present group
      return group.isEmpty() || group.equals("apps.openshift.io");
    }
    return group.isEmpty()
        || group.equals("apps")
        || group.equals("batch")
        || group.equals("extensions");
  }
}
