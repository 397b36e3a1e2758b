package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds pods by their shape in a custom resource whose kind is not known. */
final class PodSearch {
  private static final int MAX_DEPTH = 12;

  /** Fields that, beside containers or in a template, mark a pod. */
  static final Set<String> OF_PODS =
      Set.of(
          "automountServiceAccountToken",
          "hostIPC",
          "hostNetwork",
          "hostPID",
          "hostUsers",
          "initContainers",
          "nodeSelector",
          "runtimeClassName",
          "securityContext",
          "serviceAccountName",
          "tolerations",
          "volumes");

  private static final PodForm TEMPLATE =
      PodForm.completed("an operator makes the pod, and may rely on what is here");
  private static final PodForm OVERLAY =
      PodForm.overlay(
          "an operator completes this template, may rely on what is here, and may not take every"
              + " field of a pod");
  private static final PodForm PARTIAL =
      PodForm.partial("an operator completes this template, and may rely on what is here");
  private static final PodForm INLINE = inline();

  private PodSearch() {}

  private static PodForm inline() {
    PodForm parts =
        PodForm.partial("an operator makes the pod of these fields, and may rely on them");
    return PodForm.beside(
        OF_PODS, parts.objection(), parts.containers().toArray(ContainerField[]::new));
  }

  static List<PodPlace> in(KubeObject object) {
    List<PodPlace> out = new ArrayList<>();
    if (Policies.describesPods(object)) {
      Policies.made(object).forEach(made -> search(made, out, 1));
      return List.copyOf(out);
    }
    search(object.root(), out, 0);
    return List.copyOf(out);
  }

  private static void search(YamlCursor at, List<PodPlace> out, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (at.isSequence()) {
      at.items().forEach(item -> search(item, out, depth + 1));
      return;
    }
    if (!at.isMapping() || Policies.forbids(at)) {
      return;
    }
    Optional<CustomKind> known = depth == 0 ? Optional.empty() : knownKind(at);
    if (known.isPresent()) {
      known.get().spots().forEach(spot -> spot.held().find(at, out));
      return;
    }
    YamlCursor spec = at.get("spec");
    if (depth > 0 && hasContainers(spec)) {
      boolean all = spec.get("containers").items().stream().allMatch(c -> c.get("image").isSet());
      out.add(PodPlace.of(at.get("metadata"), spec, all ? TEMPLATE : OVERLAY));
      return;
    }
    if (isTemplate(at.key()) && Machines.isMachine(spec)) {
      out.add(PodPlace.of(at.get("metadata"), spec, Machines.FORM));
      return;
    }
    if (depth > 0 && isTemplate(at.key()) && hasFieldOfPod(spec)) {
      out.add(PodPlace.of(at.get("metadata"), spec, PARTIAL));
      return;
    }
    if (depth > 0 && isSpec(at.key()) && !hasContainers(at) && hasFieldOfPod(at)) {
      out.add(PodPlace.of(at.get("metadata"), at, PARTIAL));
      return;
    }
    boolean inline = depth > 0 && hasContainers(at) && hasFieldOfPod(at);
    if (inline) {
      out.add(PodPlace.of(at.get("metadata"), at, INLINE));
    }
    for (YamlCursor child : at.entries()) {
      boolean read = inline && (INLINE.has(child.key()) || child.key().endsWith("ontainers"));
      if (!child.isHidden() && !read && !(depth == 0 && child.key().equals("status"))) {
        search(child, out, depth + 1);
      }
    }
  }

  /** The pods of whole objects that stand in an object of a known kind, as triggers have them. */
  static void held(YamlCursor at, List<PodPlace> out) {
    for (YamlCursor child : at.isSequence() ? at.items() : at.entries()) {
      if (isObject(child)) {
        // where the kind is known to hold a pod, it may be written as an object
        if (out.stream().noneMatch(p -> p.spec().path().startsWith(child.path()))) {
          search(child, out, 1);
        }
      } else if (!child.isHidden() && !child.isScalar() && !child.key().equals("status")) {
        held(child, out);
      }
    }
  }

  private static boolean isObject(YamlCursor at) {
    return at.isMapping()
        && at.get("apiVersion").isScalar()
        && at.get("kind").isScalar()
        && at.get("spec").isMapping();
  }

  private static Optional<CustomKind> knownKind(YamlCursor at) {
    if (!isObject(at)) {
      return Optional.empty();
    }
    String version = at.get("apiVersion").raw();
    int slash = version.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : CustomKinds.of(version.substring(0, slash), at.get("kind").raw());
  }

  /** Also {@code workerTemplate} and {@code podTemplateSpec}, as operators call theirs. */
  private static boolean isTemplate(String key) {
    return key.equals("template") || key.endsWith("Template") || key.endsWith("TemplateSpec");
  }

  private static boolean isSpec(String key) {
    return key.equalsIgnoreCase("podSpec");
  }

  private static boolean hasFieldOfPod(YamlCursor spec) {
    return OF_PODS.stream().anyMatch(f -> spec.get(f).isSet());
  }

  private static boolean hasContainers(YamlCursor spec) {
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
