package dev.zonewright.kube.custom;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In what form a kind holds a pod: which of a pod's fields it has, and what their absence says.
 *
 * @param containers the fields in which containers stand
 * @param fields the pod's fields that it has beside its own; all for a pod template
 * @param asked those whose absence is judged; for the others an operator, or another object,
 *     decides
 * @param context the field that holds the pod's security context
 * @param defaults the field whose values every container takes over; empty where there is none
 * @param zone what decides on the zone where the kind has no field for the runtime class; empty
 *     where it has one, or where another part of the object answers
 * @param token the field without which the kind is refused when its pods get no token; empty where
 *     there is none
 * @param without whether its containers have no resources
 * @param objection why no fix is safe; empty where the pod is made as it is written
 */
public record PodForm(
    List<ContainerField> containers,
    Set<String> fields,
    Set<String> asked,
    String context,
    String defaults,
    String zone,
    String token,
    boolean without,
    String objection) {
  /** Stands for every field of a pod. */
  private static final Set<String> ALL = Set.of("*");

  private static final List<ContainerField> OF_KUBERNETES =
      List.of(
          ContainerField.list(ContainerView.Kind.APP, "containers"),
          ContainerField.list(ContainerView.Kind.INIT, "initContainers"),
          ContainerField.list(ContainerView.Kind.EPHEMERAL, "ephemeralContainers"));

  private static final String CONTEXT = "securityContext";

  /** Fields that only a pod has: where the kind has none of that name, it is not one of the pod. */
  private static final Set<String> OF_PODS_ALONE =
      Set.of("hostIPC", "hostNetwork", "hostPID", "hostUsers", "shareProcessNamespace", "volumes");

  /** The pod of a kind that makes it as it is written. */
  public static final PodForm AS_WRITTEN =
      new PodForm(OF_KUBERNETES, ALL, ALL, CONTEXT, "", "", "", false, "");

  /** A pod template that an operator completes before pods are made of it. */
  static PodForm completed(String objection) {
    return new PodForm(OF_KUBERNETES, ALL, ALL, CONTEXT, "", "", "", false, objection);
  }

  /** A pod template of which only what is written can be judged. */
  static PodForm partial(String objection) {
    return new PodForm(
        OF_KUBERNETES.stream().map(ContainerField::part).toList(),
        ALL,
        Set.of(),
        CONTEXT,
        "",
        "",
        "",
        false,
        objection);
  }

  /** A pod template that lacks what every pod has, such as the images of its containers. */
  static PodForm overlay(String objection) {
    return new PodForm(
        OF_KUBERNETES, ALL, Set.of("runtimeClassName"), CONTEXT, "", "", "", false, objection);
  }

  /** The pod of a patch, which says only what it changes. */
  public static PodForm ofPatch(String why) {
    return partial(Patch.objection(why));
  }

  /** Fields of a pod beside fields of the kind's own. */
  static PodForm beside(Set<String> fields, String objection, ContainerField... containers) {
    return new PodForm(
        List.of(containers), fields, Set.of(), CONTEXT, "", "", "", false, objection);
  }

  PodForm asking(String... absent) {
    return new PodForm(
        containers, fields, Set.of(absent), context, defaults, zone, token, without, objection);
  }

  PodForm notAsking(String field) {
    Set<String> left = new HashSet<>(asked);
    left.remove(field);
    return new PodForm(
        containers, fields, Set.copyOf(left), context, defaults, zone, token, without, objection);
  }

  PodForm withContext(String field) {
    return new PodForm(containers, fields, asked, field, defaults, zone, token, without, objection);
  }

  PodForm withDefaults(String field) {
    return new PodForm(containers, fields, asked, context, field, zone, token, without, objection);
  }

  PodForm withZone(String decides) {
    return new PodForm(
        containers, fields, asked, context, defaults, decides, token, without, objection);
  }

  /**
   * Whether a container is run as it stands here. One without an image is completed by the
   * operator, or by another object, which sets more than the image.
   */
  public boolean isWhole(ContainerField field, YamlCursor spec, YamlCursor container) {
    boolean made =
        objection.isEmpty()
            || container.get("image").isSet()
            || (!defaults.isEmpty() && spec.get(defaults, "image").isSet());
    return field.whole() && made;
  }

  PodForm withoutResources() {
    return new PodForm(containers, fields, asked, context, defaults, zone, token, true, objection);
  }

  PodForm refusedWithoutToken(String unless) {
    return new PodForm(
        containers, fields, asked, context, defaults, zone, unless, without, objection);
  }

  /** The same of an object that another one holds, and so may change. */
  PodForm held() {
    String why =
        objection.isEmpty() ? "another object holds this one, and may change it" : objection;
    return new PodForm(containers, fields, asked, context, defaults, zone, token, without, why);
  }

  /** Whether it is a whole pod template, all of whose fields are a pod's. */
  public boolean isTemplate() {
    return fields.equals(ALL);
  }

  /** Whether what is absent is absent from the pod too. */
  public boolean isComplete() {
    return asked.equals(ALL);
  }

  /** Whether the kind has this field of a pod. */
  public boolean has(String field) {
    return isTemplate() || fields.contains(field);
  }

  /**
   * Whether the kind has no such field of a pod, although others do: Kubernetes then refuses it, or
   * takes it away, and it never reaches the pod.
   */
  public boolean lacks(String field) {
    return OF_PODS_ALONE.contains(field) && !has(field);
  }

  /** Whether the kind has a security context of the pod. */
  public boolean hasContext() {
    return isTemplate() || !context.equals(CONTEXT) || fields.contains(CONTEXT);
  }

  /** Whether its containers have resources of their own; a part that steps refer to has none. */
  boolean hasResources() {
    return !without;
  }

  /** Whether this field is read as one of a pod, or holds containers. */
  boolean reads(String field) {
    return has(field)
        || (field.equals(context) && hasContext())
        || containers.stream()
            .anyMatch(c -> !c.keys().isEmpty() && c.keys().getFirst().equals(field));
  }

  /** Whether the absence of this field says that the pod does not have it. */
  public boolean asks(String field) {
    return isComplete() || asked.contains(field);
  }

  /** The security context that a container goes by: its own, else that of the defaults. */
  public YamlCursor contextOf(YamlCursor spec, YamlCursor container) {
    YamlCursor own = container.get(CONTEXT);
    YamlCursor given = defaults.isEmpty() ? own : spec.get(defaults, CONTEXT);
    return own.exists() || !given.isSet() ? own : given;
  }
}
