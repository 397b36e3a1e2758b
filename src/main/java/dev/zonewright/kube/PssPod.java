package dev.zonewright.kube;

import dev.zonewright.kube.custom.ContainerField;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pod as the checks of the Pod Security Standards look at it.
 *
 * @param containers where containers stand, in the order in which admission visits them; of a list
 *     that is no list its first place, below which nothing is known
 * @param contexts the security contexts of the containers
 * @param windows whether it is a Windows pod, which three checks excuse
 * @param userNamespace whether it runs in a user namespace of its own, which three checks excuse
 */
record PssPod(
    PodView pod,
    List<YamlCursor> containers,
    List<YamlCursor> contexts,
    Answer windows,
    Answer userNamespace) {
  enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  static PssPod of(PodView pod) {
    List<YamlCursor> containers = containersOf(pod);
    return new PssPod(
        pod,
        containers,
        contextsOf(pod, containers),
        answer(PssValue.text(pod.spec().get("os", "name")), "windows"::equals),
        answer(PssValue.truth(pod.spec().get("hostUsers")), uses -> !uses));
  }

  /** The same pod as if it had this container alone. */
  PssPod with(ContainerView container) {
    return new PssPod(
        pod, List.of(container.at()), List.of(container.securityContext()), windows, userNamespace);
  }

  private static <T> Answer answer(PssValue<T> field, Predicate<T> yes) {
    if (field instanceof PssValue.Known<T>(YamlCursor _, T value)) {
      return yes.test(value) ? Answer.YES : Answer.NO;
    }
    return field instanceof PssValue.Unset<T> ? Answer.NO : Answer.UNKNOWN;
  }

  private static List<YamlCursor> containersOf(PodView pod) {
    List<YamlCursor> out = new ArrayList<>();
    for (ContainerField field : pod.place().form().containers()) {
      YamlCursor at = field.in(pod.spec());
      out.addAll(field.list() ? items(at) : at.isMapping() ? List.of(at) : List.of());
    }
    return List.copyOf(out);
  }

  private static List<YamlCursor> contextsOf(PodView pod, List<YamlCursor> containers) {
    List<YamlCursor> out = new ArrayList<>(containers.size());
    for (YamlCursor container : containers) {
      out.add(pod.place().form().contextOf(pod.spec(), container));
    }
    return out;
  }

  /** The items of a list; a list that is not known is taken for one item that is not known. */
  static List<YamlCursor> items(YamlCursor list) {
    PssValue<List<YamlCursor>> known = PssValue.list(list);
    if (known instanceof PssValue.Known<List<YamlCursor>>(YamlCursor _, List<YamlCursor> items)) {
      return items;
    }
    return known instanceof PssValue.Unknown<List<YamlCursor>>(YamlCursor at)
        ? List.of(at.at(0))
        : List.of();
  }

  /** A field of the pod; absent where its kind has no such field, whatever is written there. */
  YamlCursor field(String name) {
    return pod.spec().get(pod.place().form().lacks(name) ? "" : name);
  }

  /** The security context of the pod, then those of its containers. */
  List<YamlCursor> securityContexts() {
    List<YamlCursor> out = new ArrayList<>(contexts.size() + 1);
    out.add(pod.securityContext());
    out.addAll(contexts);
    return out;
  }
}
