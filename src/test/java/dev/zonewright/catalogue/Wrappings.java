package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.PodTree.branch;
import static dev.zonewright.catalogue.PodTree.row;

import dev.zonewright.catalogue.PodTree.Branch;
import dev.zonewright.catalogue.PodTree.Entry;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The pod of an example in every wrapper that a pod comes in. */
final class Wrappings {
  private static final List<String> CONTAINER_LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  /** The wrappers that are no kinds of Kubernetes itself. */
  static final Set<String> CUSTOM = Set.of("SandboxTemplate", "Sandbox", "custom resource");

  private Wrappings() {}

  /** An example's pod: metadata and spec, and the documents beside it. */
  record Pod(PodView view, int document, PodTree metadata, Branch spec, String beside) {}

  /** The pods of an example, each with those documents of the example that hold none. */
  static List<Pod> podsIn(String text) {
    YamlStream stream = YamlStream.parse(text);
    StringBuilder beside = new StringBuilder();
    Map<Integer, PodView> views = new LinkedHashMap<>();
    for (YamlStream.Part part : stream.parts()) {
      List<PodView> pods =
          KubeObject.in(part.document().cursor()).stream()
              .flatMap(object -> PodViews.of(object).stream())
              .toList();
      pods.forEach(pod -> views.put(part.number(), pod));
      if (pods.isEmpty() && part.document().problem().isEmpty()) {
        beside.append("---\n").append(stream.textOf(part).replaceFirst("^---\n", ""));
      }
    }
    List<Pod> out = new ArrayList<>();
    views.forEach((document, view) -> {
      String source = stream.textOf(stream.parts().get(document - 1));
      PodTree metadata =
          view.metadata().node().map(n -> PodTree.of(n, source)).orElse(branch("name", "example"));
      Branch spec = (Branch) PodTree.of(view.spec().node().orElseThrow(), source);
      out.add(new Pod(view, document, metadata, withContainers(spec), beside.toString()));
    });
    return out;
  }

  /** Only what has containers is taken for a pod in a custom resource. */
  private static Branch withContainers(Branch spec) {
    return spec.entries().stream().anyMatch(e -> e.key().equals("containers"))
        ? spec
        : plus(spec, new Entry("containers", row(hardenedContainer())));
  }

  private static Branch plus(Branch spec, Entry entry) {
    List<Entry> entries = new ArrayList<>(spec.entries());
    entries.add(entry);
    return new Branch(List.copyOf(entries));
  }

  private static PodTree hardenedContainer() {
    return branch(
        "name",
        "hardened",
        "image",
        "registry.example/hardened:1.0",
        "resources",
        branch("limits", branch("cpu", "100m", "memory", "64Mi")),
        "securityContext",
        branch(
            "allowPrivilegeEscalation",
            new PodTree.Leaf("false", true, new ScalarValue.Bool(false)),
            "runAsNonRoot",
            new PodTree.Leaf("true", true, new ScalarValue.Bool(true)),
            "readOnlyRootFilesystem",
            new PodTree.Leaf("true", true, new ScalarValue.Bool(true)),
            "seccompProfile",
            branch("type", "RuntimeDefault"),
            "capabilities",
            branch("drop", row(PodTree.text("ALL")))));
  }

  /** The spec with all its containers in one of the three lists. */
  static Branch onlyIn(String list, Branch spec) {
    List<PodTree> containers = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : spec.entries()) {
      if (CONTAINER_LISTS.contains(entry.key())
          && entry.value() instanceof PodTree.Row(var items)) {
        containers.addAll(items);
      } else {
        entries.add(entry);
      }
    }
    if (!list.equals("containers")) {
      entries.add(new Entry("containers", row(hardenedContainer())));
    }
    entries.add(new Entry(list, new PodTree.Row(List.copyOf(containers))));
    return new Branch(List.copyOf(entries));
  }

  /** Every wrapper by its name: metadata and spec of a pod give an object. */
  static Map<String, BinaryOperator<PodTree>> all() {
    Map<String, BinaryOperator<PodTree>> out = new LinkedHashMap<>();
    BinaryOperator<PodTree> deployment = controller("apps/v1", "Deployment");
    out.put("Pod", Wrappings::barePod);
    out.put(
        "PodTemplate",
        (m, s) ->
            branch(
                "apiVersion",
                "v1",
                "kind",
                "PodTemplate",
                "metadata",
                branch("name", "wrapped"),
                "template",
                template(m, s)));
    out.put("Deployment", deployment);
    for (String kind : List.of("ReplicaSet", "StatefulSet", "DaemonSet")) {
      out.put(kind, controller("apps/v1", kind));
    }
    out.put(
        "ReplicationController",
        (m, s) -> controller("v1", "ReplicationController").apply(labelled(m), s));
    out.put("Job", (m, s) -> controller("batch/v1", "Job").apply(m, ended(s)));
    out.put(
        "CronJob",
        (m, s) ->
            object(
                "batch/v1",
                "CronJob",
                branch(
                    "schedule",
                    PodTree.text("@daily"),
                    "jobTemplate",
                    branch("spec", branch("template", template(m, ended(s)))))));
    out.put("List", (m, s) -> list("v1", "List", barePod(m, s)));
    out.put("DeploymentList", (m, s) -> list("apps/v1", "DeploymentList", deployment.apply(m, s)));
    out.put("PodList", (m, s) -> list("v1", "PodList", template(m, s)));
    out.put(
        "SandboxTemplate",
        (m, s) ->
            object(
                "extensions.agents.x-k8s.io/v1beta1",
                "SandboxTemplate",
                branch("podTemplate", template(m, s))));
    out.put(
        "Sandbox",
        (m, s) ->
            object("agents.x-k8s.io/v1alpha1", "Sandbox", branch("podTemplate", template(m, s))));
    out.put(
        "custom resource",
        (m, s) ->
            object(
                "example.org/v1",
                "Runner",
                branch("pools", row(branch("name", "a", "template", template(m, s))))));
    return out;
  }

  /** The pod of a job, which the server takes only where it is said what becomes of it. */
  private static PodTree ended(PodTree spec) {
    Branch pod = (Branch) spec;
    return pod.entries().stream().anyMatch(e -> e.key().equals("restartPolicy"))
        ? pod
        : plus(pod, new Entry("restartPolicy", PodTree.text("Never")));
  }

  /** What the selector of a controller is taken from, where it has none itself. */
  private static PodTree labelled(PodTree metadata) {
    Branch pod = (Branch) metadata;
    return pod.entries().stream().anyMatch(e -> e.key().equals("labels"))
        ? pod
        : plus(pod, new Entry("labels", branch("app", "wrapped")));
  }

  static PodTree barePod(PodTree metadata, PodTree spec) {
    return branch("apiVersion", "v1", "kind", "Pod", "metadata", metadata, "spec", spec);
  }

  private static PodTree template(PodTree metadata, PodTree spec) {
    return branch("metadata", metadata, "spec", spec);
  }

  private static BinaryOperator<PodTree> controller(String apiVersion, String kind) {
    return (m, s) ->
        object(
            apiVersion,
            kind,
            apiVersion.startsWith("apps/")
                ? branch("selector", anyPod(), "template", template(m, s))
                : branch("template", template(m, s)));
  }

  /** A selector that the labels of every example meet, for the server takes no object without. */
  private static PodTree anyPod() {
    return branch(
        "matchExpressions", row(branch("key", "never-written", "operator", "DoesNotExist")));
  }

  private static PodTree object(String apiVersion, String kind, PodTree spec) {
    return branch(
        "apiVersion", apiVersion, "kind", kind, "metadata", branch("name", "wrap"), "spec", spec);
  }

  private static PodTree list(String apiVersion, String kind, PodTree item) {
    return branch("apiVersion", apiVersion, "kind", kind, "items", row(item));
  }
}
