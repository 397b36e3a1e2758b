package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the pods of an object: by field for the kinds of Kubernetes, by shape for custom resources.
 */
public final class PodViews {
  private static final int MAX_DEPTH = 12;

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
      return List.of(new PodView(object, at.get("metadata"), at.get("spec")));
    }
    if (object.kind().equals("CustomResourceDefinition") || !object.isOfCustomKind()) {
      // only custom resources can hold pod templates in places not known here
      return List.of();
    }
    List<PodView> out = new ArrayList<>();
    search(object, object.root(), out, 0);
    return List.copyOf(out);
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

  private static void search(KubeObject object, YamlCursor at, List<PodView> out, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (at.isMapping()) {
      YamlCursor spec = at.get("spec");
      if (depth > 0 && looksLikePodSpec(spec)) {
        out.add(new PodView(object, at.get("metadata"), spec));
        return;
      }
      for (YamlCursor child : at.entries()) {
        if (!child.isHidden()) {
          search(object, child, out, depth + 1);
        }
      }
    } else if (at.isSequence()) {
      for (YamlCursor item : at.items()) {
        search(object, item, out, depth + 1);
      }
    }
  }

  private static boolean looksLikePodSpec(YamlCursor spec) {
    List<YamlCursor> containers = spec.get("containers").items();
    return !containers.isEmpty()
        && containers.stream()
            .allMatch(c -> c.get("image").isScalar() || (c.get("name").isScalar() && hasUse(c)));
  }

  /**
   * A container without an image is one that the controller completes; so is one without a name.
   */
  private static boolean hasUse(YamlCursor container) {
    return container.get("command").exists()
        || container.get("args").exists()
        || container.get("env").exists()
        || container.get("resources").exists()
        || container.get("securityContext").exists();
  }
}
