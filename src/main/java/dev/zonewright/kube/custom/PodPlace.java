package dev.zonewright.kube.custom;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pod, or a part of one, in an object.
 *
 * @param metadata the pod's own; absent where it has none
 * @param spec the mapping that holds the pod's fields
 * @param securityContext the pod's, which may stand further up
 * @param account the mapping that names the pod's account
 * @param defaults the mapping whose fields the pod takes over where it has none; may be absent
 * @param resources the field in which its containers have theirs
 */
public record PodPlace(
    YamlCursor metadata,
    YamlCursor spec,
    YamlCursor securityContext,
    YamlCursor account,
    Optional<YamlCursor> defaults,
    String resources,
    PodForm form) {
  private static final String CONTEXT = "securityContext";

  /** The field of a container in Kubernetes itself. */
  static final String RESOURCES = "resources";

  // what a container that is silent takes over from the security context of its pod
  private static final Set<String> INHERITED =
      Set.of(
          "runAsNonRoot",
          "runAsUser",
          "runAsGroup",
          "seccompProfile",
          "seLinuxOptions",
          "appArmorProfile",
          "windowsOptions");

  /** A pod with the fields that Kubernetes itself has. */
  public static PodPlace of(YamlCursor metadata, YamlCursor spec, PodForm form) {
    return new PodPlace(
        metadata, spec, spec.get(form.context()), spec, Optional.empty(), RESOURCES, form);
  }

  /** Whether the object says nothing of the pod, and its kind makes it all the same. */
  public boolean isImplied() {
    return !spec.isSet() && !form.isTemplate();
  }

  /**
   * Whether a field, or its absence, says anything: not where the kind lacks the field, where an
   * operator sets it, or where another object decides.
   */
  public boolean judges(PodView pod, YamlCursor absent) {
    if (form.isComplete()) {
      return true;
    }
    if (absent.exists()) {
      return !isOfOthers(pod, absent.path());
    }
    YamlPath path = absent.path();
    if (path.startsWith(metadata.get("annotations").path())) {
      // says something where the pod's own fields say that it gets a zone
      return form.asks("runtimeClassName");
    }
    if (isTakenOver(path)) {
      return false;
    }
    List<ContainerView> around =
        pod.containers().stream()
            .filter(c -> path.startsWith(c.at().path()) && !isOfPod(c, path))
            .toList();
    if (!around.isEmpty()) {
      return around.stream().allMatch(c -> (c.whole() || isTakenOver(pod, c)) && judgesIn(c, path));
    }
    if (path.startsWith(securityContext.path())) {
      return form.asks(form.context());
    }
    if (!path.startsWith(spec.path())) {
      return true;
    }
    List<YamlPath.Segment> rest = below(spec.path(), path);
    if (rest.size() > 1 && !(rest.get(1) instanceof YamlPath.Key)) {
      // within something that is there, such as a volume
      return true;
    }
    return !rest.isEmpty()
        && rest.getFirst() instanceof YamlPath.Key(String field)
        && form.asks(field);
  }

  /** Whether what is written here would be a pod's, in a kind that has no such field. */
  private boolean isOfOthers(PodView pod, YamlPath path) {
    if (form.isTemplate() || !path.startsWith(spec.path())) {
      return false;
    }
    List<YamlPath.Segment> rest = below(spec.path(), path);
    if (rest.isEmpty() || !(rest.getFirst() instanceof YamlPath.Key(String field))) {
      return false;
    }
    boolean context =
        field.equals(CONTEXT)
            && !form.hasContext()
            && pod.containers().stream().noneMatch(c -> c.at().path().equals(spec.path()));
    return context || form.lacks(field);
  }

  /** Whether the pod has the field after all, from where it takes over fields. */
  private boolean isTakenOver(YamlPath path) {
    if (defaults.isEmpty()) {
      return false;
    }
    boolean context = path.startsWith(securityContext.path());
    YamlPath from = context ? securityContext.path() : spec.path();
    YamlCursor given = context ? defaults.get().get(form.context()) : defaults.get();
    return path.startsWith(from) && follow(given, below(from, path)).isSet();
  }

  private static YamlCursor follow(YamlCursor from, List<YamlPath.Segment> steps) {
    YamlCursor at = from;
    for (YamlPath.Segment step : steps) {
      at =
          switch (step) {
            case YamlPath.Key(String key) -> at.get(key);
            case YamlPath.Index(int index) -> at.at(index);
          };
    }
    return at;
  }

  /** Whether the container holds the defaults of others, and one of them goes by its context. */
  private boolean isTakenOver(PodView pod, ContainerView defaults) {
    YamlPath context = defaults.at().path().key(CONTEXT);
    return pod.containers().stream()
        .anyMatch(c ->
            !c.at().path().equals(defaults.at().path())
                && c.securityContext().path().equals(context));
  }

  /** The field that the kind wants set before its pods may go without a token; empty for none. */
  public Optional<String> wantedWithoutToken() {
    String way = form.token();
    if (way.isEmpty() || isSet(spec, way) || isSet(account, way)) {
      return Optional.empty();
    }
    return Optional.of(way);
  }

  private static boolean isSet(YamlCursor from, String way) {
    YamlCursor at = from;
    for (String key : way.split("\\.")) {
      at = at.get(key);
    }
    return at.isSet();
  }

  /** Where the pod's fields are the container's too, some belong to the pod all the same. */
  private boolean isOfPod(ContainerView container, YamlPath path) {
    YamlPath own = container.at().path();
    List<YamlPath.Segment> rest = below(own, path);
    return own.equals(spec.path())
        && !rest.isEmpty()
        && rest.getFirst() instanceof YamlPath.Key(String field)
        && (form.has(field) || field.equals(form.context()));
  }

  private boolean judgesIn(ContainerView container, YamlPath path) {
    List<YamlPath.Segment> rest = below(container.at().path(), path);
    if (!form.hasResources() && path.startsWith(container.resources().path())) {
      return false;
    }
    if (rest.size() > 1
        && rest.get(1) instanceof YamlPath.Key(String field)
        && INHERITED.contains(field)
        && !form.asks(form.context())) {
      return false;
    }
    if (form.defaults().isEmpty() || !container.whole()) {
      return true;
    }
    return !follow(spec.get(form.defaults()), rest).isSet();
  }

  private static List<YamlPath.Segment> below(YamlPath from, YamlPath path) {
    return path.segments().subList(from.segments().size(), path.segments().size());
  }
}
