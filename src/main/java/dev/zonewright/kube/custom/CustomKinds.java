package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of operators whose fields are known, and how pods are found in all others. */
public final class CustomKinds {
  private static final List<CustomKind> ALL =
      Stream.of(Pipelines.all(), Operators.all(), Machines.all()).flatMap(List::stream).toList();

  private static final Map<String, List<CustomKind>> BY_KIND =
      ALL.stream().collect(Collectors.groupingBy(CustomKind::kind));

  private CustomKinds() {}

  /** The pods of a custom resource, in the order of its fields. */
  public static List<PodPlace> podsIn(KubeObject object) {
    Optional<CustomKind> known = of(object);
    if (known.isEmpty()) {
      return object.isOfCustomKind() ? PodSearch.in(object) : List.of();
    }
    List<PodPlace> out = new ArrayList<>();
    for (Spot spot : known.get().spots()) {
      spot.find(object.root(), out);
    }
    PodSearch.held(object.root(), out);
    return List.copyOf(out);
  }

  static boolean isKnown(KubeObject object) {
    return of(object).isPresent();
  }

  private static Optional<CustomKind> of(KubeObject object) {
    return of(object.group(), object.kind());
  }

  static Optional<CustomKind> of(String group, String kind) {
    return BY_KIND.getOrDefault(kind, List.of()).stream()
        .filter(known -> known.is(group, kind))
        .findFirst();
  }

  /** How roles name the known kinds, each of which makes pods. */
  public static List<CustomName> names() {
    return ALL.stream().map(CustomName::of).distinct().toList();
  }

  static List<CustomKind> all() {
    return ALL;
  }
}
