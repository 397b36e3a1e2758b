package dev.zonewright.kube.custom;

import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Where a kind holds pods.
 *
 * @param path the way from the object, with {@code []} after a list; to the pod's fields, or, for a
 *     pod template, to the mapping that has {@code metadata} and {@code spec}
 * @param above the way to the fields that hold for all of the object's pods; empty for none
 * @param wrapped whether the pod's fields stand in a {@code spec} beside its {@code metadata}
 * @param always whether it is a pod even where it has no field of one
 * @param metadata the field beside the pod's that has its labels and annotations; empty where these
 *     stand among the pod's fields, {@code /} where the pod takes over those of the object
 * @param defaults the way from the object to a mapping whose fields each pod takes over; empty for
 *     none
 * @param without the versions of the kind whose objects make a pod also where nothing stands here
 */
record Spot(
    String path,
    String above,
    boolean wrapped,
    boolean always,
    String metadata,
    String defaults,
    List<String> without,
    PodForm form) {
  private static final String EACH = "[]";
  private static final String METADATA = "metadata";
  private static final String OF_OBJECT = "/";
  private static final String ZONE = "runtimeClassName";

  /** Where a run says for some of its pods what it does not say for all. */
  private static final List<String> OF_SOME =
      List.of("spec.taskRunSpecs[].podTemplate", "spec.taskRunSpecs[].taskPodTemplate");

  /** A mapping with {@code metadata} and {@code spec} of a pod. */
  static Spot template(String path, PodForm form) {
    return new Spot(path, "", true, false, METADATA, "", List.of(), form);
  }

  /** A mapping that has fields of a pod itself. */
  static Spot fields(String path, PodForm form) {
    return new Spot(path, "", false, false, METADATA, "", List.of(), form);
  }

  Spot below(String outer) {
    return new Spot(path, outer, wrapped, always, metadata, defaults, without, form);
  }

  Spot inAnyCase() {
    return new Spot(path, above, wrapped, true, metadata, defaults, without, form);
  }

  /** The same, with the field that holds the labels and annotations of its pods. */
  Spot annotatedAt(String field) {
    return new Spot(path, above, wrapped, always, field, defaults, without, form);
  }

  /** The same where the labels and annotations of pods stand among their fields. */
  Spot annotatedBeside() {
    return annotatedAt("");
  }

  /** The same where pods take over labels and annotations of the object. */
  Spot annotatedAsObject() {
    return annotatedAt(OF_OBJECT);
  }

  /** The same of pods that take over fields of a mapping which the object has there. */
  Spot takingOver(String way) {
    return new Spot(path, above, wrapped, always, metadata, way, without, form);
  }

  /** The same where an object of these versions makes its pod also without the field. */
  Spot alsoWithout(String... versions) {
    return new Spot(path, above, wrapped, always, metadata, defaults, List.of(versions), form);
  }

  /** The same in an object that another one holds. */
  Spot held() {
    return new Spot(path, above, wrapped, always, metadata, defaults, without, form.held());
  }

  void find(YamlCursor root, List<PodPlace> out) {
    YamlCursor outer = above.isEmpty() ? root : follow(root, above).getFirst();
    for (YamlCursor at : follow(root, path)) {
      YamlCursor spec = wrapped ? at.get("spec") : at;
      boolean written = spec.isMapping() && (always || holdsSomething(spec));
      if (written || isImplied(root, spec)) {
        YamlCursor own = spec.get(form.context());
        Optional<YamlCursor> given =
            defaults.isEmpty() ? Optional.empty() : Optional.of(follow(root, defaults).getFirst());
        boolean inherits = !above.isEmpty() && !own.exists();
        boolean named = spec.get("serviceAccountName").exists() || above.isEmpty();
        out.add(
            new PodPlace(
                metadataOf(at, root),
                spec,
                inherits ? inherited(outer, given) : own,
                named ? spec : outer,
                given,
                resourcesIn(root),
                isSaidOfSome(root, spec) ? form.notAsking(ZONE) : formWith(given)));
      }
    }
  }

  /** Whether a pod is made although nothing is said of it here. */
  private boolean isImplied(YamlCursor root, YamlCursor spec) {
    String version = root.get("apiVersion").raw();
    return without.contains(version.substring(version.indexOf('/') + 1))
        && root.get("spec").isMapping()
        && (!spec.isSet() || spec.isMapping());
  }

  private static boolean isSaidOfSome(YamlCursor root, YamlCursor spec) {
    return !spec.isSet()
        && OF_SOME.stream()
            .flatMap(way -> follow(root, way).stream())
            .anyMatch(pod -> pod.get(ZONE).isSet());
  }

  /** Tekton calls them otherwise since its first stable version. */
  private static String resourcesIn(YamlCursor root) {
    return root.get("apiVersion").raw().equals("tekton.dev/v1")
        ? "computeResources"
        : PodPlace.RESOURCES;
  }

  /** What is taken over is there, and another place of the object tells of it. */
  private PodForm formWith(Optional<YamlCursor> given) {
    return given.filter(d -> d.get(ZONE).isSet()).isPresent() ? form.notAsking(ZONE) : form;
  }

  private YamlCursor inherited(YamlCursor outer, Optional<YamlCursor> given) {
    return given
        .map(d -> d.get(form.context()))
        .filter(YamlCursor::isSet)
        .orElseGet(() -> outer.get(form.context()));
  }

  private YamlCursor metadataOf(YamlCursor at, YamlCursor root) {
    return switch (metadata) {
      case "" -> at;
      case OF_OBJECT -> root.get(METADATA);
      default -> at.get(metadata);
    };
  }

  private boolean holdsSomething(YamlCursor spec) {
    return form.isTemplate()
        || form.containers().stream().anyMatch(f -> !f.containersIn(spec).isEmpty())
        || form.fields().stream().anyMatch(field -> spec.get(field).isSet())
        || spec.get(form.context()).isSet();
  }

  /** The places at the end of a way; of a way without lists just one, which may be absent. */
  private static List<YamlCursor> follow(YamlCursor root, String way) {
    List<YamlCursor> now = List.of(root);
    for (String step : way.split("\\.")) {
      int lists = step.indexOf('[');
      String key = lists < 0 ? step : step.substring(0, lists);
      now = now.stream().map(at -> at.get(key)).toList();
      for (int left = step.length() - key.length(); left > 0; left -= EACH.length()) {
        now = now.stream().flatMap(at -> at.items().stream()).toList();
      }
    }
    return now;
  }
}
