package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.ObjectRef;
import java.util.Set;

/**
 * A policy of a network plugin's own kind. Whom it selects is read; its rules are not, so that
 * nothing it could change is known.
 *
 * @param namespaces whose pods it may select, by their labels
 * @param types the directions that it has a say in
 */
public record ForeignPolicy(
    ObjectRef ref, Selector namespaces, Selector pods, Set<Direction> types) {
  public ForeignPolicy {
    types = Set.copyOf(types);
  }

  /** Whether it has a say in what a pod may do. */
  public Match selects(NetworkPod pod, Labels namespace, Direction direction, Readings readings) {
    return !types.contains(direction)
        ? Match.NO
        : namespaces
            .matches(namespace)
            .and(pods.matches(pod.labels()))
            .and(pod.isPoliced(readings));
  }
}
