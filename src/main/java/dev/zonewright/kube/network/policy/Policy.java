package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Set;

/**
 * A NetworkPolicy.
 *
 * @param root where the object stands in its document
 * @param namespace whose pods it may select
 * @param pods which of them it selects
 * @param types the directions that it isolates
 * @param because why it cannot be judged as a whole; empty when it can
 * @param problems why the API server refuses it
 */
public record Policy(
    ObjectRef ref,
    YamlPath root,
    String namespace,
    Selector pods,
    Set<Direction> types,
    List<Rule> egress,
    List<Rule> ingress,
    String because,
    List<Problem> problems) {
  public Policy {
    types = Set.copyOf(types);
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
    problems = List.copyOf(problems);
  }

  /** Its rules of a direction; those of one that it does not isolate have no effect. */
  public List<Rule> rules(Direction direction) {
    return direction == Direction.EGRESS ? egress : ingress;
  }

  /** Whether it isolates a pod in a direction. */
  public Match selects(NetworkPod pod, Direction direction, Readings readings) {
    if (!types.contains(direction) || !namespace.equals(pod.namespace())) {
      return Match.NO;
    }
    return selects(pod, readings);
  }

  /** Whether its podSelector is about a pod. */
  public Match selects(NetworkPod pod, Readings readings) {
    if (!namespace.equals(pod.namespace())) {
      return Match.NO;
    }
    Match sure = because.isEmpty() ? Match.YES : Match.unknown(because);
    return pods.matches(pod.labels()).and(pod.isPoliced(readings)).and(sure);
  }
}
