package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * What a pod says against the scheduling of its runtime class: its nodes are chosen by both, and
 * where they exclude each other it never starts. Source: Kubernetes, Runtime Class: scheduling, pod
 * overhead.
 *
 * @param at the part of the pod
 * @param refused whether admission refuses the pod; else it waits for a node that there is not
 * @param message one clause
 */
public record ClassConflict(YamlCursor at, boolean refused, String message) {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  /** The conflict with the class of this name; empty where it is not opened, or fits. */
  public static Optional<ClassConflict> of(PodView pod, String name, ClusterLookup cluster) {
    return cluster.runtimeClass(name).flatMap(known -> with(pod, known));
  }

  private static Optional<ClassConflict> with(PodView pod, KubeObject known) {
    for (YamlCursor label : known.root().get("scheduling", "nodeSelector").entries()) {
      if (label.isPlaceholder()) {
        continue;
      }
      YamlCursor own = pod.spec().get("nodeSelector", label.key());
      if (own.isSet() && !own.isPlaceholder() && !own.raw().equals(label.raw())) {
        return Optional.of(
            new ClassConflict(
                own,
                true,
                "its nodeSelector %s: %s contradicts %s: %s of RuntimeClass %s, and such a pod is refused"
                    .formatted(own.key(), own.raw(), label.key(), label.raw(), known.name())));
      }
      Optional<ClassConflict> excluded = excluded(pod, label, known);
      if (excluded.isPresent()) {
        return excluded;
      }
    }
    return Optional.empty();
  }

  /** Terms are alternatives: only where each of them rules the class's nodes out is none left. */
  private static Optional<ClassConflict> excluded(PodView pod, YamlCursor label, KubeObject known) {
    YamlCursor terms = pod.spec().get("affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
    List<YamlCursor> all = terms.items();
    return !all.isEmpty() && all.stream().allMatch(term -> excludes(term, label))
        ? Optional.of(
            new ClassConflict(
                terms,
                false,
                "its node affinity excludes the nodes with %s: %s that RuntimeClass %s asks for, and such a pod is never scheduled"
                    .formatted(label.key(), label.raw(), known.name())))
        : Optional.empty();
  }

  private static boolean excludes(YamlCursor term, YamlCursor label) {
    return term.get("matchExpressions").items().stream()
        .filter(rule -> rule.get("key").raw().equals(label.key()))
        .anyMatch(rule -> {
          List<YamlCursor> values = rule.get("values").items();
          boolean named = values.stream().anyMatch(v -> v.raw().equals(label.raw()));
          boolean known = values.stream().noneMatch(YamlCursor::isPlaceholder);
          return switch (rule.get("operator").raw()) {
            case "In" -> known && !values.isEmpty() && !named;
            case "NotIn" -> named;
            case "DoesNotExist" -> true;
            default -> false;
          };
        });
  }
}
